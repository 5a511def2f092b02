"""Municipalities followed to the borders of every year of which a postcode table is loaded; nothing is guessed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pactwerk.basis import places
from pactwerk.basis.places import Postcodes, YearPair

Followed = tuple[str, str, str, int | None]
"""Municipality, borders year, the municipality that it lies in then, and the last year in which that may be said."""


@dataclass(frozen=True)
class Redivisions:
    """The loaded postcode tables by year, and the recodings that follow from them."""

    tables: Mapping[int, Postcodes]

    @property
    def years(self) -> tuple[int, ...]:
        """The years in whose borders a series can be asked."""
        return tuple(sorted(self.tables))

    @cached_property
    def steps(self) -> tuple[YearPair, ...]:
        """The recodings between consecutive loaded years."""
        return tuple(places.years_of(self.tables))

    def changes(self) -> Iterator[tuple[int, str, str, int, int, bool]]:
        """Year of 1 January, old and new code, postcodes that went, postcodes in all, and whether it was whole."""
        for step in self.steps:
            for entry in step.changes:
                yield step.last, entry.old, entry.new, entry.postcodes, entry.of, entry.whole

    def follow(self, code: str, year: int) -> str | None:
        """The municipality that all of `code` lies in on 1 January of a loaded year; None when nobody can say."""
        if code in self.codes[year]:
            return code
        known = [earlier for earlier in self.years if earlier < year and code in self.codes[earlier]]
        if known:
            return self._between(known[-1], year).target(code)
        return self._by_register(code, year)

    def _between(self, first: int, last: int) -> YearPair:
        """The recoding between two loaded years; each is made once, because many codes are followed over it."""
        if (first, last) not in self._pairs:
            self._pairs[first, last] = places.recode(first, self.tables[first], last, self.tables[last])
        return self._pairs[first, last]

    @cached_property
    def _pairs(self) -> dict[tuple[int, int], YearPair]:
        return {(step.first, step.last): step for step in self.steps}

    def _by_register(self, code: str, year: int) -> str | None:
        """Follow our own table of municipalities, for those that ended before the first loaded table."""
        try:
            ended = places.municipality(code).valid_to
            successor = places.whole_successor(code)
        except places.UnknownArea:
            return None
        if successor is None or ended is None or ended > year:
            return None
        return self.follow(successor, year)

    @cached_property
    def codes(self) -> Mapping[int, frozenset[str]]:
        """The municipalities of each loaded year."""
        return {year: frozenset(table.values()) for year, table in self.tables.items()}

    @cached_property
    def _growth(self) -> Mapping[str, tuple[int, ...]]:
        """Per code the years in which it took in others, by the loaded tables and by our own."""
        grown: dict[str, set[int]] = defaultdict(set)
        for step in self.steps:
            for code in step.grown():
                grown[code].add(step.last)
        for row in places.municipalities():
            if row.valid_to is not None:
                for successor in places.split_municipalities().get(row.code, (row.successor or "",)):
                    grown[successor].add(row.valid_to)
        return {code: tuple(sorted(years)) for code, years in grown.items()}

    def last_year(self, code: str, year: int) -> int | None:
        """The last year in which rows of `code` certainly lie in its territory of an earlier `year`; None: any year."""
        later = [grown for grown in self._growth.get(code, ()) if grown > year]
        return later[0] - 1 if later else None

    def followed(self) -> Iterator[Followed]:
        """Every municipality that can be followed to the borders of a loaded year."""
        codes = {row.code for row in (*places.municipalities(), *places.municipalities(example=True))}
        codes.update(*self.codes.values())
        for year in self.years:
            for code in sorted(codes):
                target = code if code.startswith("GM99") else self.follow(code, year)
                if target is not None:
                    yield code, str(year), target, self.last_year(code, year) if target == code else None


Names = tuple[str | None, str | None]


def inherited(said: Mapping[str, Names]) -> dict[str, Names]:
    """The areas of municipalities of one year, and of later ones where all that mostly went into them agree.

    The COROP division of 2015 says nothing of Het Hogeland (2019); its four municipalities were all in one area.
    """
    found = dict(said)
    into: dict[str, set[str]] = defaultdict(set)
    for row in places.municipalities():
        if row.successor is not None:
            into[row.successor].add(row.code)
    # from old to new, so that a merger of merged municipalities is reached last
    for row in sorted(places.municipalities(), key=lambda row: row.valid_from or 0):
        names = {found.get(code) for code in into.get(row.code, ())}
        if row.code not in found and len(names) == 1 and None not in names:
            found[row.code] = names.pop() or (None, None)
    return found
