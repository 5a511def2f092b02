"""The attacker against whole flow sets: every area, both sexes, overlapping sums, years after each other."""

import itertools
import random

import pytest

from pactwerk.figures.disclosure_control.protecting import Protected
from pactwerk.figures.flows.kept import Figure, protect
from pactwerk.figures.flows.kept.auditing import loose_stocks
from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.transition import Transition
from tests.figures.disclosure_control.protecting.attacker import Known, attack, sum_of

Cell = tuple[int, str, str, str, str]
"""Year, source, target, sex, municipality."""
HELD = {
    "NL": ("GM0361", "GM0375", "GM0014"),
    "PV27": ("GM0361", "GM0375"),
    "LD03": ("GM0361", "GM0375"),
    "PV20": ("GM0014",),
    "TP-NOORD": ("GM0014",),
    **{code: (code,) for code in ("GM0361", "GM0375", "GM0014")},
}
SEXES = ("female", "male")
HIDDEN = (0, 9)


def transitions(seed: int, years: tuple[int, ...]) -> list[Transition]:
    """Small cells of the same few states, year after year."""
    chance = random.Random(seed)
    kind = chance.choice([(0, 1, 9), (9,), (1, 2), (0, 4, 13, 30)])
    return [
        Transition(
            year=year, source=State("mbo", source), target=State("mbo", target), persons=count, sex=sex, area=area
        )
        for year in years
        for source, target, sex, area in itertools.product("12", "12", SEXES, HELD["NL"])
        if (count := chance.choice(kind))
    ]


def universe(years: tuple[int, ...]) -> list[Cell]:
    states = ("mbo:1", "mbo:2")
    return [*itertools.product(years, states, states, SEXES, HELD["NL"])]


def cells_of(figure: Figure, cells: list[Cell]) -> list[Cell]:
    return [
        cell
        for cell in cells
        if (cell[0], cell[1]) == (figure.year, figure.source)
        and figure.target in {"", cell[2]}
        and figure.sex in {"", cell[3]}
        and cell[4] in HELD.get(figure.area, ())
    ]


def known(figures: list[Figure], cells: list[Cell]) -> list[Known[Cell]]:
    """What is shown, and that every cell that is not shown is below ten: absence tells that much."""
    found = [
        sum_of(cells_of(figure, cells), figure.persons.low, figure.persons.high)
        for figure in figures
        if figure.area in HELD
    ]
    told = {
        (one.year, one.source, one.target, one.sex, one.area) for one in figures if one.persons.value and one.target
    }
    return found + [sum_of([cell], *HIDDEN) for cell in cells if cell not in told]


def exact(given: list[Transition], cell: Cell) -> int:
    return sum(one.persons for one in given if (one.year, str(one.source), str(one.target), one.sex, one.area) == cell)


@pytest.mark.parametrize("seed", range(6))
def test_one_pair_of_years_leaves_ten_numbers_for_every_cell(seed: int) -> None:
    given = transitions(seed, (2016,))
    cells = universe((2016,))
    found = attack(cells, known(list(protect(given, bytes([seed]))), cells))
    assert all(low <= exact(given, cell) <= high for cell, (low, high) in found.items())
    assert min(high - low for low, high in found.values()) >= 9


@pytest.mark.parametrize("seed", range(4))
def test_two_pairs_of_years_leave_five_numbers_at_least(seed: int) -> None:
    """Who arrives is who is there a year later: of the whole country everybody knows so. SDC-02: at least four wide."""
    years = (2016, 2017)
    given = consistent(transitions(seed, years), seed)
    cells = universe(years)
    figures = list(protect(given, bytes([seed])))
    loose = loose_stocks(figures)
    shown = [one for one in figures if one.target or (one.year, one.source) not in loose]
    relations = [
        Known(
            {cell: (1 if cell[0] == 2016 else -1) for cell in cells
             if cell[3] == sex and (cell[2] if cell[0] == 2016 else cell[1]) == state},
            0,
            0,
        )
        for sex, state in itertools.product(SEXES, ("mbo:1", "mbo:2"))
    ]  # fmt: skip
    found = attack(cells, [*known(shown, cells), *relations])
    assert all(low <= exact(given, cell) <= high for cell, (low, high) in found.items())
    assert min(high - low for low, high in found.values()) >= 4


def consistent(given: list[Transition], seed: int) -> list[Transition]:
    """The second year made up of exactly those who arrived in the first; some of them moved house."""
    chance = random.Random(seed)
    first = [one for one in given if one.year == 2016]
    counts: dict[tuple[str, str, str, str], int] = {}
    for one in first:
        for _ in range(one.persons):
            area = one.area if chance.random() < 0.8 else chance.choice(HELD["NL"])
            key = (str(one.target), f"mbo:{chance.choice('12')}", one.sex, area)
            counts[key] = counts.get(key, 0) + 1
    return first + [
        Transition(year=2017, source=State.parse(source), target=State.parse(target), sex=sex, area=area, persons=count)
        for (source, target, sex, area), count in counts.items()
    ]


def test_a_stock_that_its_links_contradict_too_nearly_is_not_shown() -> None:
    def figure(year: int, source: str, target: str, value: int) -> Figure:
        return Figure(year, "NL", "", source, target, shown(value))

    links = [figure(2016, "a", "n", 10), figure(2016, "b", "n", 20)]
    assert loose_stocks([*links, figure(2017, "n", "", 30)]) == frozenset()
    assert loose_stocks([*links, figure(2017, "n", "", 60)]) == {(2017, "n")}
    assert loose_stocks([*links, figure(2017, "n", "", 10)]) == {(2017, "n")}


def shown(value: int) -> Protected:
    from pactwerk.figures.disclosure_control.protecting import stored

    return stored(value, max(0, value - 9), value + 9)
