"""Areas by CSV: read whole or not at all, kept by their owner, and counted over the days of their members."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.basis.places import UnknownArea, areas_of
from pactwerk.figures.releases import FigureQuery
from pactwerk.figures.releases.areas_csv import areas_as_csv, areas_from_csv
from pactwerk.figures.releases.entering import BadAreas, enter, entered, remove
from pactwerk.figures.releases.loading import load
from tests.figures.places.conftest import FILES, postcode_files, release_of

GOOD = """code;naam;soort;gemeente;van;tot;bron
STO-ALK;Alkmaar;sto-regio;Alkmaar;;;plan 2020
STO-ALK;Alkmaar;sto-regio;GM0398;;2017-08-01;plan 2020
DR-HHW;Dijk en Waard;deelregio;1980;;;
"""


def test_a_sheet_is_read_whole_with_codes_names_and_days() -> None:
    alkmaar, sub = areas_from_csv(GOOD, "gebieden.csv", "bureau")
    assert (alkmaar.code, alkmaar.owner, alkmaar.reference) == ("STO-ALK", "bureau", "plan 2020")
    assert [(m.municipality, str(m.until)) for m in alkmaar.members] == [("GM0361", "None"), ("GM0398", "2017-08-01")]
    assert [member.municipality for member in sub.members] == ["GM1980"]
    assert areas_from_csv(areas_as_csv([alkmaar, sub]), "weer.csv", "bureau") == (alkmaar, sub)


@pytest.mark.parametrize(
    ("old", "new", "row", "column"),
    [
        ("STO-ALK;Alkmaar;sto-regio;Alkmaar", "PV27;Alkmaar;sto-regio;Alkmaar", 2, "code"),
        ("sto-regio;GM0398", "provincie;GM0398", 3, "soort"),
        ("GM0398", "GM9998", 3, "gemeente"),
        ("2017-08-01", "1-8-2017", 3, "tot"),
        (";;2017-08-01", ";2018-01-01;2017-08-01", 3, "tot"),
        ("DR-HHW;Dijk en Waard;", "DR-HHW;;", 4, "naam"),
        ("DR-HHW;Dijk", "STO-ALK;Dijk", 4, "code"),
        ("GM0398", "GM0361", 3, "gemeente"),
        ("gemeente;van", "plaats;van", 1, "gemeente"),
        ("plan 2020", "=HYPERLINK(1)", 2, "bron"),
        ("Dijk en Waard", "@SUM(1)", 4, "naam"),
    ],
)
def test_what_is_wrong_is_said_with_line_and_column(old: str, new: str, row: int, column: str) -> None:
    with pytest.raises(BadAreas) as refused:
        areas_from_csv(GOOD.replace(old, new, 1), "gebieden.csv", "bureau")
    assert (row, column) in {(problem.row, problem.column) for problem in refused.value.problems}
    assert "gebieden.csv" in str(refused.value)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    for given_text in (text, GOOD + text, GOOD[:40] + text):
        with suppress(BadAreas):
            assert areas_from_csv(given_text, "x.csv", "bureau")


def test_another_office_changes_nothing(tmp_path: Path) -> None:
    first = areas_from_csv(GOOD, "a.csv", "bureau")
    enter(tmp_path, first, may=lambda _known: True)
    theirs = areas_from_csv(GOOD.replace("Alkmaar;sto", "Anders;sto"), "b.csv", "ander")
    with pytest.raises(BadAreas, match="bureau"):
        enter(tmp_path, theirs, may=lambda known: known.owner == "ander")
    assert entered(tmp_path)["STO-ALK"].name == "Alkmaar"
    remove(tmp_path, "STO-ALK")
    assert set(entered(tmp_path)) == {"DR-HHW"}
    with pytest.raises(UnknownArea):
        remove(tmp_path, "STO-ALK")


def test_an_area_counts_what_belonged_to_it_on_the_count_date(shared: Path, tmp_path: Path) -> None:
    """Heerhugowaard belongs to it until 1 August 2017: it is in 2016/17 and not in 2017/18."""
    load(tmp_path, [*(shared / name for name in (*FILES[:2], FILES[4])), *postcode_files(shared)])
    enter(tmp_path, areas_from_csv(GOOD, "a.csv", "bureau"), may=lambda _known: True)
    load(tmp_path, [])
    release = release_of(tmp_path)

    def pupils(area: str, borders: int | None = None) -> dict[str, float | None]:
        with areas_of(tmp_path):
            table = release.figures(FigureQuery("K04", area, definition="sector", borders=borders))
        return {row.period: row.value for row in table}

    alkmaar, heerhugowaard = pupils("GM0361"), pupils("GM0398")
    assert heerhugowaard["2017/18"]
    assert pupils("STO-ALK")["2016/17"] == (alkmaar["2016/17"] or 0) + (heerhugowaard["2016/17"] or 0)
    assert pupils("STO-ALK")["2017/18"] == alkmaar["2017/18"]
    # a municipality of today means its territory, in the files of years when it was not there yet
    assert pupils("DR-HHW") == pupils("GM1980", 2022)
    # in the borders of a year the area is what it was on 1 January of it
    assert pupils("STO-ALK", 2024) == pupils("GM0361", 2024)
