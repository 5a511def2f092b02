"""One row of a count as the engine gives it, and the transition it stands for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.transition import Transition


@dataclass(frozen=True)
class Cell:
    """A pair of states and breakdowns: rows of the join, and how many of them have a person on each side."""

    source: State | None
    target: State | None
    by: tuple[str, ...]
    people: int
    sources: int
    targets: int

    def has(self, side: str) -> bool:
        """Whether the cell is of persons who are in the year of this side."""
        return (self.source if side == "source" else self.target) is not None

    def persons(self, side: str) -> int:
        """How many rows of this side have a person."""
        return self.sources if side == "source" else self.targets


def cells_of(rows: Iterable[Sequence[Any]], grain: Sequence[str], by: Sequence[str]) -> list[Cell]:
    """Rows of `expressions.pairs.counted` as cells."""
    width = len(grain)
    return [
        Cell(
            state_of(row[:width], grain),
            state_of(row[width : 2 * width], grain),
            tuple(row[2 * width : 2 * width + len(by)]),
            *(int(number) for number in row[2 * width + len(by) :]),
        )
        for row in rows
    ]


def mended(cells: Iterable[Cell], difference: Iterable[Cell]) -> list[Cell]:
    """Cells with what is to be added to them; of some cells that is less than nothing."""
    found: dict[tuple[State | None, State | None, tuple[str, ...]], list[int]] = {}
    for cell in (*cells, *difference):
        counts = found.setdefault((cell.source, cell.target, cell.by), [0, 0, 0])
        for place, number in enumerate((cell.people, cell.sources, cell.targets)):
            counts[place] += number
    return [Cell(*key, *counts) for key, counts in found.items() if any(counts)]


def transitions_of(cells: Iterable[Cell], year: int, by: Sequence[str]) -> list[Transition]:
    """The transitions of one pair of years, in a fixed order; rows without a person are left out."""
    found = []
    for cell in cells:
        persons = cell.sources if cell.source else cell.targets
        if persons:
            named = dict(zip(by, cell.by, strict=True))
            found.append(
                Transition(
                    year=year,
                    source=cell.source,
                    target=cell.target,
                    persons=persons,
                    sex=named.get("sex", ""),
                    area=named.get("area", ""),
                    diploma=named.get("diploma", ""),
                )
            )
    return sorted(found, key=in_order)


def in_order(transition: Transition) -> tuple[str, ...]:
    """A key that sorts transitions; new and left come first."""
    return (
        str(transition.year), str(transition.source or ""), str(transition.target or ""),
        transition.sex, transition.area, transition.diploma,
        str(transition.qualified), str(transition.young), str(transition.registered),
    )  # fmt: skip


def state_of(codes: Sequence[str | None], grain: Sequence[str]) -> State | None:
    if codes[0] is None:
        return None
    return State(**{part: code or "" for part, code in zip(grain, codes, strict=True)})
