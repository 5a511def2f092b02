"""Any column of any table renamed: the file is read and the new name told, or refused with the difference named."""

from dataclasses import replace
from pathlib import Path

import pytest

from pactwerk.figures import sources
from pactwerk.figures.sources import FileReport, Outcome
from tests.figures.sources.real_tables import FILES, Bendable, bendable

NEW = "HEEL ANDERS"
# A unit in the line under the names of a StatLine export is no name of a column.
UNITS = {"aantal"}
ROWS = 6


@pytest.mark.parametrize("table", FILES)
def test_a_renamed_column_is_never_passed_over(shared: Path, tmp_path: Path, table: str) -> None:
    file = bendable(shared, FILES[table]).first(ROWS)
    silent = {}
    for place, name in enumerate(file.header):
        if name in UNITS:
            continue
        report = _read(_renamed(file, place), tmp_path)
        said = " ".join([report.reason, *report.warnings])
        if report.outcome is Outcome.SKIPPED or not (NEW in said or (name and name in said)):
            silent[name] = f"{report.outcome} {report.table} {report.reason}"
    assert not silent


def _renamed(file: Bendable, place: int) -> Bendable:
    return replace(file, header=(*file.header[:place], NEW, *file.header[place + 1 :]))


def _read(file: Bendable, folder: Path) -> FileReport:
    path = folder / file.name
    path.write_bytes(file.data())
    return sources.read(path, workdir=folder / "work", edition=file.file.edition, sample=True)


def test_a_table_with_other_columns_is_still_no_table_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "personeel.csv"
    path.write_text("BRIN NUMMER;VESTIGINGSNUMMER;PROVINCIE;FTE;FUNCTIE;LEEFTIJD\n99AA;00;Drenthe;1;x;2\n")
    report = sources.read(path, workdir=tmp_path / "work")
    assert report.outcome is Outcome.SKIPPED


def test_borders_with_another_name_for_the_code_are_refused_by_name(shared: Path, tmp_path: Path) -> None:
    text = (shared / "geo" / "gemeente_2025.geojson").read_text(encoding="utf-8")
    path = tmp_path / "gemeente_2026.geojson"
    path.write_text(text.replace('"statcode"', '"gm_code"'), encoding="utf-8")
    report = sources.read(path, workdir=tmp_path / "work")
    assert (report.outcome, report.table) == (Outcome.REFUSED, "borders")
    assert "eigenschap 'statcode' ontbreekt; er zijn" in report.reason
    assert "gm_code" in report.reason


def test_a_municipality_of_a_later_merger_is_told_in_postcodes(shared: Path, tmp_path: Path) -> None:
    data = (shared / "duo-registers" / "dec" / "Dec_postcodecijfers_2024.asc").read_bytes()
    path = tmp_path / "Dec_postcodecijfers_2027.asc"
    path.write_bytes(data.replace(b"N0361Alkmaar", b"N2099Alkmaar"))
    report = sources.read(path, workdir=tmp_path / "work")
    assert (report.outcome, report.edition) == (Outcome.READ, "2027")
    assert "onbekende gemeentecodes: GM2099" in report.warnings
