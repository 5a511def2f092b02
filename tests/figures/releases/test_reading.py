"""Reading a release: what adds up, what a query may ask, and where a figure comes from."""

from pathlib import Path

import pytest

from pactwerk.basis.places import UnknownArea
from pactwerk.figures.indicators import UnknownIndicator, catalogue
from pactwerk.figures.releases import BadQuery, FigureQuery, Release, current_release

PROVINCES = [f"PV{number}" for number in range(20, 32)]


def values(
    release: Release, code: str, area: str, period: str, *by: str, definition: str | None = None
) -> dict[str, float]:
    table = release.figures(FigureQuery(code, area, period, by, definition))
    return {" ".join(row.by[name] for name in by): row.value or 0 for row in table}


@pytest.mark.parametrize("area", ["NL", "PV20", "PV27", "LD03", "RG-NHN", "STO-NK", "GM0361"])
@pytest.mark.parametrize(
    ("code", "by"), [("K04", "track"), ("K04", "sex"), ("K04", "profile"), ("K09", "track"), ("K09", "sex")]
)
def test_parts_add_up_to_the_total(real_release: Release, code: str, by: str, area: str) -> None:
    for period in ("2016/17", "2017/18"):
        total = values(real_release, code, area, period)[""]
        assert sum(values(real_release, code, area, period, by).values()) == total


def test_provinces_add_up_to_the_country(real_release: Release) -> None:
    for code in ("K04", "K09", "K20"):
        total = values(real_release, code, "NL", "2017/18")[""]
        assert sum(values(real_release, code, area, "2017/18")[""] for area in PROVINCES) == total
        assert sum(values(real_release, code, "NL", "2017/18", "province").values()) == total


def test_municipalities_and_unmatched_locations_add_up_to_the_province(real_release: Release) -> None:
    quality = real_release.manifest.quality["without_municipality"]
    (entry,) = [e for e in quality if (e["table"], e["period"]) == ("vo_pupils", "2016/17")]
    assert entry["unmatched"] == len(entry["listed"]) > 0
    for area in PROVINCES:
        within = sum(values(real_release, "K04", area, "2016/17", "municipality").values())
        total = values(real_release, "K04", area, "2016/17")[""]
        explained = real_release.explain(FigureQuery("K04", area, "2016/17"))
        assert within <= total
        if not any(province == area and counted for _, province, counted in entry["listed"]):
            assert within == total, explained


def test_pupils_without_a_technical_profile_are_no_location_not_no_figure(real_release: Release) -> None:
    """Terschelling and Ameland have third-years of vmbo and no technical profile."""
    for area in ("GM0093", "GM0060"):
        assert values(real_release, "K04", area, "2017/18", definition="profile") == {"": 0}
        assert values(real_release, "K20", area, "2017/18") == {"": 0}
        assert values(real_release, "K21", area, "2017/18") == {}
        assert values(real_release, "K20", area, "2017/18", "profile") == {}
        (row,) = real_release.explain(FigureQuery("K20", area, "2017/18"))
        assert row.sources


def test_a_municipality_is_the_same_alone_and_as_a_part(real_release: Release) -> None:
    parts = values(real_release, "K04", "NL", "2017/18", "municipality")
    assert len(parts) > 200
    for code in ("GM0361", "GM0014", "GM0363"):
        assert values(real_release, "K04", code, "2017/18")[""] == parts[code]


def test_two_breakdowns_at_once(real_release: Release) -> None:
    single = values(real_release, "K04", "PV27", "2017/18", "track")
    double = values(real_release, "K04", "PV27", "2017/18", "track", "sex")
    for track, total in single.items():
        assert double[f"{track} male"] + double[f"{track} female"] == total


def test_pact_area_north_is_its_three_provinces(real_release: Release) -> None:
    three = sum(values(real_release, "K04", area, "2017/18")[""] for area in ("PV20", "PV21", "PV22"))
    assert values(real_release, "K04", "TP-NOORD", "2017/18")[""] == three
    assert values(real_release, "K04", "LD01", "2017/18")[""] == three


def test_suppressed_cells_give_bounds_never_a_value(real_release: Release) -> None:
    table = real_release.figures(FigureQuery("E01", "TP-NOORD", "all"))
    for row in table:
        assert row.low is not None
        assert row.high is not None
        if row.period < "2019/20":
            assert row.value == row.low == row.high
        else:
            assert row.value is None
            assert row.low < row.high
    assert table.breaks() == (("2018/19", "2019/20"),)


def test_an_area_without_data_has_no_figure(real_release: Release) -> None:
    assert not real_release.figures(FigureQuery("K04", "PV99", "all")).rows
    assert not real_release.figures(FigureQuery("K04", "TP-OOST", "all")).rows


@pytest.mark.parametrize(
    ("query", "error", "names"),
    [
        (FigureQuery("K99", "NL"), UnknownIndicator, "K09"),
        (FigureQuery("K03", "XX"), UnknownArea, "PV27"),
        (FigureQuery("K03", "NL", by=("colour",)), BadQuery, "track"),
        (FigureQuery("K03", "NL", by=("profile",)), BadQuery, "municipality"),
        (FigureQuery("K03", "NL", by=("track", "sex", "municipality")), BadQuery, "twee"),
        (FigureQuery("K03", "NL", definition="mine"), BadQuery, "sector-lj34"),
    ],
)
def test_a_question_that_makes_no_sense_gets_a_readable_answer(
    real_release: Release, query: FigureQuery, error: type[Exception], names: str
) -> None:
    with pytest.raises(error, match=names):
        real_release.figures(query)


def test_explain_names_the_rows_that_were_counted(real_release: Release, shared: Path) -> None:
    """The named lines of the named file, summed by hand, give the figure."""
    query = FigureQuery("K04", "GM0361", "2017/18", ("track",))
    for row in real_release.explain(query):
        source, addresses = row.sources
        assert addresses.file == "alle-vestigingen-vo-2020-10.csv"
        lines = (shared / "duo-vo" / source.file).read_bytes().decode("cp1252").splitlines()
        counted = 0
        assert source.rows
        for part in source.rows.split(","):
            first, _, last = part.partition("-")
            for number in range(int(first), int(last or first) + 1):
                cells = lines[number - 1].split(";")
                assert cells[7] == "Techniek"
                counted += int(cells[15]) + int(cells[16])
        assert counted == row.value


def test_explain_of_boards_names_their_schools(real_release: Release, shared: Path) -> None:
    (row,) = real_release.explain(FigureQuery("R01", "PV22", "2013-06"))
    (source,) = row.sources
    lines = (shared / "duo-po" / source.file).read_bytes().decode("cp1252").splitlines()
    assert source.rows
    numbers = [int(part.partition("-")[0]) for part in source.rows.split(",")]
    assert all(lines[number - 1].startswith("Drenthe") for number in numbers)


NOT_IN_THE_FILES = {"K05", "K06", "T08"}
"""Computed from the table of exam subjects, of which only havo's file is here."""


def test_every_computed_indicator_has_figures_and_can_be_explained(real_release: Release) -> None:
    for entry in catalogue():
        if entry.state == "computed" and real_release.periods(entry) and entry.code not in NOT_IN_THE_FILES:
            for area in ("NL", "PV27", "GM0361", "STO-NK"):
                table = real_release.explain(FigureQuery(entry.code, area, "all"))
                assert table.rows, (entry.code, area)
                assert all(row.sources[0].sha256 and row.sources[0].rows for row in table)


def test_published_beside_computed(real_release: Release) -> None:
    table = real_release.figures(FigureQuery("K09", "NL", "all", basis="all"))
    assert {row.basis for row in table} == {"computed", "published"}
    assert real_release.figures(FigureQuery("K09", "NL", "all", basis="published")).select(basis="computed").rows == ()


def test_borders(real_release: Release) -> None:
    found = real_release.borders()
    assert found is not None
    assert (found.year, len(found.borders)) == (2023, 342)
    assert real_release.borders(2015).year == 2023
    assert found.borders[0].geometry["type"] in {"Polygon", "MultiPolygon"}


def test_no_release_is_none(tmp_path: Path) -> None:
    assert current_release(tmp_path) is None


def test_another_population_stands_beside_the_usual_one_only_when_asked(real_release: Release) -> None:
    """Published for Noord-Holland is a share of years 3 and 4 together; computed by default is year 3 alone."""
    usual = real_release.figures(FigureQuery("K03", "PV27", "all", basis="all"))
    asked = real_release.figures(FigureQuery("K03", "PV27", "all", definition="sector-lj34", basis="all"))
    assert {row.definition for row in usual} == {"sector"}
    assert {(row.basis, row.definition) for row in asked} == {("published", "sector-lj34"), ("computed", "sector-lj34")}
