"""The counts of a cohort, rounded together: every link of every stage is a total of its own, so within ten."""

from collections.abc import Hashable, Iterable, Mapping

from pactwerk.figures.disclosure_control.protecting import Protected, ProtectedCounts, protected_counts
from pactwerk.figures.flows.cohorts.counting import Cohort, CohortPath
from pactwerk.figures.flows.naming import OUTSIDE

WITH = "+"
"""Between a state and the diploma in the code of a node of the last stage."""
Nodes = tuple[str, ...]
_Cell = tuple[Hashable, ...]


def nodes_of(path: CohortPath, *, diplomas: bool) -> Nodes:
    """The codes of the later nodes of a path; the last one with its diploma when that is asked."""
    codes = [str(state) if state else OUTSIDE for state in path.states]
    if diplomas and path.diploma:
        codes[-1] += WITH + path.diploma
    return tuple(codes)


class ProtectedCohort:
    """A cohort per sex (or as one, under an empty sex): its size and its links, each rounded within ten.

    The rounding knows two trees of totals, enough for the links of three stages:
    start > first, first > second in one, second > third in the other.
    """

    def __init__(self, cohort: Cohort, secret: bytes, *, by_sex: bool, diplomas: bool) -> None:
        """Round once. Raises NotProtected."""
        self.years = cohort.years_later
        cells: dict[_Cell, int] = {}
        for path in cohort.paths:
            cell: _Cell = (path.sex if by_sex else "", *nodes_of(path, diplomas=diplomas))
            cells[cell] = cells.get(cell, 0) + path.persons
        self.links = _links(cells)
        self._counts: ProtectedCounts = protected_counts(cells, secret, first=_forth, second=_back, apart=True)

    def size(self, sex: str) -> Protected:
        """The cohort itself."""
        return self._counts.first(sex)

    def link(self, sex: str, stage: int, source: str, target: str) -> Protected:
        """Who goes from a node of a stage to one of the next; from stage 0 all start in the same node."""
        if stage == 0:
            return self._counts.first(sex, target)
        if stage == self.years - 1:
            return self._counts.second(sex, target, source)
        return self._counts.first(sex, source, target)

    def node(self, sex: str, stage: int, state: str) -> Protected | None:
        """Who is in a node; None of the middle stage of three years, of which only the links are told."""
        if stage == 0:
            return self.size(sex)
        if stage == 1:
            return self._counts.first(sex, state)
        return self._counts.second(sex, state) if stage == self.years else None


def _forth(cell: _Cell) -> _Cell:
    """From the start on: the node a year later and, of three years, the one after that."""
    return cell[:3] if len(cell) == 4 else cell[:2]


def _back(cell: _Cell) -> _Cell:
    """From the end back: the last node and the one before it."""
    return (cell[0], cell[-1], cell[-2]) if len(cell) > 2 else cell


def _links(cells: Mapping[_Cell, int] | Iterable[_Cell]) -> tuple[tuple[str, int, str, str], ...]:
    """Every (sex, stage, source, target) that somebody went, in a fixed order; source is empty at stage 0."""
    found = {
        (str(cell[0]), stage, "" if stage == 0 else str(cell[stage]), str(cell[stage + 1]))
        for cell in cells
        for stage in range(len(cell) - 1)
    }
    return tuple(sorted(found))
