"""From exact transitions to protected figures of every area, sex and year; the exact counts go no further."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pactwerk.figures.disclosure_control.protecting import Protected, ProtectedCounts, protected_counts, total
from pactwerk.figures.flows.kept.nesting import COUNTRY, Nest, nest
from pactwerk.figures.flows.naming import OUTSIDE
from pactwerk.figures.flows.transition import Transition

NEW, OUT = "nieuw", OUTSIDE
"""States of who was not in publicly funded education before, and of who no longer is: other persons, other nodes."""
Key = tuple[str, str, str, str]
"""Source, target, sex, municipality."""


class Figure(NamedTuple):
    """A protected count of a link, or of a stock when `target` is empty; of all sexes when `sex` is empty."""

    year: int
    area: str
    sex: str
    source: str
    target: str
    persons: Protected


def protect(
    transitions: Iterable[Transition],
    secret: bytes,
    asked: Sequence[str] = (),
    progress: Callable[[int], None] | None = None,
) -> Iterator[Figure]:
    """Every figure that is not shown as 0, year after year. `asked` are areas that must be as sharp as can be.

    Counts are added over diplomas and marks first, then rounded once per year and source; see docs/decisions/0015.
    Raises NotProtected, and NotKept for an area that is not known.
    """
    for year, counts in sorted(_cells(transitions).items()):
        if progress:
            progress(year)
        yield from protect_year(year, counts, secret, nest(asked, year, {key[3] for key in counts}))


def _cells(transitions: Iterable[Transition]) -> dict[int, dict[Key, int]]:
    found: dict[int, dict[Key, int]] = {}
    for one in transitions:
        source, target = (str(state) if state else "" for state in (one.source, one.target))
        key = (source or NEW, target or OUT, one.sex, one.area)
        year = found.setdefault(one.year, {})
        year[key] = year.get(key, 0) + one.persons
    return found


def protect_year(year: int, counts: Mapping[Key, int], secret: bytes, within: Nest) -> Iterator[Figure]:
    """The figures of one year. Two trees of totals: of every link and of every source, by sex and then by area."""

    def link(key: Key) -> tuple[str, ...]:
        return (key[0], key[1], key[2], *within.chain(key[3]))

    def stock(key: Key) -> tuple[str, ...]:
        return (key[0], key[2], *within.chain(key[3]))

    named = {(year, *key): persons for key, persons in counts.items()}
    rounded = protected_counts(
        named, secret, first=lambda key: link(key[1:]), second=lambda key: stock(key[1:]), apart=True
    )
    frame = _Frame(
        year,
        tuple(sorted({key[2] for key in counts})),
        within,
        tuple(sorted({key[3] for key in counts if key[3].startswith("GM")})),
    )
    yield from frame.figures(rounded.firsts(), 2)
    yield from frame.figures(rounded.seconds(), 1)


@dataclass(frozen=True)
class _Frame:
    """What the totals of a year are told of: sexes, areas, and the municipalities that the file names."""

    year: int
    sexes: tuple[str, ...]
    within: Nest
    places: tuple[str, ...]

    def figures(self, shown: Mapping[tuple[object, ...], Protected], head: int) -> Iterator[Figure]:
        """The figures of one tree: `head` steps name the link or the stock, then comes the sex, then the areas."""
        found: dict[tuple[str, ...], dict[tuple[str, str], Protected]] = {}
        for prefix, count in shown.items():
            steps = tuple(map(str, prefix))
            if len(steps) >= head:
                sex = steps[head] if len(steps) > head else ""
                area = steps[-1] if len(steps) > head + 1 else COUNTRY
                found.setdefault(steps[:head], {})[area, sex] = count
        for name, counts in found.items():
            for area, sex, count in self._of_areas(counts):
                yield Figure(self.year, area, sex, name[0], name[1] if head > 1 else "", count)

    def _of_areas(self, counts: Mapping[tuple[str, str], Protected]) -> Iterator[tuple[str, str, Protected]]:
        """Every area that is not shown as 0, and then every sex in it, whatever that is shown as."""
        hidden = ProtectedCounts.nobody()
        apart = [sex for sex in self.sexes if sex]
        if (COUNTRY, "") in counts:
            yield COUNTRY, "", counts[COUNTRY, ""]
            yield from ((COUNTRY, sex, counts.get((COUNTRY, sex), hidden)) for sex in apart)
        touched = {area for area, _ in counts}
        for area, pieces in self._areas():
            if not touched.isdisjoint(pieces):
                by_sex = {sex: total(counts.get((piece, sex), hidden) for piece in pieces) for sex in self.sexes}
                yield area, "", total(by_sex.values())
                yield from ((area, sex, by_sex[sex]) for sex in apart)

    def _areas(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for area in self.within.held:
            yield area, self.pieces[area]
        yield from ((place, (place,)) for place in self.places if place not in self.within.held)

    @cached_property
    def pieces(self) -> Mapping[str, tuple[str, ...]]:
        """What every area is put together from."""
        return {area: self.within.pieces(area) for area in self.within.held}
