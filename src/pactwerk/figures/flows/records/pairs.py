"""One pair of years after the other.

The first try takes the rows as they are and looks, in the same pass, whether somebody is there twice (see
`expressions.pairs`). If not, that was all the work. If so, who they are is looked up from there on, year by year, and
only those few are counted again (see `records.mending`). Where the rows of the pair are asked for after the count, the
years are made single as a whole instead.
"""

from collections.abc import Callable, Sequence

from pactwerk.figures.flows.expressions import enrolments as shaped
from pactwerk.figures.flows.expressions import mending as expressions
from pactwerk.figures.flows.expressions import pairs
from pactwerk.figures.flows.records import layout, mending, once
from pactwerk.figures.flows.records.cells import Cell, cells_of, mended
from pactwerk.figures.flows.records.faults import Fault
from pactwerk.figures.flows.records.reading import Enrolments


class PairCounter:
    """Counts pairs of years in order, and remembers which years are known to hold every person once."""

    def __init__(
        self,
        enrolments: Enrolments,
        grain: tuple[str, ...],
        by: tuple[str, ...],
        fields: tuple[str, ...],
        *,
        standing: bool = False,
    ) -> None:
        """Nothing is known of any year yet. With `standing` the tables of a pair hold everybody once after it."""
        self._enrolments, self._grain, self._by, self._fields = enrolments, grain, by, fields
        self._standing = standing
        self._missing: dict[int, int] = {}
        self._single: set[int] = set()
        self._looked: dict[int, int] = {}
        """Of the years that were looked through and stand: how many persons are there twice."""
        self._few: set[int] = set()
        self._met = False
        self._doubles: dict[int, int] = {}

    def pair(self, year: int) -> list[Cell]:
        """The cells of a year and the next. Years are asked in ascending order."""
        self._forget_before(year)
        cells, single = self._as_they_are(year)
        if not single:
            cells = self._made_single(year) if self._standing else self._mended(year, cells)
        for side, of_year in (("source", year), ("target", year + 1)):
            self._missing[of_year] = sum(cell.people - cell.persons(side) for cell in cells if cell.has(side))
        return cells

    def found(self) -> tuple[Fault, ...]:
        """The faults met so far."""
        unreadable = self._enrolments.unreadable_years
        found = [Fault("no_person", year, "", rows, "rows") for year, rows in self._missing.items() if rows]
        found += [Fault("no_year", None, "", unreadable, "rows")] if unreadable else []
        found += [
            Fault("double", year, "", persons)
            for year, persons in self._doubles.items()
            if persons and year in self._missing
        ]
        return tuple(sorted(found, key=lambda fault: (fault.year or 0, fault.code, fault.detail)))

    def close(self) -> None:
        """Drop all tables."""
        self._forget_before(layout.LAST_YEAR + 2)
        for name in ("pair", "earlier", "later"):
            self._enrolments.engine.drop(name)

    def _as_they_are(self, year: int) -> tuple[list[Cell], bool]:
        """The cells, and whether nobody is there twice in either year; not looked at once somebody was."""
        if self._met and self._standing:
            return [], False
        self._enrolments.at("earlier", year)
        self._enrolments.at("later", year + 1)
        if self._met:
            return self._count(())[0], False
        cells, twice = self._count(("target",) if year in self._single else ("source", "target"))
        for side, of_year in (("source", year), ("target", year + 1)):
            joined = sum(cell.people for cell in cells if cell.has(side))
            if twice or joined != self._enrolments.rows_by_year[of_year]:
                self._met = True
                return cells, False
        self._single |= {year, year + 1}
        return cells, True

    def _made_single(self, year: int) -> list[Cell]:
        """The cells after both years were made single."""
        self._look((year, year + 1), once.make_single)
        self._enrolments.define("earlier", shaped.alias, once.persons_of(year))
        self._enrolments.define("later", shaped.alias, once.persons_of(year + 1))
        return self._count(())[0]

    def _mended(self, year: int, cells: list[Cell]) -> list[Cell]:
        """The cells without what the few who are there twice made of them, and with where they belong."""
        after = (year + 2,) if year + 2 in self._enrolments.rows_by_year else ()
        self._look((year, year + 1, *after), once.look)
        if not (self._looked[year] or self._looked[year + 1]):
            return cells
        for one in (year, year + 1):
            self._read_few(one)
        there, asked = self._enrolments, (self._grain, self._by)
        there.define("pair", expressions.difference, *asked, (once.rows_of(year), once.rows_of(year + 1)), kept=True)
        return mended(cells, cells_of(there.rows(pairs.counted, *asked, (), self._fields), *asked))

    def _read_few(self, year: int) -> None:
        """Once a year: it is the later one of a pair and the earlier one of the next."""
        if year not in self._few:
            twice = [one for one in (year - 1, year, year + 1) if self._looked.get(one)]
            mending.read_few(self._enrolments, year, twice, expressions.needed(self._grain, self._by))
            self._few.add(year)

    def _look(self, years: Sequence[int], how: Callable[[Enrolments, int], int]) -> None:
        for one in years:
            if one not in self._looked:
                self._looked[one] = self._doubles[one] = how(self._enrolments, one)

    def _count(self, looking: tuple[str, ...]) -> tuple[list[Cell], bool]:
        """The cells, and whether one of the sides looked at has somebody twice among who is in one year only."""
        there, asked = self._enrolments, (self._grain, self._by, looking)
        there.define("pair", pairs.pair, *asked, kept=True)
        cells = cells_of(there.rows(pairs.counted, *asked, self._fields), self._grain, self._by)
        twice = [rows != persons for side in looking for rows, persons in there.rows(pairs.seen_twice, *asked, side)]
        return cells, any(twice)

    def _forget_before(self, year: int) -> None:
        for one in [looked for looked in self._looked if looked < year]:
            once.forget(self._enrolments, one)
            mending.forget(self._enrolments, one)
            del self._looked[one]
