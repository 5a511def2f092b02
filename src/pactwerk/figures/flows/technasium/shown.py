"""Retention as it may be shown: protected counts of the outcomes, and rates with two sorts of bounds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pactwerk.basis.dated import SchoolYear
from pactwerk.figures.disclosure_control import PublishableTable, Row, Source, protected_figures
from pactwerk.figures.disclosure_control.protecting import BASE, Protected, ProtectedCounts, Share, protected_counts
from pactwerk.figures.flows.rates import Difference, difference, interval
from pactwerk.figures.flows.technasium.counting import BY, Group, Retention
from pactwerk.figures.flows.technasium.measures import MEASURES, OUTCOMES
from pactwerk.figures.texts import Text

ROUNDING, WILSON = "afronding", "wilson-95"
"""The two definitions of a rate's bounds: what the rounding leaves open, and chance besides."""
NOTES = (
    Text(
        "Waar O&O verplicht is, is een deel van de daling het einde van die plicht; verplicht en gekozen staan apart.",
        "Where O&O is compulsory, part of the drop is the end of that duty; compulsory and elective stand apart.",
    ),
    Text(
        "Aantallen zijn op tientallen afgerond; wat op nul is afgerond (0 tot 9) staat er niet bij.",
        "Counts are rounded to tens; what is rounded to zero (0 to 9) is not listed.",
    ),
    Text(
        "Interval van 95 procent van Wilson, met de afronding erin: hoe het met hen ook had kunnen gaan.",
        "Wilson's 95 percent interval with the rounding in it: how it could have gone otherwise with these pupils.",
    ),
)
Place = tuple[str, tuple[str, ...]]
"""A rule, and the codes of what was asked to be told apart."""


@dataclass(frozen=True)
class RetentionShown:
    """Counts by outcome, rates twice (`afronding`, `wilson-95`), and the shares behind them for comparison."""

    year: int
    counts: PublishableTable
    rates: PublishableTable
    shares: Mapping[tuple[str, Place], Share]


@dataclass(frozen=True)
class Compared:
    """One measure of one group in two cohorts, or of two groups in one."""

    measure: str
    earlier: Place
    later: Place
    difference: Difference


def shown_retention(found: Retention, secret: bytes, *, file: str, by: Sequence[str] = ()) -> RetentionShown:
    """Protect and show a retention, told apart by any of `BY`. Groups whose size may be below ten are left out.

    Everything comes from one additive rounding per rule. Raises ValueError for another breakdown, and NotProtected.
    """
    if not set(by) <= set(BY):
        raise ValueError(", ".join(by))
    told = tuple(name for name in BY if name in by)
    cells: dict[tuple[object, ...], int] = {}
    for group, persons in found.groups.items():
        key = (group.rule, _codes(group, told), group.outcome)
        cells[key] = cells.get(key, 0) + persons
    counts = protected_counts(
        cells, secret, first=lambda cell: (cell[0], cell[2]), second=lambda cell: cell, apart=True
    )  # fmt: skip
    places = [place for place in _places(cells) if counts.second(*place).low >= BASE]
    shares = {
        (code, place): measure.of(partial(_count, counts, place))
        for place in places
        for code, measure in MEASURES.items()
    }
    frame = _Frame(SchoolYear.starting(found.year).text, file, told)
    dimensions = ("rule", *told)
    return RetentionShown(
        found.year,
        protected_figures(_counted(frame, counts, places), (*dimensions, "outcome"), notes=NOTES),
        protected_figures(_rated(frame, shares), dimensions, notes=NOTES),
        shares,
    )


def compare(earlier: RetentionShown, later: RetentionShown) -> tuple[Compared, ...]:
    """Every measure of every group that both cohorts have: later less earlier, with Newcombe's interval.

    This is the check before and after an action: it says whether a difference is more than chance, not what caused it.
    """
    both = [key for key in earlier.shares if key in later.shares]
    return tuple(
        Compared(code, place, place, difference(earlier.shares[code, place], later.shares[code, place]))
        for code, place in both
    )


def compare_groups(shown: RetentionShown, one: Place, other: Place) -> tuple[Compared, ...]:
    """Every measure of two groups of one cohort: the other less the one. Raises KeyError for a group not shown."""
    return tuple(
        Compared(code, one, other, difference(shown.shares[code, one], shown.shares[code, other])) for code in MEASURES
    )


@dataclass(frozen=True)
class _Frame:
    period: str
    file: str
    told: tuple[str, ...]

    def row(self, place: Place, indicator: str, definition: str, **more: str) -> Row:
        rule, codes = place
        return Row(
            indicator=indicator,
            definition=definition,
            area="bestand",
            period=self.period,
            value=None,
            unit="leerlingen" if more else "%",
            by={"rule": rule, **dict(zip(self.told, codes, strict=True)), **more},
            sources=(Source(file=self.file),),
        )


def _codes(group: Group, told: Sequence[str]) -> tuple[str, ...]:
    return tuple(str(getattr(group, name)) for name in told)


def _places(cells: Mapping[tuple[object, ...], int]) -> list[Place]:
    return sorted({(str(rule), codes) for rule, codes, _ in cells if isinstance(codes, tuple)})


def _count(counts: ProtectedCounts, place: Place, outcome: str) -> Protected:
    return counts.second(*place, outcome) if outcome else counts.second(*place)


def _counted(frame: _Frame, counts: ProtectedCounts, places: Sequence[Place]) -> Iterator[tuple[Row, Protected]]:
    for place in places:
        for outcome in ("", *OUTCOMES):
            count = _count(counts, place, outcome)
            if count.value:
                yield frame.row(place, "technasium-3-4", "telling", outcome=outcome or "cohort"), count


def _rated(frame: _Frame, shares: Mapping[tuple[str, Place], Share]) -> Iterator[tuple[Row, Share]]:
    for (code, place), found in shares.items():
        yield frame.row(place, code, ROUNDING), found
        yield frame.row(place, code, WILSON), interval(found)
