"""Whether editions of the pupils table can be of the years they are said to be: grade 2 is last year's grade 1."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pactwerk.basis.dated import SchoolYear
from pactwerk.figures.sources import engine
from pactwerk.figures.sources.texts import Text

_LOWER = (1, 2, 3)
# A true pair of editions differs by some 5 % of the pupils per grade and location; a wrong year by 10 % and more.
_CLEARLY = 0.8


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
    found = []
    for first in range(len(ordered)):
        for second in range(first + 1, len(ordered)):
            warning = _compare(ordered[first], sizes[first], ordered[second], sizes[second])
            if warning:
                found.append(warning)
    return found


def _sizes(edition: LoadedPupils) -> dict[tuple[str, int], int]:
    """Pupils per location and grade; suppressed cells count for nothing."""
    return {
        (location, grade): count
        for location, grade, count in engine.rows(
            f"SELECT location, grade, sum(count) FROM {engine.literal(edition.parquet)} "
            "WHERE count IS NOT NULL AND grade <= 4 GROUP BY ALL"
        )
    }


def _distance(early: dict[tuple[str, int], int], late: dict[tuple[str, int], int], years: int) -> float | None:
    """The share of pupils that is not where it would be when the editions lie so many years apart."""
    moved = total = 0
    for (location, grade), count in early.items():
        if grade in _LOWER and grade + years <= len(_LOWER) + (1 if years else 0):
            there = late.get((location, grade + years))
            if there is not None:
                moved += abs(count - there)
                total += count + there
    return moved / total if total else None


def _compare(
    first: LoadedPupils, early: dict[tuple[str, int], int], second: LoadedPupils, late: dict[tuple[str, int], int]
) -> Text | None:
    said = SchoolYear(second.period).start - SchoolYear(first.period).start
    if early == late:
        return Text(
            f"{first.name} ({first.period}) en {second.name} ({second.period}) hebben dezelfde leerlingen",
            f"{first.name} ({first.period}) and {second.name} ({second.period}) have the same pupils",
        )
    fits = {years: distance for years in range(-2, 3) if (distance := _apart(early, late, years)) is not None}
    if not 1 <= said <= 2 or said not in fits:
        return None
    best = min(fits, key=lambda years: fits[years])
    if best == said or fits[best] > _CLEARLY * fits[said]:
        return None
    return Text(
        f"{first.name} ({first.period}) en {second.name} ({second.period}) spreken elkaar tegen: de leerjaren sluiten "
        f"op elkaar aan als ze {best} jaar uit elkaar liggen, niet {said}",
        f"{first.name} ({first.period}) and {second.name} ({second.period}) contradict each other: the grades fit "
        f"when they lie {best} years apart, not {said}",
    )


def _apart(early: dict[tuple[str, int], int], late: dict[tuple[str, int], int], years: int) -> float | None:
    return _distance(early, late, years) if years >= 0 else _distance(late, early, -years)
