"""What a reader could deduce of the publisher's hidden cells: every completion of a row that its own numbers allow."""

import csv
from functools import cache
from itertools import product
from pathlib import Path

FILE = "examenkandidaten-en-geslaagden-2019-2022.csv"
YEARS = {"2019/20": "2019-2020", "2020/21": "2020-2021", "2021/22": "2021-2022"}
SEXES = {"male": "MAN", "female": "VROUW", "total": "TOTAAL"}
HIDDEN = "<5"
Cells = tuple[str, str, str, str, str, str]
"""Candidates and graduates of men, women and both."""


def lines(shared: Path) -> dict[int, dict[str, str]]:
    """The rows of the file by line number; the header is line 1."""
    with (shared / "duo-vo" / FILE).open(encoding="utf-8-sig", newline="") as handle:
        return dict(enumerate(csv.DictReader(handle, delimiter=";"), start=2))


def cells(row: dict[str, str], year: str) -> tuple[Cells, tuple[str, str, str]]:
    """The six counts and three pass rates of a row in one year."""
    counts = [row[f"{what} SCHOOLJAAR {YEARS[year]} - {sex}"] for sex in SEXES.values() for what in _COUNTS]
    rates = [row[f"SLAAGPERC SCHOOLJAAR {YEARS[year]} - {sex}"] for sex in SEXES.values()]
    return tuple(counts), tuple(rates)  # type: ignore[return-value]


_COUNTS = ("EXAMENKANDIDATEN", "GESLAAGDEN")


def _values(text: str) -> tuple[int, ...]:
    return (1, 2, 3, 4) if text == HIDDEN else (int(text or 0),)


def _fits(candidates: int, graduates: int, rate: str) -> bool:
    if graduates > candidates:
        return False
    return not rate or not candidates or abs(100 * graduates / candidates - float(rate)) <= 0.0501


@cache
def possible(counts: Cells, rates: tuple[str, str, str]) -> tuple[frozenset[int], ...]:
    """Per cell the values that some completion of the row gives it: totals add up and pass rates are right."""
    found: list[set[int]] = [set() for _ in counts]
    pairs = [
        [
            (c, g)
            for c, g in product(_values(counts[2 * side]), _values(counts[2 * side + 1]))
            if _fits(c, g, rates[side])
        ]
        for side in range(3)
    ]
    for men, women, both in product(*pairs):
        if men[0] + women[0] == both[0] and men[1] + women[1] == both[1]:
            for place, value in enumerate((*men, *women, *both)):
                found[place].add(value)
    return tuple(frozenset(values) for values in found)


def deducible(counts: Cells, rates: tuple[str, str, str]) -> tuple[bool, ...]:
    """Per cell whether it is hidden and yet has one possible value."""
    return tuple(
        text == HIDDEN and len(values) == 1 for text, values in zip(counts, possible(counts, rates), strict=True)
    )
