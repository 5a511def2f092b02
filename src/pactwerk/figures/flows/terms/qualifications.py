"""Which diplomas are a start qualification."""

from datetime import date

from pactwerk.basis.dated import Dated, value_on
from pactwerk.figures.flows.terms.table import REFERENCE
from pactwerk.figures.indicators.shipped import shipped_rows


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


_QUALIFICATIONS = tuple(
    (
        cells["diploma"],
        Dated(
            cells["start_qualification"] == "yes",
            _day(cells["valid_from"]),
            cells["reference"],
            _day(cells["valid_to"]),
        ),
    )
    for cells in shipped_rows(REFERENCE / "qualifications.tsv")
)


def start_qualification(diploma: str, on: date) -> bool | None:
    """Whether a diploma (`havo`, `mbo-2`, `vmbo-kb`, ...) was a start qualification on a day; None if unknown."""
    found = value_on((value for code, value in _QUALIFICATIONS if code == diploma), on)
    return found.value if found else None


def start_qualifications(on: date) -> tuple[str, ...]:
    """The diplomas that were a start qualification on a day, or are above it."""
    return tuple(code for code in dict.fromkeys(code for code, _ in _QUALIFICATIONS) if start_qualification(code, on))
