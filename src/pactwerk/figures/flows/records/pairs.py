"""One pair of years after the other.

The first try takes the rows as they are and looks, in the same pass, whether somebody is there twice (see
`expressions.pairs`). If not, that was all the work. If so, the years from there on are first made single.
"""

from pactwerk.figures.flows.expressions import enrolments as shaped
from pactwerk.figures.flows.expressions import pairs
from pactwerk.figures.flows.records import layout, once
from pactwerk.figures.flows.records.cells import Cell, cells_of
from pactwerk.figures.flows.records.faults import Fault
from pactwerk.figures.flows.records.reading import Enrolments


class PairCounter:
    """Counts pairs of years in order, and remembers which years are known to hold every person once."""

    def __init__(
        self, enrolments: Enrolments, grain: tuple[str, ...], by: tuple[str, ...], fields: tuple[str, ...]
    ) -> None:
        """Nothing is known of any year yet."""
        self._enrolments, self._grain, self._by, self._fields = enrolments, grain, by, fields
        self._faults: list[Fault] = []
        self._missing: dict[int, int] = {}
        self._single: set[int] = set()
        self._made: set[int] = set()

    def pair(self, year: int) -> list[Cell]:
        """The cells of a year and the next. Years are asked in ascending order."""
        self._forget_before(year)
        cells = None if self._made else self._as_they_are(year)
        if cells is None:
            cells = self._made_single(year)
        for side, of_year in (("source", year), ("target", year + 1)):
            self._missing[of_year] = sum(cell.people - cell.persons(side) for cell in cells if cell.has(side))
        return cells

    def found(self) -> tuple[Fault, ...]:
        """The faults met so far."""
        unreadable = self._enrolments.unreadable_years
        found = [Fault("no_person", year, "", rows, "rows") for year, rows in self._missing.items() if rows]
        found += [Fault("no_year", None, "", unreadable, "rows")] if unreadable else []
        return tuple(sorted(self._faults + found, key=lambda fault: (fault.year or 0, fault.code, fault.detail)))

    def close(self) -> None:
        """Drop all tables."""
        self._forget_before(layout.LAST_YEAR + 2)
        for name in ("pair", "earlier", "later"):
            self._enrolments.engine.drop(name)

    def _as_they_are(self, year: int) -> list[Cell] | None:
        """The cells when nobody is there twice in either year, else None."""
        self._enrolments.at("earlier", year)
        self._enrolments.at("later", year + 1)
        cells, twice = self._count(("target",) if year in self._single else ("source", "target"))
        for side, of_year in (("source", year), ("target", year + 1)):
            joined = sum(cell.people for cell in cells if cell.has(side))
            if twice or joined != self._enrolments.rows_by_year[of_year]:
                return None
        self._single |= {year, year + 1}
        return cells

    def _made_single(self, year: int) -> list[Cell]:
        """The cells after both years were made single."""
        for one in (year, year + 1):
            if one not in self._made:
                self._faults += once.resolve(self._enrolments, one)
                self._made.add(one)
        self._enrolments.define("earlier", shaped.alias, once.persons_of(year))
        self._enrolments.define("later", shaped.alias, once.persons_of(year + 1))
        return self._count(())[0]

    def _count(self, looking: tuple[str, ...]) -> tuple[list[Cell], bool]:
        """The cells, and whether one of the sides looked at has somebody twice among who is in one year only."""
        there, asked = self._enrolments, (self._grain, self._by, looking)
        there.define("pair", pairs.pair, *asked, kept=True)
        cells = cells_of(there.rows(pairs.counted, *asked, self._fields), self._grain, self._by)
        twice = [rows != persons for side in looking for rows, persons in there.rows(pairs.seen_twice, *asked, side)]
        return cells, any(twice)

    def _forget_before(self, year: int) -> None:
        for one in [made for made in self._made if made < year]:
            once.forget(self._enrolments, one)
            self._made.discard(one)
