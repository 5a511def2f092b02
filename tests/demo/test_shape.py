"""Whatever the year, the invented figures keep the shape that shows every verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from demo.example_files.calendar import Calendar
from demo.example_files.cohorts import TECHNICAL, Cell, Cohorts

from pactwerk.basis.places import members

REGION = set(members("RG-WATERRIJK").municipalities)
VMBO = ("bb", "kb", "gl")
YEARS = range(2025, 2041)


def cells(cohorts: Cohorts, year: int, grade: int, tracks: tuple[str, ...]) -> Iterator[tuple[Cell, int]]:
    for location in cohorts.open_locations(year):
        if location.municipality in REGION:
            for track in tracks:
                yield from cohorts.pupils(location, track, grade, year).items()


def share(found: list[tuple[Cell, int]], counts: Callable[[Cell], bool]) -> float:
    return 100 * sum(n for cell, n in found if counts(cell)) / sum(n for _, n in found)


def technical(cell: Cell) -> bool:
    return cell.profile in TECHNICAL


def path(start: float, end: float, passed: int, length: int) -> float:
    return start + (end - start) * passed / length


@pytest.mark.parametrize("year", YEARS)
def test_the_verdicts_hold(year: int) -> None:
    calendar = Calendar.at(date(year, 11, 1))
    cohorts, now = Cohorts(calendar), calendar.latest_pupils
    then = now - 5

    def vmbo(at: int, sex: str = "") -> list[tuple[Cell, int]]:
        return [(c, n) for c, n in cells(cohorts, at, 3, VMBO) if sex in {"", c.sex}]

    all_then, all_now = share(vmbo(then), technical), share(vmbo(now), technical)
    assert path(all_then, 39, 5, 9) <= all_now < 39  # on course, not reached
    girls_then, girls_now = share(vmbo(then, "female"), technical), share(vmbo(now, "female"), technical)
    assert girls_then < girls_now < path(girls_then, 15, 5, 8)  # progress
    count_then, count_now = (sum(n for c, n in vmbo(at) if technical(c)) for at in (then, now))
    assert count_now / count_then >= path(1, 1.08, 5, 8)  # on course
    havo_then, havo_now = (
        share(list(cells(cohorts, at, 4, ("havo",))), lambda cell: cell.profile.startswith("N")) for at in (then, now)
    )
    assert havo_now < havo_then  # behind
    exams_then, exams_now = (share(list(cells(cohorts, at, 4, VMBO)), technical) for at in (then, now - 1))
    assert path(exams_then, 38, 4, 9) <= exams_now < 38  # on course
