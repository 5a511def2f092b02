"""The small tables that the expressions join: areas and their rules, municipalities, measures, breakdown sets."""

from collections.abc import Container, Iterator, Mapping
from datetime import date
from itertools import combinations

from pactwerk.basis import places
from pactwerk.figures.indicators.counting import PUPIL_DIMENSIONS, TARGETS
from pactwerk.figures.indicators.measures import MEASURES, STUDIES
from pactwerk.figures.indicators.register import indicator
from pactwerk.figures.indicators.study import CONDITIONS, TIDY_DIMENSIONS, Conditions

_MOST = 2

_PARTS = {
    # sum of populations: breakdowns ready for it, and whether a sex comes on top of two others (K10 and K11 need that)
    "vmbo-3": (("track", "profile"), True),
    "vmbo-34": (("track", "profile"), False),
    "havo-4": ((), False),
    "vwo-4": ((), False),
    "general-4": (("track", "profile"), True),
    "vmbo-candidates": (("track",), False),
    "vmbo-graduates": (("track",), False),
    "havo-candidates": ((), False),
    "vwo-candidates": ((), False),
}


def municipalities() -> Iterator[tuple[str, str]]:
    """Every municipality code since 2013, the invented ones too, with its province."""
    for example in (False, True):
        for found in places.municipalities(example=example):
            yield found.code, found.province


Rule = tuple[str, str, str, str, str, str, str]
"""Area, borders, since, until, at, column, value."""


def rules(years: Mapping[int, Container[str]]) -> Iterator[Rule]:
    """A place with the value in the column belongs to the area; `years` has the municipalities of each borders year.

    `borders` are those in which the area is asked, '' those of the files of each period; in the borders of a year an
    area is composed as it was on 1 January of it, whatever the period. `since` and `until` bound the days on which the
    composition holds, '' is always. `at` are the borders in which the column is read: a municipality that an office
    entered means its territory in a year in which it existed, because files name places by codes of later years too.
    Municipalities are their own area.
    """
    for area in places.areas():
        if area.code.startswith("GM") or not area.composition_known:
            continue
        for since, until, held in places.eras(area.code):
            era = ("", since.isoformat() if since else "", until.isoformat() if until else "")
            entered = area.code in places.entered_areas()
            at = {code: _existing(code, since, until, years) for code in held.municipalities} if entered else {}
            yield from _rules_of(area.code, era, held, at)
        for year in years:
            yield from _rules_of(area.code, (str(year), "", ""), places.members(area.code, date(year, 1, 1)), {})


def _existing(code: str, since: date | None, until: date | None, years: Mapping[int, Container[str]]) -> str:
    """The last loaded year in which a municipality existed, if possible within these days; '' when there is none."""
    known = [year for year in sorted(years) if code in years[year]]
    within = [year for year in known if (since or date.min) <= date(year, 1, 1) < (until or date.max)]
    return str((within or known)[-1]) if known else ""


def _rules_of(area: str, era: tuple[str, str, str], held: places.Membership, at: Mapping[str, str]) -> Iterator[Rule]:
    if held.kind is places.MembershipKind.EVERYTHING:
        yield area, *era, era[0], "country", "NL"
    for province in held.provinces:
        yield area, *era, era[0], "province", province
    for code in held.municipalities:
        yield area, *era, at.get(code, era[0]), "municipality", code
    if held.column:
        yield area, *era, era[0], held.column, held.value


def subsets() -> Iterator[tuple[str, str, bool, bool, bool, int]]:
    """Per population the sums it is part of, and per sum the sets of breakdowns; `parts` counts towards the most."""
    for population, targets in TARGETS.items():
        for target in targets:
            for track, profile, sex, parts in _sets(*_PARTS[target]):
                yield population, target, track, sex, profile, parts


def _sets(names: tuple[str, ...], extra_sex: bool) -> Iterator[tuple[bool, bool, bool, int]]:
    for mask in range(8):
        track, profile, sex = bool(mask & 1), bool(mask & 2), bool(mask & 4)
        if (not track or "track" in names) and (not profile or "profile" in names):
            free_sex = extra_sex and not profile
            yield track, profile, sex, track + profile + (sex and not free_sex)


def measures() -> Iterator[tuple[object, ...]]:
    """The computed definitions, one row each."""
    for measure in MEASURES:
        yield (
            measure.indicator, measure.definition, measure.kind, measure.target, measure.flag, measure.sex,
            *(name in measure.dimensions for name in PUPIL_DIMENSIONS), measure.valid_from, measure.valid_to,
            indicator(measure.indicator).unit, measure.table,
        )  # fmt: skip


def studies() -> Iterator[tuple[object, ...]]:
    """The computed definitions over tidy tables, one row each; the codes of a condition stand between bars."""
    for study in STUDIES:
        yield (
            study.name, study.indicator, study.definition, study.kind, indicator(study.indicator).unit, study.table,
            study.measure, study.of or study.measure, study.inside, study.sexed, study.place == "school",
            *_codes(study.where), *_codes(study.numerator), *_codes(study.denominator),
        )  # fmt: skip


def _codes(conditions: Conditions) -> Iterator[str | None]:
    for name in CONDITIONS:
        yield f"|{'|'.join(conditions[name])}|" if name in conditions else None


def tidy_subsets() -> Iterator[tuple[object, ...]]:
    """Per study the sets of breakdowns it offers, two at most; a gap is between the sexes, which then count no more."""
    for study in STUDIES:
        gap = study.kind == "gap"
        names = [name for name in TIDY_DIMENSIONS if name in study.dimensions and not (gap and name == "sex")]
        for size in range(_MOST + 1):
            for chosen in combinations(names, size):
                used = (*chosen, "sex") if gap else chosen
                yield study.name, study.name, *(name in used for name in TIDY_DIMENSIONS), len(chosen)
