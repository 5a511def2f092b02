"""Transitions between any states, year pair by year pair, every person once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pactwerk.figures.flows.expressions import codes
from pactwerk.figures.flows.records import layout
from pactwerk.figures.flows.records.cells import transitions_of
from pactwerk.figures.flows.records.faults import Fault
from pactwerk.figures.flows.records.leaving import LeaverCounter
from pactwerk.figures.flows.records.pairs import PairCounter
from pactwerk.figures.flows.records.reading import Enrolments
from pactwerk.figures.flows.transition import Transition

Progress = Callable[[int, int], None]
"""Called before a pair of years is counted, with the number of it and how many there are."""


@dataclass(frozen=True)
class Counted:
    """What a count gives: exact, so for `disclosure_control` and nobody else."""

    transitions: tuple[Transition, ...]
    faults: tuple[Fault, ...]
    """Met on the way: persons there twice, rows without person or year. All there is to find: `records.checking`."""
    years: tuple[int, ...]
    """First years of the pairs counted; a year whose successor is not in the file has no pair."""


def count_transitions(  # noqa: PLR0913  -- the question, part by part
    enrolments: Enrolments,
    grain: Sequence[str],
    *,
    years: Sequence[int] | None = None,
    by: Sequence[str] = (),
    leavers: bool = False,
    progress: Progress | None = None,
) -> Counted:
    """Persons by the state of one year and that of the next.

    `grain` is `level` and any of `track`, `field`, `grade`; `by` any of `sex`, `area`, `diploma` (those of the earlier
    year, of the later one for who is new; a diploma is never of who is new). `years` are first years of pairs. With
    `leavers` the transitions of who left carry their marks. Raises ValueError for a grain or breakdown that is none.
    """
    grain = _asked(grain, layout.GRAIN)
    by = _asked(by, layout.BREAKDOWNS)
    if "level" not in grain:
        raise ValueError("grain without level")
    fields = _fields(enrolments) if "field" in grain else ()
    there = [year for year in enrolments.years if year + 1 in enrolments.rows_by_year]
    asked = [year for year in there if years is None or year in set(years)]
    counter = PairCounter(enrolments, grain, by, fields, standing=leavers)
    marks = LeaverCounter(enrolments, grain, by, fields) if leavers else None
    found: list[Transition] = []
    for number, year in enumerate(asked):
        if progress:
            progress(number, len(asked))
        pair = transitions_of(counter.pair(year), year, by)
        found += marks.told(pair, year) if marks else pair
    counter.close()
    if marks:
        marks.close()
    return Counted(tuple(found), counter.found(), tuple(asked))


def _asked(names: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    if not set(names) <= set(known):
        raise ValueError(", ".join(names))
    return tuple(name for name in known if name in names)


def _fields(enrolments: Enrolments) -> tuple[str, ...]:
    return tuple(sorted(name for (name,) in enrolments.rows(codes.fields)))
