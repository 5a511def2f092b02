"""A JSON list of flat objects as a sheet."""

import json
from typing import Any

from pactwerk.figures.sources.refusal import Refused, refuse_at
from pactwerk.figures.sources.sheet import Sheet
from pactwerk.figures.texts import Text


def parsed(text: str) -> Any:
    """What the JSON text holds. Raises Refused with the line where it is broken."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise refuse_at(
            error.lineno,
            "",
            f"het bestand is niet heel (JSON: {error.msg})",
            f"the file is not whole (JSON: {error.msg})",
        ) from None
    except RecursionError:
        raise Refused(Text("de JSON is te diep genest", "the JSON is nested too deeply")) from None


def sheet_of(text: str) -> Sheet | None:
    """The objects of a list as records, numbered from 1; None when the text is no list of flat objects."""
    if not text.lstrip().startswith("["):
        return None
    found = parsed(text)
    if not found or not all(isinstance(entry, dict) for entry in found):
        return None
    header = tuple(dict.fromkeys(str(key) for entry in found for key in entry))
    if any(isinstance(value, dict | list) for entry in found for value in entry.values()):
        return None
    records = tuple((number, [_text(entry.get(key)) for key in header]) for number, entry in enumerate(found, 1))
    return Sheet("", header, 0, records)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
