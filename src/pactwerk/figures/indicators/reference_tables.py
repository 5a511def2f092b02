"""The small tables that the expressions join: areas and their rules, municipalities, measures, breakdown sets."""

from collections.abc import Iterator

from pactwerk.basis import places
from pactwerk.figures.indicators.counting import PUPIL_DIMENSIONS, TARGETS
from pactwerk.figures.indicators.measures import MEASURES
from pactwerk.figures.indicators.register import indicator

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


def rules() -> Iterator[tuple[str, str, str]]:
    """Area, column and value: a place with that value belongs to the area. Municipalities are their own area."""
    for area in places.areas():
        if area.code.startswith("GM") or not area.composition_known:
            continue
        held = places.members(area.code)
        if held.kind is places.MembershipKind.EVERYTHING:
            yield area.code, "country", "NL"
        yield from ((area.code, "province", province) for province in held.provinces)
        yield from ((area.code, "municipality", code) for code in held.municipalities)
        if held.column:
            yield area.code, held.column, held.value


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
