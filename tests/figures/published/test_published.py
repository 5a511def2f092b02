"""The table of published values: whole, cited, with known places, and without what is no observation."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from pactwerk.basis import places
from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.indicators.published import published_figures, published_values
from pactwerk.figures.indicators.published.table import REFERENCE
from pactwerk.web.design.charts.positions import on_axis

README = REFERENCE.parent / "README.md"


def aside() -> list[dict[str, str]]:
    with (REFERENCE / "set_aside.tsv").open(encoding="utf-8") as handle:
        return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))


def numbers(part: str) -> set[str]:
    return {value.transcribed_from for value in published_values() if value.part == part}


def compilation(shared: Path) -> list[list[str]]:
    text = (shared.parent / "reference" / "domain.md").read_text(encoding="utf-8")
    section = text.split("## 9. Reference values")[1].split("## 10.")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("| \n").split(" | ")] for line in lines[2:]]


def test_every_row_of_the_compilation_went_somewhere_exactly_once() -> None:
    kept = numbers("waarde") | numbers("gesplitst")
    # the shares per sex of K10 are kept as `waarde`; the gap derived from them is extra
    left = {row["transcribed_from"] for row in aside()}
    assert not kept & left
    assert kept | left == {str(number) for number in range(1, 177)}


def test_the_readme_counts_what_the_table_holds() -> None:
    counts = Counter(value.part for value in published_values())
    text = README.read_text(encoding="utf-8")
    stated = {
        name: int(re.search(rf"`{name}`.*\| (\d+) \|$", text, re.MULTILINE)[1])  # type: ignore[index]
        for name in ("waarde", "gesplitst", "toelichting", "afgeleid", "paragraaf")
    }
    assert counts == stated
    assert f"| **total** | | **{sum(counts.values())}** |" in text


def test_every_place_is_known_and_every_row_is_cited() -> None:
    for value in published_values():
        assert places.area(value.area).code == value.area
        assert value.source.startswith("http") or "brondocument 001_" in value.source


def test_no_target_passes_as_an_observation() -> None:
    assert not [v for v in published_values() if v.indicator in {"K01", "K02"} and v.period != "2014"]
    assert not [v for v in published_values() if "doel" in v.period or "doel" in v.note]


def test_a_span_of_years_is_no_point_in_time() -> None:
    assert {v.period for v in published_values() if v.indicator == "K07" and not on_axis(v.period)} == {
        "2014/15-2016/17"
    }


def test_values_agree_with_the_compilation(shared: Path) -> None:
    rows = compilation(shared)
    assert len(rows) == 176
    for value in published_values():
        if value.part != "waarde":
            continue
        source = rows[int(value.transcribed_from) - 1]
        assert float(source[3]) == value.value, value
        if value.source.startswith("http"):
            assert source[5].strip("| ") == value.source


def test_the_two_editions_of_one_year_stand_side_by_side() -> None:
    rows = published_figures("K09", "NL").select(period="2016/17").rows
    assert {row.publication_edition: row.value for row in rows} == {
        "monitor-2017": 53538.0,
        "monitor-2024": 53743.0,
    }


def test_no_edition_gives_three_comparable_points_for_havo() -> None:
    points = Counter(
        (row.definition, row.publication_edition)
        for row in published_figures("K07", "NL")
        if not row.by and on_axis(row.period)
    )
    assert max(points.values()) < 3


def test_the_gap_follows_from_the_published_shares() -> None:
    for gap in published_figures("K10", "NL"):
        code = {"havo": "K07", "vwo": "K08"}.get(gap.by.get("track", ""), "K07+K08")
        shares = {
            row.by["sex"]: row.value
            for row in published_figures(code, "NL").select(period=gap.period)
            if "sex" in row.by and row.publication_edition == gap.publication_edition
        }
        assert gap.value == (shares["female"] or 0) - (shares["male"] or 0)
        assert gap.status == "afgeleid"


def test_an_old_definition_stays_apart() -> None:
    old = {row.definition for row in published_figures("L02", "NL") if row.publication_edition == "monitor-2017"}
    assert old == {"mbo-8-domeinen"}


def test_no_two_rows_claim_the_same_cell() -> None:
    keys = Counter(
        (v.indicator, v.definition, v.edition, v.area, v.period, tuple(sorted(v.by.items())), v.unit)
        for v in published_values()
    )
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize(("indicator", "area"), [("K07", "NL"), ("K01", "TP-NOORD"), (None, None)])
def test_the_figures_leave_as_a_publishable_table(indicator: str | None, area: str | None) -> None:
    table = published_figures(indicator, area)
    assert isinstance(table, PublishableTable)
    assert len(table) > 0
    assert not table.example
    assert all(row.basis == "published" and row.publication_edition for row in table)


def test_an_unknown_indicator_has_no_published_figures() -> None:
    assert len(published_figures("E01", "NL")) == 0


@pytest.mark.parametrize(("indicator", "name", "english"), [
    ("W09", "evenwicht", "balanced"), ("W15", "matig", "moderate"),
])  # fmt: skip
def test_a_classified_value_says_its_class(indicator: str, name: str, english: str) -> None:
    """ROA itself calls 1.06 `matig`; UWV's 1.5 lies on the limit and is `evenwicht`."""
    (row,) = published_figures(indicator).rows
    assert f"typering: {name}" in row.note
    assert f"class: {english}" in row.note.en  # type: ignore[attr-defined]


def test_the_other_tightness_is_not_classified() -> None:
    assert not any("typering" in row.note for row in published_figures("W10"))
