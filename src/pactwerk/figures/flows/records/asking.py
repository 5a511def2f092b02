"""What somebody types about a count of transitions, made into what the count takes."""

from collections.abc import Sequence

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.flows.states import State


def parts(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """Names between commas, each of them known. Raises ReadableError."""
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    unknown = [name for name in names if name not in known]
    if unknown or (known[0] == "level" and "level" not in names):
        listed = ", ".join(known)
        first = " (level hoort er altijd bij)" if known[0] == "level" else ""
        raise ReadableError(
            f"'{text}': kies uit {listed}{first}.",
            f"'{text}': choose from {listed}{' (level is always part of it)' if first else ''}.",
        )
    return names


def state(text: str) -> str:
    """A state such as `vo:kb`, checked; nothing stays nothing. Raises ReadableError."""
    if not text:
        return ""
    try:
        return str(State.parse(text))
    except ValueError:
        raise ReadableError(
            f"'{text}': schrijf een plaats als soort:richting:veld:leerjaar, bijvoorbeeld vo:kb of mbo:4:techniek.",
            f"'{text}': write a state as level:track:field:grade, for instance vo:kb or mbo:4:techniek.",
        ) from None


def asked_years(text: str) -> range | None:
    """`2016` or `2016-2020`: first years of pairs; nothing means all. Raises ReadableError."""
    if not text:
        return None
    first, _, last = text.partition("-")
    if not (first.isdigit() and (last or first).isdigit() and int(first) <= int(last or first)):
        raise ReadableError(
            f"'{text}': schrijf een jaar of een reeks, bijvoorbeeld 2016-2020.",
            f"'{text}': write a year or a range, for instance 2016-2020.",
        )
    return range(int(first), int(last or first) + 1)
