"""Codes of municipalities in a file that our own table does not know: a merger of later date, or a slip."""

from collections.abc import Iterable

from pactwerk.basis.places import UnknownArea, municipality
from pactwerk.figures.texts import Text


def unknown_municipalities(codes: Iterable[object]) -> list[Text]:
    """One warning that names the first of them; empty cells are none."""
    unknown = sorted({str(code) for code in codes if code and not _exists(str(code))})
    if not unknown:
        return []
    listed = ", ".join(unknown[:10])
    return [Text(f"onbekende gemeentecodes: {listed}", f"unknown municipality codes: {listed}")]


def _exists(code: str) -> bool:
    try:
        municipality(code)
    except UnknownArea:
        return False
    return True
