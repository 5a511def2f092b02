"""What if: locations or profiles that close or open. Who was in reach, who still is, and which school comes next.

Who is affected is told as counts per home postcode, at the publisher's grain: an interval stays an interval. Nothing
says which school these pupils would choose: only which one is nearest.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy

from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.reach.area_reach import ready, someone
from pactwerk.figures.reach.distance import Whole
from pactwerk.figures.reach.ground import Ground, Homes
from pactwerk.figures.reach.question import BadReachQuestion, ReachQuestion
from pactwerk.figures.reach.rows import (
    home_files,
    notes,
    offer_files,
    passed,
    pattern,
    pupils_row,
    share_row,
    sources,
)
from pactwerk.figures.reach.within import Nearest, counted, nearest_of, offering

NOW, AFTER, LOST, GAINED, FARTHER = "nu", "erna", "verliest", "wint", "verder"
"""How a row of the table is meant: the share now and after; pupils who lose reach, gain it, or keep it farther away."""


@dataclass(frozen=True)
class Affected:
    """The pupils of one home postcode for whom something changes, as a row of the table of the page."""

    row: Row
    effect: str
    before: str
    """Code of the nearest location now; empty: none."""
    before_km: float
    after: str
    after_km: float


@dataclass(frozen=True)
class Receiving:
    """A location that becomes the nearest for pupils who had another one."""

    location: str
    row: Row


@dataclass(frozen=True)
class Closing:
    """The answer. `shares` holds the share now and after; `affected` one line per home postcode."""

    question: ReachQuestion
    shares: PublishableTable
    moved: PublishableTable
    """Pupils per effect of the area (`nu` ... by definition) and per home postcode."""
    affected: tuple[Affected, ...]
    receiving: tuple[Receiving, ...]

    @property
    def total(self) -> tuple[Row, ...]:
        """The pupils per effect in the whole area."""
        return tuple(row for row in self.moved.rows if not row.by)


def closing(found: Ground, asked: ReachQuestion) -> Closing:
    """What the closing and opening do. Raises NothingToReach, BadReachQuestion or UnknownArea."""
    homes = ready(found)
    question = asked.checked(found)
    if not question.closed and not question.opened:
        raise BadReachQuestion(
            "Kies ten minste één vestiging die sluit, of een profiel dat erbij komt.",
            "Choose at least one location that closes, or a profile that is added.",
        )
    people = someone(found, homes, question)
    before, after = nearest_of(found, homes, question.as_it_is()), nearest_of(found, homes, question)
    said = notes(found, homes, question.as_it_is(), people)
    like = pattern(found, homes, question)
    every = sources(found, (*offer_files(found), *home_files(homes, people.told)))
    like = replace(like, sources=every)
    shares = [
        replace(share_row(like, counted(homes, near, question, people.told)), definition=f"{like.definition}-{when}")
        for when, near in ((NOW, before), (AFTER, after))
    ]
    case = _Case(found, homes, question, people.told, before, after)
    lines = tuple(_affected(case))
    receiving = tuple(_receiving(case, like))
    totals = [_total(like, lines, effect) for effect in (LOST, GAINED, FARTHER)]

    rows = [*totals, *(line.row for line in lines), *(entry.row for entry in receiving)]
    moved = passed(found, rows, ("municipality", "postcode4", "location"), said)
    return Closing(question, passed(found, shares, (), said), moved, lines, receiving)


def _effect(before_km: float, after_km: float, km: float) -> str:
    """What happens to a home: nothing (empty) as long as its nearest location stays."""
    if before_km <= km < after_km:
        return LOST
    if after_km <= km < before_km:
        return GAINED
    return FARTHER if before_km < after_km <= km else ""


@dataclass(frozen=True, eq=False)
class _Case:
    """One what-if: the homes it is about, and the nearest location of each now and after."""

    found: Ground
    homes: Homes
    question: ReachQuestion
    told: Whole
    before: Nearest
    after: Nearest


def _affected(case: _Case) -> Iterator[Affected]:
    like = pattern(case.found, case.homes, case.question)
    low, high = case.homes.pupils(case.question.ages)
    for place in case.told:
        km = float(case.before.km[place]), float(case.after.km[place])
        effect = _effect(*km, case.question.km)
        if not effect or not high[place]:
            continue
        home = case.homes.homes[place]
        by = {"municipality": home.municipality or "", "postcode4": home.postcode4 or ""}
        was, then = (_code(case.found, near, place) for near in (case.before, case.after))
        row = replace(
            pupils_row(like, int(low[place]), int(high[place])),
            definition=f"{like.definition}-{effect}",
            by=by,
            note=f"{_told(was, km[0])} > {_told(then, km[1])}",
            sources=sources(case.found, (*offer_files(case.found), *home_files(case.homes, [place]))),
        )
        yield Affected(row, effect, was, km[0], then, km[1])


def _code(found: Ground, near: Nearest, place: int) -> str:
    number = int(near.location[place])
    return found.codes[number] if number >= 0 else ""


def _told(code: str, km: float) -> str:
    return f"{code} {km:.1f} km" if code else "-"


def _total(like: Row, lines: tuple[Affected, ...], effect: str) -> Row:
    rows = [line.row for line in lines if line.effect == effect]
    low, high = (int(sum(getattr(row, side) or 0 for row in rows)) for side in ("low", "high"))
    return replace(pupils_row(like, low, high), definition=f"{like.definition}-{effect}")


def _receiving(case: _Case, like: Row) -> Iterator[Receiving]:
    """The locations within reach that become the nearest for homes that had another, most pupils first."""
    low, high = case.homes.pupils(case.question.ages)
    told, before, after = case.told, case.before, case.after
    changed = told[(before.location[told] != after.location[told]) & (after.km[told] <= case.question.km)]
    made = []
    for number in numpy.unique(after.location[changed]):
        if number < 0:
            continue
        mine = changed[after.location[changed] == number]
        row = pupils_row(like, int(low[mine].sum()), int(high[mine].sum()))
        code = case.found.codes[int(number)]
        definition = f"{like.definition}-nieuwe-dichtstbijzijnde"
        made.append(Receiving(code, replace(row, by={"location": code}, definition=definition)))
    yield from sorted(made, key=lambda entry: (-(entry.row.high or 0), entry.location))


def choices(found: Ground, area_codes: frozenset[int], question: ReachQuestion) -> tuple[str, ...]:
    """The locations that offer what is asked now and lie in one of these places: what one can choose to close."""
    return tuple(code for code in offering(found, question.as_it_is()) if found.locations[code].signature in area_codes)
