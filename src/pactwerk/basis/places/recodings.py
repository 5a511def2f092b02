"""From the municipalities of one year to those of another, by the postcodes that both years know.

A recoding is kept as sets of postcodes, not as shares: composing two years is then exact, and a share is only ever
read off in the end (CBS, Gemeentelijke indeling; DUO, Dec_postcodecijfers per 1 January).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

Postcodes = Mapping[str, str]
"""The municipality of every postcode (four digits) in one year."""


@dataclass(frozen=True, order=True)
class Recoding:
    """One old code and one new code; `share` of the old one's postcodes went there."""

    old: str
    new: str
    postcodes: int
    of: int

    @property
    def share(self) -> float:
        """Part of the old municipality's postcodes, above 0 and at most 1."""
        return self.postcodes / self.of

    @property
    def whole(self) -> bool:
        """Whether all of the old municipality went to the new one."""
        return self.postcodes == self.of


@dataclass(frozen=True)
class YearPair:
    """The recoding from 1 January of one year to that of another: which postcodes went from old to new."""

    first: int
    last: int
    moved: Mapping[tuple[str, str], frozenset[str]]

    @property
    def day(self) -> date:
        """The day on which the new codes hold."""
        return date(self.last, 1, 1)

    @cached_property
    def recodings(self) -> tuple[Recoding, ...]:
        """All pairs of old and new code, unchanged municipalities too."""
        totals: dict[str, int] = defaultdict(int)
        for (old, _), codes in self.moved.items():
            totals[old] += len(codes)
        return tuple(sorted(Recoding(old, new, len(codes), totals[old]) for (old, new), codes in self.moved.items()))

    @cached_property
    def _wholes(self) -> Mapping[str, str]:
        return {entry.old: entry.new for entry in self.recodings if entry.whole}

    def target(self, old: str) -> str | None:
        """The municipality that all of this one went to; None when it was divided or is unknown. Never a guess."""
        return self._wholes.get(old)

    @property
    def changes(self) -> tuple[Recoding, ...]:
        """The pairs in which a code changed."""
        return tuple(entry for entry in self.recodings if entry.old != entry.new)

    def grown(self) -> frozenset[str]:
        """New codes that took in postcodes of another old code: rows of them cannot be taken back in time."""
        return frozenset(entry.new for entry in self.changes)


def recode(first: int, earlier: Postcodes, last: int, later: Postcodes) -> YearPair:
    """The recoding between two years, over the postcodes that both know."""
    moved: dict[tuple[str, str], set[str]] = defaultdict(set)
    for postcode in earlier.keys() & later.keys():
        moved[earlier[postcode], later[postcode]].add(postcode)
    return YearPair(first, last, {pair: frozenset(codes) for pair, codes in moved.items()})


def compose(one: YearPair, two: YearPair) -> YearPair:
    """First one recoding, then the next, over the postcodes of all three years. Raises ValueError: they do not meet."""
    if one.last != two.first:
        raise ValueError(f"{one.first}-{one.last} is not followed by {two.first}-{two.last}")
    starting: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for (middle, new), codes in two.moved.items():
        starting[middle].append((new, codes))
    moved: dict[tuple[str, str], frozenset[str]] = {}
    for (old, middle), codes in one.moved.items():
        for new, later in starting[middle]:
            both = codes & later
            if both:
                moved[old, new] = moved.get((old, new), frozenset()) | both
    return YearPair(one.first, two.last, moved)


def recode_counts(counts: Mapping[str, int], pair: YearPair) -> tuple[dict[str, int], dict[str, int]]:
    """Counts per old code as counts per new code, and those that cannot be recoded, which stay under their old code.

    Together they hold exactly what was given: a divided municipality is never spread over its successors.
    """
    recoded: dict[str, int] = defaultdict(int)
    left: dict[str, int] = {}
    for code, count in counts.items():
        target = pair.target(code)
        if target is None:
            left[code] = count
        else:
            recoded[target] += count
    return dict(recoded), left


def years_of(tables: Mapping[int, Postcodes]) -> Iterable[YearPair]:
    """The recodings between consecutive years for which a table is there."""
    years = sorted(tables)
    return [recode(a, tables[a], b, tables[b]) for a, b in pairwise(years)]
