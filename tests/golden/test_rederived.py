"""A thousand figures, drawn at random, are what the lines that they name say."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from pactwerk.figures.disclosure_control import Row
from pactwerk.figures.indicators import indicator
from pactwerk.figures.indicators.counting import PLACES
from pactwerk.figures.indicators.families import TIDY, family_of
from pactwerk.figures.releases import FigureQuery, Release
from tests.golden.rederive import RULES, derive, numbered

FIGURES = 1000
SHARE = 1 / 8
"""Of the rows of each question; together far more than are drawn from them."""
SEED = 20261122
AREAS = ("NL", "LD01", "PV20", "PV21", "PV22", "PV27", "PV30", "GM0361", "GM0014", "STO-NK", "RG-NHN")


def asked(code: str, definition: str, chance: random.Random) -> Iterator[FigureQuery]:
    """One question by municipality of the whole country, where the indicator has that, and two at random."""
    dimensions = [name for name in indicator(code).dimensions if name != "domain"]
    if "municipality" in dimensions:
        yield FigureQuery(code, "NL", "all", ("municipality",), definition)
    for _ in range(2):
        area = chance.choice(AREAS)
        inside = [name for name in dimensions if not area.startswith("GM") or name not in PLACES]
        by = chance.sample(inside, min(len(inside), chance.randint(0, 2)))
        yield FigureQuery(code, area, "all", tuple(by), definition)


def drawn(school: Release, tidy: Release, chance: random.Random) -> list[Row]:
    """Explained figures of every definition that has a rule."""
    found: list[Row] = []
    for code, definition in RULES:
        release = tidy if family_of(indicator(code).tables[0]) is TIDY else school
        for query in asked(code, definition, chance):
            # one row in eight: asking for the table first, to draw from it, would compute it twice
            found += release.explain(query, lambda _: chance.random() < SHARE)
    return found


@pytest.fixture(scope="module")
def paths(shared: Path) -> dict[str, Path]:
    return {path.name: path for path in shared.rglob("*.csv")}


def test_a_thousand_figures_are_what_their_lines_say(
    real_release: Release, tidy_release: Release, paths: dict[str, Path]
) -> None:
    chance = random.Random(SEED)
    pool = drawn(real_release, tidy_release, chance)
    assert len(pool) >= FIGURES
    wrong = []
    for row in chance.sample(pool, FIGURES):
        rule = RULES[row.indicator, row.definition]
        lines = [line for found in row.sources if found.rows for line in numbered(paths[found.file], found.rows)]
        if not lines:
            assert (row.low, row.high) == (0, 0), row
            continue
        low, high = derive(rule, lines, row.period, row.by.get("sex", ""))
        if not (row.low == pytest.approx(low) and row.high == pytest.approx(high)):
            wrong.append((row.indicator, row.definition, row.area, row.period, row.by, row.low, row.high, low, high))
    assert not wrong, (len(wrong), wrong[:5])
