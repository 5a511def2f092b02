"""A file that is offered again is known again, however it was saved: for a real file of every table."""

import csv
import io
import random
from pathlib import Path

import pytest

from pactwerk.figures.releases import releases
from pactwerk.figures.sources import TABLES, FileReport, Outcome, read
from tests.figures.releases.homes import current, offer, value

ONE_OF = {
    "area_codes": "geo/2015/CoropGebied_2015_layer_labels_q1e3.json",
    "borders": "geo/gemeente_2023.geojson",
    "brin_register": "duo-registers/dec/Dec_brinnummer.asc",
    "disadvantage_scores": "duo-po/achterstandsscores-scholen-2019.xlsx",
    "early_leavers": "duo-vo/vsv-per-swv-2015.csv",
    "education_level": "cbs/onderwijsniveau-per-landsdeel-provincie/2019_onderwijsniveau.csv",
    "end_scores": "duo-po/gemiddelde-eindscores-bo-sbo-2018-2019.csv",
    "exam_subjects": "duo-vo/examenkandidaten-havo-en-examencijfers-2018-2019.csv",
    "exams": "duo-vo/examenkandidaten-en-geslaagden-2019-2022.csv",
    "ho_enrolled": "duo-ho/ingeschrevenen-hbo-2020-2024.json",
    "ho_entrants": "duo-ho/eerstejaars-ingeschrevenen-wo-2013-2017.csv",
    "ho_graduates": "duo-ho/05-gediplomeerden-hbo-2019.csv",
    "ho_institutions": "duo-registers/dec/Dec_ho-inst.asc",
    "ho_locations": "duo-registers/dec/Dec_vest_ho.asc",
    "ho_programme_names": "duo-registers/dec/Dec_opleidingscode.asc",
    "ho_programmes_isced": "duo-registers/dec/Dec_ho_ISCED.asc",
    "home_distance": "duo-po/gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-2019-2020.csv",
    "key_figures": "cbs/Regionale_kerncijfers_Nederland_10062024_133622.csv",
    "localities": "postcode/woonplaats-gemeente-corop.generated.csv",
    "location_register": "duo-registers/dec/Dec_brinvestigingsnummer.asc",
    "marks": "duo-vo/geslaagden-gezakten-en-cijfers-2018-2019.csv",
    "mbo_students": "duo-mbo/03-deelnemers-mbo-per-instelling-plaats-opleiding-niveau-geslacht-2015-2019.csv",
    "municipality_list": "cbs/gemeenten_2023.csv",
    "municipality_points": "geo/nederland_gemeenten_centroids.json",
    "pc4_population": "cbs/pc4_2024_v1.xlsx",
    "po_addresses": "duo-po/alle-vestigingen-bo-2020-12.csv",
    "po_pupils": "duo-po/leerlingen-po-per-gemeente-2024-10-01/Assen afgeschermd.csv",
    "population": "cbs/Bevolking__geslacht__leeftijd__regio_11042024_073404.csv",
    "postcode_points": "postcode/postcode_coords.csv",
    "postcodes": "duo-registers/dec/Dec_postcodecijfers_2023.asc",
    "prior_education": "duo-registers/dec/Dec_vopl.asc",
    "prior_education_original": "duo-registers/dec/Dec_vooropl.asc",
    "repeaters": "duo-vo/05.-zittenblijven-vo-brinvest-1516-tov-1617.csv",
    "school_advice": "derived/schooladviezen-2019-2025/school_data.json",
    "school_points": "derived/scholen-geojson-edugis/scholen20220501.geo.zip",
    "successions": "duo-registers/OVERGANGEN_20250113.csv",
    "unemployment": "cbs/Werkloosheidpercentage-per-provincie-kwartaal.csv",
    "vo_addresses": "duo-vo/alle-vestigingen-vo-2020-10.csv",
    "vo_pupils": "duo-vo/01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv",
}
WITHOUT_A_FILE = frozenset({"vo_home_postcodes", "vo_location_totals"})
"""Tables of which only a sample of the layout, or its header, is known."""
WHOLE = (".xlsx", ".zip", ".json", ".geojson")
"""Files that are no lines: they are not saved otherwise here."""


def test_every_table_has_its_file() -> None:
    assert set(ONE_OF) | WITHOUT_A_FILE >= set(TABLES)


def saved_again(path: Path, folder: Path) -> Path:
    """The same table with its lines of data shuffled, other line ends, in UTF-8 with a byte order mark."""
    folder.mkdir()
    again = folder / path.name
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    end = "\n" if "\r\n" in text else "\r\n"
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    fixed = 0 if path.suffix == ".asc" else _head(lines)
    data_lines = lines[fixed:]
    tail: list[str] = []
    while data_lines and len(data_lines[-1].split(";")) < 3 and path.suffix == ".csv" and ";" in lines[fixed]:
        tail.insert(0, data_lines.pop())
    random.Random(2014).shuffle(data_lines)
    again.write_bytes("\ufeff".encode() + end.join([*lines[:fixed], *data_lines, *tail, ""]).encode())
    return again


def _head(lines: list[str]) -> int:
    """How many lines stand above the data: as many as have not yet the width of most lines, and the header."""
    widths = [len(next(csv.reader(io.StringIO(line), delimiter=_delimiter(lines)), [])) for line in lines[:40]]
    usual = max(set(widths), key=widths.count)
    header = next((number for number, line in enumerate(lines[:10]) if "Perioden" in line and "Regio" in line), None)
    return (widths.index(usual) if header is None else header) + 1


def _delimiter(lines: list[str]) -> str:
    return max(";,\t", key=lines[min(10, len(lines) - 1)].count)


def known(report: FileReport) -> tuple[object, ...]:
    """What a file is recognised by."""
    return report.table, report.edition, report.part, report.content_hash, report.observations


@pytest.mark.parametrize("table", sorted(table for table, path in ONE_OF.items() if not path.endswith(WHOLE)))
def test_the_same_table_saved_otherwise_is_the_same(table: str, shared: Path, tmp_path: Path) -> None:
    path = shared / ONE_OF[table]
    first = read(path, workdir=tmp_path / "first")
    assert (first.outcome, first.table) == (Outcome.READ, table), first.reason
    again = read(saved_again(path, tmp_path / "again"), workdir=tmp_path / "second")
    assert again.outcome == Outcome.READ, again.reason
    assert known(again) == known(first)


SMALL = ("early_leavers", "education_level", "unemployment", "municipality_list", "po_pupils", "prior_education")


def test_three_times_the_same_files_is_one_release(shared: Path, tmp_path: Path) -> None:
    home, again = tmp_path / "home", tmp_path / "again"
    paths = [shared / ONE_OF[table] for table in SMALL]
    assert offer(home, *paths).exit_code == 0
    files = current(home).manifest.files
    assert {kept.table for kept in files} == set(SMALL)
    again.mkdir()
    otherwise = [saved_again(path, again / str(number)) for number, path in enumerate(paths)]
    for offered in (paths, otherwise, paths):
        result = offer(home, *offered)
        assert (result.exit_code, result.made) == (0, None)
        assert {line.outcome for line in result.lines} == {"already"}
    assert len(releases(home)) == 1
    assert current(home).manifest.files == files


def test_parts_of_one_edition_stand_side_by_side(shared: Path, tmp_path: Path) -> None:
    folder = shared / "duo-po" / "leerlingen-po-per-gemeente-2024-10-01"
    result = offer(tmp_path / "home", folder / "Assen afgeschermd.csv", folder / "Meppel afgeschermd.csv")
    assert result.exit_code == 0
    kept = current(tmp_path / "home").manifest.files
    assert len({file.part for file in kept}) == 2
    assert len({file.edition for file in kept}) == 1


def test_the_figures_of_another_year_are_refused_until_the_year_is_confirmed(shared: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    offer(home, shared / ONE_OF["vo_pupils"])
    copy = tmp_path / "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2018-2019.csv"
    copy.write_bytes((shared / ONE_OF["vo_pupils"]).read_bytes())
    refused = offer(home, copy)
    assert (refused.exit_code, refused.made) == (1, None)
    for text in refused.lines[0].reason:
        assert "2017/18" in text
        assert "--edition 2018/19" in text
    assert offer(home, copy, edition="2018/19").exit_code == 0
    assert value(home, "K04", "NL", "2018/19") == value(home, "K04", "NL", "2017/18")


def test_postcodes_that_their_publisher_repeats_are_two_years(shared: Path, tmp_path: Path) -> None:
    folder = shared / "duo-registers" / "dec"
    result = offer(tmp_path / "home", folder / "Dec_postcodecijfers_2023.asc", folder / "Dec_postcodecijfers_2024.asc")
    assert [line.outcome for line in result.lines] == ["read", "read"]
