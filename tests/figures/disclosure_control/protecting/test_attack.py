"""Random small tables, protected and attacked: nobody comes nearer to a count than the decision promises."""

import itertools
import random
from collections.abc import Iterable, Mapping

import pytest

from pactwerk.figures.disclosure_control.protecting import BASE, Protected, ProtectedCounts, protected_counts, total
from tests.figures.disclosure_control.protecting.attacker import Known, attack, sum_of

Cell = tuple[str, ...]
PLACES = (("NH", "a"), ("NH", "b"), ("FR", "c"))
SEXES = ("f", "m")
UNIVERSE = tuple(
    (source, target, sex, *place) for source, target, sex, place in itertools.product("st", "xyz", SEXES, PLACES)
)
PROMISED = BASE - 1
"""The least width of what remains possible for any cell: ten whole numbers."""


def link(cell: Cell) -> Cell:
    return cell


def stock(cell: Cell) -> Cell:
    return (cell[0], *cell[2:])


def table(seed: int) -> dict[Cell, int]:
    """Counts of the kinds that leak: many small ones, nines, zeros that are not told, and a large one at times."""
    chance = random.Random(seed)
    kind = chance.choice([(0, 1, 2, 9), (9,), (1,), (4, 5, 6), (0, 3, 8, 17, 60), (0, 0, 0, 1), tuple(range(25))])
    return {cell: count for cell in UNIVERSE if (count := chance.choice(kind))}


def members(prefix: Cell, path: object) -> list[Cell]:
    return [cell for cell in UNIVERSE if path(cell)[: len(prefix)] == prefix]  # type: ignore[operator]


def published(protected: ProtectedCounts) -> list[Known[Cell]]:
    """Every total of both families, shown or not, and sums of shown parts over sexes and over areas that overlap."""
    known = []
    for path, ask in ((link, protected.first), (stock, protected.second)):
        for prefix in {path(cell)[:length] for cell in UNIVERSE for length in range(1, len(path(cell)) + 1)}:
            count = ask(*prefix)
            known.append(sum_of(members(prefix, path), count.low, count.high))
    for source, target, places in itertools.product("st", "xyz", (("a", "b"), ("b", "c"), ("a", "b", "c"))):
        # two regions that differ by one municipality, and one in two provinces
        cells = [cell for cell in UNIVERSE if cell[:2] == (source, target) and cell[4] in places]
        count = total(protected.first(*cell) for cell in cells)
        known.append(sum_of(cells, count.low, count.high))
    return known


def widths(found: Mapping[Cell, tuple[int, int]], cells: Iterable[Cell]) -> list[int]:
    return [found[cell][1] - found[cell][0] for cell in cells]


@pytest.mark.parametrize("seed", range(8))
def test_no_cell_is_pinned_below_what_was_promised(seed: int) -> None:
    counts = table(seed)
    protected = protected_counts(counts, seed.to_bytes(4, "big"), first=link, second=stock, apart=True)
    found = attack(UNIVERSE, published(protected))
    assert all(low <= counts.get(cell, 0) <= high for cell, (low, high) in found.items())
    assert min(widths(found, UNIVERSE)) >= PROMISED


@pytest.mark.parametrize("seed", range(20))
def test_a_small_table_with_all_its_margins(seed: int) -> None:
    """The table that `protected_counts` makes of itself: source by target, with every margin."""
    chance = random.Random(seed)
    universe: list[Cell] = list(itertools.product("abc", "xyz"))
    counts = {cell: chance.choice((0, 1, 5, 9, 9, 14)) for cell in universe}
    protected = protected_counts(counts, b"secret")
    margins: list[tuple[list[Cell], Protected]] = [
        *(([cell for cell in universe if cell[0] == row], protected.first(row)) for row in "abc"),
        *(([cell for cell in universe if cell[1] == column], protected.second(column)) for column in "xyz"),
        *(([cell], protected.cell(*cell)) for cell in universe),
        (universe, protected.first()),
    ]
    found = attack(universe, [sum_of(cells, count.low, count.high) for cells, count in margins])
    assert all(low <= counts[cell] <= high for cell, (low, high) in found.items())
    assert min(widths(found, universe)) >= PROMISED


def test_the_attacker_breaks_totals_that_are_rounded_from_the_exact_counts() -> None:
    """What we do not do: three cells of nine hidden as 0..9, their total of 27 rounded to 30."""
    cells = ["a", "b", "c"]
    known = [sum_of([cell], 0, 9) for cell in cells]
    found = attack(cells, [*known, sum_of(cells, 25, 34)])
    assert all(low == 7 and high == 9 for low, high in found.values())


def test_an_exact_stock_known_from_elsewhere_is_a_limit_that_the_decision_tells() -> None:
    """One person in a state, shown as 10 on one passage: who knows that there is just one, knows where to."""
    counts = {("s", "x"): 1}
    keys = (number.to_bytes(2, "big") for number in range(9999))
    protected = next(found for key in keys if (found := protected_counts(counts, key)).cell("s", "x").value == 10)
    cells = [("s", "x"), ("s", "y")]
    shown = [sum_of([cell], protected.cell(*cell).low, protected.cell(*cell).high) for cell in cells]
    assert attack(cells, shown)["s", "x"] == (1, 19)
    assert attack(cells, [*shown, sum_of(cells, 1, 1)])["s", "x"] == (1, 1)
