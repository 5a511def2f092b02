"""JSON of places, parsed and never trusted: every part may be missing or of another kind."""

from typing import Any

from pactwerk.figures.sources.records import parsed
from pactwerk.figures.sources.refusal import Refused
from pactwerk.figures.texts import Text


def list_of(text: str, key: str = "") -> list[Any]:
    """The list that the text is, or that stands under a key. Raises Refused when there is none."""
    found = parsed(text)
    if key:
        found = found.get(key) if isinstance(found, dict) else None
    if not isinstance(found, list):
        name = key or "JSON"
        raise Refused(Text(f"'{name}' is geen lijst", f"'{name}' is no list"))
    return found


def part(value: Any, key: str) -> dict[str, Any]:
    """What stands under a key of an object, as an object; an empty one when it is none."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def word(value: Any, key: str) -> str:
    """The text or whole number under a key, without blanks around it; empty when there is none."""
    found = value.get(key) if isinstance(value, dict) else None
    return str(found).strip() if isinstance(found, str | int) and not isinstance(found, bool) else ""


def point(value: Any) -> tuple[str, str]:
    """Longitude and latitude of a GeoJSON point as texts; empty when it is none."""
    found = value.get("coordinates") if isinstance(value, dict) else None
    if not isinstance(found, list) or len(found) < 2 or not all(isinstance(one, int | float) for one in found[:2]):
        return "", ""
    return str(found[0]), str(found[1])
