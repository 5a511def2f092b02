"""What the publisher hid is never shown sharper than its own `<5`, also where the rest of its row gives it away."""

import csv
import io
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.releases import FigureQuery, Release
from tests.golden import deducing
from tests.golden.deducing import HIDDEN, SEXES, YEARS

SHARES = {"E01": ("EXAMENKANDIDATEN", "TECHNIEK"), "E02": ("GESLAAGDEN", "TECHNIEK"), "E03": ("EXAMENKANDIDATEN", "N&")}


@cache
def lines(shared: Path) -> dict[int, dict[str, str]]:
    return deducing.lines(shared)


def test_two_fifths_of_the_hidden_cells_follow_from_their_row(shared: Path) -> None:
    """Otherwise the tests below would say nothing."""
    hidden = known = 0
    for row in lines(shared).values():
        for year in YEARS:
            counts, rates = deducing.cells(row, year)
            hidden += counts.count(HIDDEN)
            known += sum(deducing.deducible(counts, rates))
    assert hidden > 50_000
    assert known / hidden == pytest.approx(0.41, abs=0.01)


def numbers(row: Row) -> Iterator[int]:
    """The publisher's line numbers behind a figure, of the exam file only."""
    for source in row.sources:
        if source.file == deducing.FILE:
            for part in (source.rows or "").split(","):
                first, _, last = part.partition("-")
                yield from range(int(first), int(last or first) + 1)


def behind(row: Row, shared: Path) -> tuple[list[str], list[str], int]:
    """The cells of the numerator, those of the rest, and how many hidden ones of both are given away by their row."""
    what, wanted = SHARES[row.indicator]
    sex = row.by.get("sex", "total")
    place = 2 * list(SEXES).index(sex) + (what == "GESLAAGDEN")
    part, rest, known = [], [], 0
    for number in numbers(row):
        line = lines(shared)[number]
        counts, rates = deducing.cells(line, row.period)
        (part if wanted in line["OPLEIDINGSNAAM"].upper() else rest).append(counts[place])
        known += deducing.deducible(counts, rates)[place]
    return part, rest, known


def bounds(cells: list[str]) -> tuple[int, int]:
    """The publisher's own statement: `<5` is 1 to 4, whatever follows from other cells."""
    return (
        sum(1 if cell == HIDDEN else int(cell or 0) for cell in cells),
        sum(4 if cell == HIDDEN else int(cell or 0) for cell in cells),
    )


def explained(release: Release, code: str) -> PublishableTable:
    return release.explain(FigureQuery(code, "NL", "all", ("municipality", "sex")))


@pytest.mark.parametrize("code", SHARES)
def test_no_figure_is_narrower_than_the_cells_behind_it(real_release: Release, shared: Path, code: str) -> None:
    table = explained(real_release, code)
    written = list(csv.DictReader(io.StringIO(table.to_csv())))
    stated = json.loads(table.to_json())
    looked_at = given_away = 0
    for row, line, entry in zip(table.rows, written, stated, strict=True):
        if row.period not in YEARS:
            continue
        part, rest, known = behind(row, shared)
        low, high = bounds(part)
        others = bounds(rest)
        looked_at += 1
        given_away += known
        assert (row.numerator_low, row.numerator_high) == (low, high)
        assert entry["numerator_bounds"] == [low, high]
        assert line["numerator"] == ("" if low != high else str(low))
        smallest = 100 * low / (low + others[1]) if low + others[1] else 0.0
        largest = 100 * high / (high + others[0]) if high + others[0] else 0.0
        for shown in ((row.low, row.high), (float(line["low"]), float(line["high"])), (entry["low"], entry["high"])):
            assert shown[0] <= smallest + 0.005
            assert shown[1] >= largest - 0.005
        if smallest != largest:
            assert row.value is None
            assert line["value"] == ""
            assert entry["value"] is None
    assert looked_at > 300
    assert given_away > 300, "no cell that is given away lies behind these figures: the test proves nothing"


def test_sums_shares_and_differences_keep_their_bounds(real_release: Release) -> None:
    """The country is no sharper than its provinces together, in every year with hidden cells."""
    for year in YEARS:
        (whole,) = real_release.figures(FigureQuery("E01", "NL", year)).rows
        parts = real_release.figures(FigureQuery("E01", "NL", year, ("province",))).rows
        assert whole.value is None
        assert whole.numerator_high is not None
        assert whole.numerator_low is not None
        assert whole.numerator_low == sum(row.numerator_low or 0 for row in parts)
        assert whole.numerator_high == sum(row.numerator_high or 0 for row in parts)


def test_estimates_stay_within_the_publishers_bounds_and_say_what_they_are(real_release: Release) -> None:
    query = FigureQuery("E01", "NL", "all", ("municipality",))
    bounded = {(row.period, row.by["municipality"]): row for row in real_release.figures(query)}
    estimates = [row for row in real_release.estimated(query) if row.status == "schatting"]
    assert len(estimates) > 100
    for row in estimates:
        was = bounded[row.period, row.by["municipality"]]
        assert was.value is None
        assert was.low is not None
        assert was.high is not None
        assert row.value is not None
        assert was.low - 1e-9 <= (row.low or 0) <= row.value <= (row.high or 0) <= was.high + 1e-9
        assert (was.numerator_high or 0) >= 5
    exact = [row for row in real_release.estimated(query) if row.status != "schatting"]
    assert all(row == bounded[row.period, row.by["municipality"]] for row in exact)
