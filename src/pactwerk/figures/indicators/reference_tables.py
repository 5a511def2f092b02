"""The small tables that the expressions join: areas and their rules, municipalities, measures, breakdown sets."""

from collections.abc import Iterator

from pactwerk.basis import places
from pactwerk.figures.indicators.counting import MEASURES
from pactwerk.figures.indicators.register import indicator

_PARTS = {
    # population: breakdowns ready for it, and whether a sex comes on top of two others (K10 and K11 need that)
    "vmbo-3": (("track", "profile"), True),
    "vmbo-4": (("track", "profile"), False),
    "havo-4": (("track", "profile"), True),
    "vwo-4": (("track", "profile"), True),
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


def subsets() -> Iterator[tuple[str, bool, bool, bool, int]]:
    """The sets of breakdowns per population; `parts` is what counts towards the most that is ready."""
    for population, (names, extra_sex) in _PARTS.items():
        for mask in range(8):
            track, profile, sex = bool(mask & 1), bool(mask & 2), bool(mask & 4)
            if (track and "track" not in names) or (profile and "profile" not in names):
                continue
            free_sex = extra_sex and not profile
            yield population, track, sex, profile, track + profile + (sex and not free_sex)


def measures() -> Iterator[tuple[object, ...]]:
    """The computed definitions, one row per population."""
    for measure in MEASURES:
        for population in measure.populations or ("",):
            yield (
                measure.indicator, measure.definition, measure.kind, population, measure.flag, measure.sex,
                " " + " ".join(measure.dimensions) + " ", measure.valid_from, measure.valid_to,
                indicator(measure.indicator).unit, measure.table,
            )  # fmt: skip
