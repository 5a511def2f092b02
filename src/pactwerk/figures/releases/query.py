"""What somebody asks of a release, checked against the catalogue and the areas before anything is read."""

from dataclasses import dataclass, replace
from typing import Literal

from pactwerk.basis.places import Area, area
from pactwerk.basis.readable import ReadableError
from pactwerk.figures.indicators import Indicator, indicator

DIMENSIONS = ("track", "sex", "profile", "level", "pathway", "domain", "age", "municipality", "province")
Wanted = Literal["computed", "published", "all"]
MOST = 2


class BadQuery(ReadableError):
    """The question names something that does not exist; the text says what does."""


@dataclass(frozen=True)
class FigureQuery:
    """An indicator for an area and a period (`all` gives the series), broken down by at most two dimensions.

    `borders` is the year in whose municipal borders every period is told; None: those of the files of each period.
    """

    indicator: str
    area: str
    period: str = "all"
    by: tuple[str, ...] = ()
    definition: str | None = None
    basis: Wanted = "computed"
    borders: int | None = None

    def checked(self) -> tuple["FigureQuery", Indicator, Area]:
        """The query with codes as they are written, its indicator and area.

        Raises UnknownIndicator, UnknownArea or BadQuery, each with a text for the user.
        """
        found, place = indicator(self.indicator), area(self.area)
        _check_dimensions(self.by, found)
        _check_definition(self.definition, found)
        query = replace(self, indicator=found.code, area=place.code, period=self.period.strip(), by=tuple(self.by))
        return query, found, place


def _check_dimensions(by: tuple[str, ...], found: Indicator) -> None:
    unknown = [name for name in by if name not in DIMENSIONS]
    if unknown:
        known = ", ".join(DIMENSIONS)
        raise BadQuery(
            f"Uitsplitsing '{unknown[0]}' is onbekend; kies uit {known}.",
            f"Breakdown '{unknown[0]}' is unknown; choose from {known}.",
        )
    if len(set(by)) != len(by) or len(by) > MOST:
        raise BadQuery("Noem ten hoogste twee verschillende uitsplitsingen.", "Name at most two different breakdowns.")
    missing = [name for name in by if found.state == "computed" and name not in found.dimensions]
    if missing:
        known = ", ".join(found.dimensions)
        raise BadQuery(
            f"{found.code} is niet uit te splitsen naar {missing[0]}; wel naar {known}.",
            f"{found.code} cannot be broken down by {missing[0]}; it can by {known}.",
        )


def _check_definition(definition: str | None, found: Indicator) -> None:
    codes = [entry.code for entry in found.definitions]
    if definition is not None and found.state == "computed" and definition not in codes:
        raise BadQuery(
            f"{found.code} kent geen definitie '{definition}'; wel {', '.join(codes)}.",
            f"{found.code} has no definition '{definition}'; it has {', '.join(codes)}.",
        )
