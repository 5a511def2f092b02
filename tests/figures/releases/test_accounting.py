"""The accounting identity on stocks: what was counted, and what is left over, per area."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.figures.releases import Release, current_release, managing
from pactwerk.figures.releases.loading import load
from pactwerk.figures.releases.quality_report.accounting import _account
from pactwerk.figures.releases.quality_report.report import as_text
from tests.figures.flows.pseudo import files


def rows_of(release: Release) -> dict[tuple[object, object], dict[str, object]]:
    """Area and period -> the row of the section."""
    section = managing.quality_report(release, None, date(2026, 11, 22)).section("accounting")
    return {(row["area"], row["period"]): row for row in section.as_data()["rows"]}


@pytest.fixture
def small(tmp_path: Path) -> Release:
    """Thirty pupils, of whom thirty later, eleven boys and a hidden number of girls graduated in between."""
    paths = [
        files.pupils(tmp_path, "2016-2017", {("01", 3): ("10", "20"), ("01", 1): ("6", "6")}),
        files.pupils(tmp_path, "2017-2018", {("01", 4): ("12", "18"), ("01", 1): ("4", "3")}),
        files.exams(tmp_path, "2016-2017", {"01": (("12", "18"), ("11", "<5"))}),
    ]
    assert load(tmp_path / "figures", paths).exit_code == 0
    found = current_release(tmp_path / "figures")
    assert found is not None
    return found


def test_the_residual_is_what_the_counts_leave_over(small: Release) -> None:
    row = rows_of(small)["PV27", "2016/17"]
    assert (row["stock"], row["entrants"], row["later"]) == (42, 7, 37)
    # the publisher hides the total of 11 boys and 1 to 4 girls too: 1 to 4 is what its cell says
    assert (row["graduates_low"], row["graduates_high"]) == (1, 4)
    assert (row["residual_low"], row["residual_high"]) == (37 - 42 + 1 - 7, 37 - 42 + 4 - 7)


def test_every_level_of_area_is_there_and_the_words_say_what_it_holds(small: Release) -> None:
    rows = rows_of(small)
    assert {area for area, _ in rows} == {"NL", "PV27", "GM0392"}
    report = managing.quality_report(small, None, date(2026, 11, 22))
    text = as_text(report, dutch=True)
    assert "In de rest zit: wie zonder diploma stopte" in " ".join(text.split())
    assert '"accounting"' in report.to_json(dutch=False)


def test_areas_of_the_real_files_add_up(real_release: Release) -> None:
    rows = rows_of(real_release)
    country = rows["NL", "2016/17"]
    parts = [row for (area, period), row in rows.items() if period == "2016/17" and str(area).startswith("PV")]
    for key in ("stock", "graduates_low", "entrants", "later", "residual_low"):
        assert sum(int(str(row[key])) for row in parts) == country[key], key
    assert country["stock"] == 1_002_338, "all pupils in the file of 2016/17"
    assert int(str(country["later"])) == (
        int(str(country["stock"])) - int(str(country["graduates_low"]))
        + int(str(country["entrants"])) + int(str(country["residual_low"]))
    )  # fmt: skip


def test_repeaters_and_moves_stand_beside_it(real_release: Release) -> None:
    row = rows_of(real_release)["NL", "2015/16"]
    assert row["stock"] is None, "no pupils of that year are loaded"
    assert (row["repeaters_low"], row["down_low"], row["up_low"]) == (55_659, 26_886, 46_554)


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 4)), min_size=5, max_size=5), st.data())
def test_the_residual_holds_for_every_count_within_the_bounds(
    spans: list[tuple[int, int]], data: st.DataObject
) -> None:
    bounds = [(low, low + more) for low, more in spans]
    true = [data.draw(st.integers(*pair)) for pair in bounds]
    now, new, later, later_new, passed = bounds
    told = _account((*now, *new), (*later, *later_new), passed)
    assert told[-2] <= true[2] - true[0] + true[4] - true[3] <= told[-1]
