"""One spelling per code; everything the publishers write is brought to it or refused."""

import re
from typing import NewType

from pactwerk.basis.readable import ReadableError

Brin = NewType("Brin", str)

_BRIN = re.compile(r"\d\d[A-Z]{2}", re.ASCII)
_LOCATION = re.compile(r"(\d\d[A-Z]{2})([0-9A-Z]{1,2})", re.ASCII)
_NUMBER = re.compile(r"[0-9A-Z]{1,2}", re.ASCII)


class InvalidIdentifier(ReadableError):
    """The text cannot be a code of this kind."""

    def __init__(self, kind: str, text: str) -> None:
        """Name the kind of code and the text."""
        super().__init__(f"'{text}' is geen geldige {kind}.", f"'{text}' is no valid {kind}.")


def brin(text: str) -> Brin:
    """The BRIN code of an institution, two digits and two letters (`00AH`). Raises InvalidIdentifier."""
    clean = text.strip().upper()
    if not _BRIN.fullmatch(clean):
        raise InvalidIdentifier("BRIN", text)
    return Brin(clean)


def location_key(institution: str, location: str) -> str:
    """The key of a location (vestiging), `00AH07`, from the four spellings of the publisher.

    `00AH` + `7`, `00AH` + `07`, `00AH` + `00AH07`, and `00AH07` alone (then `institution` may be empty).
    Raises InvalidIdentifier, also when both parts name another institution.
    """
    number = location.strip().upper()
    full = _LOCATION.fullmatch(number)
    if full and len(number) == 6:
        if institution.strip() and brin(institution) != full[1]:
            raise InvalidIdentifier("vestiging", f"{institution} {location}")
        return number
    if not _NUMBER.fullmatch(number):
        raise InvalidIdentifier("vestiging", f"{institution} {location}")
    return f"{brin(institution)}{number.zfill(2)}"


def gm_code(text: str) -> str:
    """The CBS code of a municipality, `GM0106`, from `106`, `0106`, ` 637` or `GM0106`. Raises InvalidIdentifier."""
    clean = text.strip().upper().removeprefix("GM")
    if not re.fullmatch(r"\d{1,4}", clean, re.ASCII) or int(clean) == 0:
        raise InvalidIdentifier("gemeentecode", text)
    return f"GM{int(clean):04d}"


def kvk(text: str) -> str:
    """A number of the Chamber of Commerce: eight digits; blanks and dots are dropped. Raises InvalidIdentifier."""
    clean = re.sub(r"[ .]", "", text.strip())
    if not re.fullmatch(r"\d{8}", clean, re.ASCII) or int(clean) == 0:
        raise InvalidIdentifier("KVK-nummer", text)
    return clean
