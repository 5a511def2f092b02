"""A corrected file is never taken for the one that was there already: every column that is written counts."""

from pathlib import Path

import pytest

from tests.figures.sources.conftest import Read
from tests.figures.sources.invented import ADDRESSES, PUPILS, Table, exams, write

MORE_ADDRESSES = Table(
    (*ADDRESSES.header, "ONDERWIJSSTRUCTUUR", "COROPGEBIED NAAM", "RMC-REGIO NAAM"),
    tuple((*row, "VMBO", "Alkmaar en omgeving", "Noord-Kennemerland") for row in ADDRESSES.rows),
)
EXAMS = exams([2019], unknown_sex=False, cells={"VMBO T": ("1",) * 9, "HAVO - N&T": ("2",) * 9})
CHANGES = [
    *(("adressen-vo-2020-10.csv", MORE_ADDRESSES, column, text) for column, text in (
        ("RPA-GEBIED NAAM", "Groningen"), ("WGR-GEBIED NAAM", "Kop van Noord-Holland"), ("ONDERWIJSSTRUCTUUR", "HAVO"),
        ("COROPGEBIED NAAM", "Kop van Noord-Holland"), ("RMC-REGIO NAAM", "West-Friesland"), ("PLAATSNAAM", "HEILOO"),
        ("VESTIGINGSNAAM", "Het Bewijs"), ("BEVOEGD GEZAG NUMMER", "99003"), ("POSTCODE", "1812 AB"),
        ("GEMEENTENUMMER", "399"), ("PROVINCIE", "Drenthe"),
    )),
    *(("leerlingen-vo-2019-2020.csv", PUPILS, column, text) for column, text in (
        ("PROVINCIE VESTIGING", "Drenthe"), ("PLAATSNAAM VESTIGING", "GEHUCHT"), ("AFDELING", "Groen"),
        ("VMBO SECTOR", "Economie"), ("ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR", "VMBO KL lj 3-4"),
        ("VESTIGINGSNUMMER", "09"),
    )),
    *(("examenkandidaten-2019-2020.csv", EXAMS, column, text) for column, text in (
        ("GEMEENTENAAM", "ASSEN"), ("ONDERWIJSTYPE VO", "MAVO"), ("OPLEIDINGSNAAM", "VWO - N&G"),
    )),
]  # fmt: skip


@pytest.mark.parametrize(("name", "table", "column", "text"), CHANGES, ids=[f"{c[0][:8]} {c[2]}" for c in CHANGES])
def test_a_correction_in_any_written_column_is_other_content(  # noqa: PLR0917
    read: Read, tmp_path: Path, name: str, table: Table, column: str, text: str
) -> None:
    before = read(write(tmp_path, name, table.text()))
    after = read(write(tmp_path, name, table.cell(0, column, text).text()))
    assert before.content_hash
    assert after.content_hash
    assert before.content_hash != after.content_hash
