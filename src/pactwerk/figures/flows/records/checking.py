"""All faults of a file of enrolments, named and counted (`pactwerk figures flows check`)."""

from collections.abc import Callable, Iterator

from pactwerk.figures.flows.expressions import faults as looking
from pactwerk.figures.flows.records import once
from pactwerk.figures.flows.records.faults import Fault
from pactwerk.figures.flows.records.interruptions import interruptions
from pactwerk.figures.flows.records.reading import Enrolments

_ROWS_AT_ONCE = 10_000_000
"""So many rows are grouped by person in one go; more are done in parts, within the memory of a small machine."""

Progress = Callable[[int, int], None]


def find_faults(enrolments: Enrolments, progress: Progress | None = None) -> tuple[Fault, ...]:
    """Every fault that there is a name for (see `wording`); exact counts, so for `disclosure_control`."""
    steps: list[Callable[[Enrolments], Iterator[Fault]]] = [_of_rows, _gaps, *map(_codes, (*looking.CODES, "area"))]
    steps += [_early] if "diploma_on" in enrolments.present else []
    steps += [_before_school]
    years = enrolments.years
    found: list[Fault] = []
    for number, year in enumerate(years):
        if progress:
            progress(number, len(years) + len(steps))
        found += once.resolve(enrolments, year)
        found += _without_person(enrolments, year)
        once.forget(enrolments, year)
    for number, step in enumerate(steps, len(years)):
        if progress:
            progress(number, len(years) + len(steps))
        found += step(enrolments)
    return tuple(sorted(found, key=lambda fault: (fault.code, fault.year or 0, fault.detail)))


def _of_rows(enrolments: Enrolments) -> Iterator[Fault]:
    if enrolments.unreadable_years:
        yield Fault("no_year", None, "", enrolments.unreadable_years, "rows")


def _without_person(enrolments: Enrolments, year: int) -> Iterator[Fault]:
    ((rows,),) = enrolments.rows(looking.without_person, once.rows_of(year))
    if rows:
        yield Fault("no_person", year, "", int(rows), "rows")


def _gaps(enrolments: Enrolments) -> Iterator[Fault]:
    years = enrolments.years[-60:]
    total = sum(enrolments.rows_by_year.values())
    parts = max(1, -(-total // _ROWS_AT_ONCE)) if enrolments.engine.dialect == "duckdb" else 1
    found: dict[tuple[int, int], int] = {}
    for part in range(parts):
        for mask, persons in enrolments.rows(looking.presence, years[0], part, parts):
            for gap in interruptions(int(mask), years):
                found[gap] = found.get(gap, 0) + int(persons)
    for (left, back), persons in sorted(found.items()):
        yield Fault("gap", left, str(back), persons)


def _codes(column: str) -> Callable[[Enrolments], Iterator[Fault]]:
    def look(enrolments: Enrolments) -> Iterator[Fault]:
        for year, code, persons in enrolments.rows(looking.unknown_codes, column):
            yield Fault(f"unknown_{column}", int(year), code, int(persons))

    return look


def _early(enrolments: Enrolments) -> Iterator[Fault]:
    for year, persons in enrolments.rows(looking.early_diplomas):
        yield Fault("early_diploma", int(year), "", int(persons))


def _before_school(enrolments: Enrolments) -> Iterator[Fault]:
    for year, diploma, persons in enrolments.rows(looking.diplomas_before_school):
        yield Fault("diploma_before_school", int(year), diploma, int(persons))
