"""Sums, shares, ratios, means and gaps over suppressed cells: their bounds are those of all completions, no sharper."""

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pactwerk.figures.indicators import reference_tables
from pactwerk.figures.indicators.study import Study
from pactwerk.figures.releases import references
from tests.figures.tidy import built, figures, observation, staged

TOWNS = ("GM0361", "GM0363", "GM0392", "GM0394", "GM0399", "GM0402")
WHOLE = ("level", "pathway", "age", "municipality", "province", "domain", "sex")
MADE = [
    Study(indicator="E06", definition="count", kind="count", table="cells", measure="a", numerator={"domain": ("t",)}),
    Study(indicator="E05", definition="share", kind="share", table="cells", measure="a", numerator={"domain": ("t",)}),
    Study(indicator="E05", definition="of", kind="share", table="cells", measure="a", of="b"),
    Study(indicator="K21", definition="ratio", kind="ratio", table="cells", measure="a", of="b"),
    Study(indicator="K10", definition="gap", kind="gap", table="cells", measure="a", numerator={"domain": ("t",)}),
    Study(
        indicator="E05", definition="girls", kind="share", table="cells", measure="a", numerator={"sex": ("female",)}
    ),
    Study(indicator="P02", definition="mean", kind="mean", table="cells", measure="m"),
]

Cell = tuple[str, str, str, int, int]
"""Measure, domain, sex, low, high."""

cell = st.tuples(
    st.sampled_from(["a", "a", "b"]),
    st.sampled_from(["t", "u"]),
    st.sampled_from(["male", "female"]),
    st.one_of(st.just((1, 4)), st.integers(1, 9).map(lambda n: (n, n))),
).map(lambda drawn: (*drawn[:3], *drawn[3]))
small = st.lists(cell, min_size=1, max_size=6).filter(lambda cells: sum(low < high for *_, low, high in cells) <= 4)


@pytest.fixture(autouse=True)
def own_studies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference_tables, "STUDIES", MADE)
    monkeypatch.setattr(references, "STUDIES", MADE)


def completions(cells: list[Cell]) -> Iterator[list[tuple[str, str, str, int]]]:
    for numbers in itertools.product(*(range(low, high + 1) for *_, low, high in cells)):
        yield [(measure, domain, sex, n) for (measure, domain, sex, *_), n in zip(cells, numbers, strict=True)]


def total(cells: list[tuple[str, str, str, int]], measure: str, **wanted: str) -> int:
    places = {"domain": 1, "sex": 2}
    return sum(c[3] for c in cells if c[0] == measure and all(c[places[name]] == v for name, v in wanted.items()))


def share(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


def said(definition: str, c: list[tuple[str, str, str, int]]) -> float | None:
    """What a definition says of a table without suppressed cells; None where nothing can be said."""
    a, b = total(c, "a"), total(c, "b")
    if definition == "count":
        return total(c, "a", domain="t")
    if definition == "share":
        return share(total(c, "a", domain="t"), a)
    if definition == "girls":
        return share(total(c, "a", sex="female"), a)
    if definition == "of":
        return share(a, b) if a <= b else None
    if definition == "ratio":
        return a / b if b else None
    girls, boys = (share(total(c, "a", domain="t", sex=sex), total(c, "a", sex=sex)) for sex in ("female", "male"))
    return None if girls is None or boys is None else girls - boys


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(st.lists(small, min_size=3, max_size=len(TOWNS)))
def test_bounds_are_those_of_all_completions(tables: list[list[Cell]]) -> None:
    towns = dict(zip(TOWNS, tables, strict=False))
    rows = [
        observation(number, town, measure, low, high, domain=domain, sex=sex, by_sex=True)
        for town, cells in towns.items()
        for number, (measure, domain, sex, low, high) in enumerate(cells, 2)
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        built([staged("cells", rows, folder / "cells.parquet")], folder / "release")
        whole = figures(folder / "release", "cells", **dict.fromkeys(WHOLE))
    for town, cells in towns.items():
        for definition in ("count", "share", "girls", "of", "ratio", "gap"):
            found = [row for row in whole if (row["area"], row["definition"]) == (town, definition)]
            values = [value for value in (said(definition, c) for c in completions(cells)) if value is not None]
            if definition == "count" and not any(measure == "a" for measure, *_ in cells):
                values = []
            if not values:
                # more of a part than of its whole, however the hidden cells are filled: no share, and certainly not 100
                assert definition != "of" or not found, cells
                continue
            ((low, high, value),) = [(row["low"], row["high"], row["value"]) for row in found]
            assert (low, high) == (pytest.approx(min(values)), pytest.approx(max(values))), (town, definition, cells)
            assert value == (low if low == high else None)


def test_a_mean_is_weighted_and_hides_nothing(tmp_path: Path) -> None:
    rows = [
        observation(2, "GM0361", "m", 6.0, weight=10.0),
        observation(3, "GM0361", "m", 7.0, weight=30.0),
        observation(4, "GM0363", "m", 5.0, 9.0, weight=20.0),
        observation(5, "GM0363", "m", 5.0),
    ]
    built([staged("cells", rows, tmp_path / "cells.parquet")], tmp_path / "release")
    found = {
        row["area"]: (row["low"], row["high"], row["denominator_low"])
        for row in figures(tmp_path / "release", "cells", definition="mean", **dict.fromkeys(WHOLE))
    }
    assert found["GM0361"] == (6.75, 6.75, 40)
    assert found["GM0363"] == (5.0, 9.0, 20)
    assert found["PV27"] == (pytest.approx((270 + 100) / 60), pytest.approx((270 + 180) / 60), 60)
