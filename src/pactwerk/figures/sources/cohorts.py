"""Whether editions of the pupils table can be of the years they are said to be: vwo 5 is last year's vwo 4."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pactwerk.basis.dated import SchoolYear
from pactwerk.figures.sources import engine
from pactwerk.figures.texts import Text

# The last three years of vwo: pupils rarely change location there, and every location has all three grades.
_GRADES = (4, 5, 6)
_FURTHEST = 2
# Between true editions a year apart 4 % of these pupils differ per grade and location, between wrong ones 8 to 12 %.
_CLEARLY = 0.9
_FITS = 0.06
# With fewer locations (a region, example data) chance decides, and nothing is said.
_FEWEST = 150

Sizes = dict[tuple[str, int], int]


@dataclass(frozen=True)
class LoadedPupils:
    """One loaded edition: the file's name, its school year, its Parquet file."""

    name: str
    period: str
    parquet: Path


def cohort_warnings(editions: Sequence[LoadedPupils]) -> list[Text]:
    """A warning for every pair of editions whose pupils fit another number of years apart than their names say."""
    ordered = sorted(editions, key=lambda edition: edition.period)
    sizes = [_sizes(edition) for edition in ordered]
    pairs = [(first, second) for second in range(len(ordered)) for first in range(second)]
    found = (_compare(ordered[one], sizes[one], ordered[other], sizes[other]) for one, other in pairs)
    return [warning for warning in found if warning]


def _sizes(edition: LoadedPupils) -> Sizes:
    """Pupils in the upper years of vwo per location and grade; suppressed cells count for nothing."""
    counted = engine.rows(
        f"SELECT location, grade, sum(count) FROM {engine.literal(edition.parquet)} "
        f"WHERE track = 'vwo' AND grade IN {_GRADES} AND count IS NOT NULL GROUP BY ALL"
    )
    return {(location, grade): count for location, grade, count in counted}


def _distance(early: Sizes, late: Sizes, years: int) -> float | None:
    """The share of pupils that is not where it would be when the editions lie so many years apart."""
    moved = total = 0
    locations = set()
    for (location, grade), count in early.items():
        there = late.get((location, grade + years))
        if there is not None:
            locations.add(location)
            moved += abs(count - there)
            total += count + there
    return moved / total if total and len(locations) >= _FEWEST else None


def _compare(first: LoadedPupils, early: Sizes, second: LoadedPupils, late: Sizes) -> Text | None:
    if early == late and early:
        return Text(
            f"{first.name} ({first.period}) en {second.name} ({second.period}) hebben dezelfde leerlingen",
            f"{first.name} ({first.period}) and {second.name} ({second.period}) have the same pupils",
        )
    said = SchoolYear(second.period).start - SchoolYear(first.period).start
    best = _best(early, late, said)
    if best is None or best == said:
        return None
    return Text(
        f"{first.name} ({first.period}) en {second.name} ({second.period}) spreken elkaar tegen: de leerjaren sluiten "
        f"op elkaar aan als ze {best} jaar uit elkaar liggen, niet {said}",
        f"{first.name} ({first.period}) and {second.name} ({second.period}) contradict each other: the grades fit "
        f"when they lie {best} years apart, not {said}",
    )


def _best(early: Sizes, late: Sizes, said: int) -> int | None:
    """The number of years apart that fits clearly better than the one that is said; None when none does."""
    years = range(-_FURTHEST, _FURTHEST + 1)
    fits = {apart: distance for apart in years if (distance := _distance(early, late, apart)) is not None}
    if not fits:
        return None
    best = min(fits, key=lambda apart: fits[apart])
    limit = _CLEARLY * fits[said] if said in fits else _FITS
    return best if fits[best] < limit else None
