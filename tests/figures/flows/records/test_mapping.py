"""Other layouts: delimited with own names and codes, and DUO's 1 cijfer HO in fixed places."""

from pathlib import Path

import pytest

from pactwerk.figures.engines.duck import DuckEngine
from pactwerk.figures.flows.records import EnrolmentsRefused, count_transitions, open_enrolments
from pactwerk.figures.flows.records import mapping as module
from pactwerk.figures.flows.records.mapping import load_record_mapping, parse_record_mapping
from pactwerk.figures.sources.mapping import MappingError

EXAMPLE = Path(module.__file__).parent / "examples" / "duo-1cijferho.toml"

OWN = """
name = "eigen"
[file]
delimiter = "|"
encoding = "latin-1"
[constants]
area = ""
field = ""
[[only]]
header = "soort"
values = ["hoofd"]
[[columns]]
field = "year"
header = "schooljaar"
[[columns]]
field = "person"
header = "nr"
[[columns]]
field = "institution"
header = "BRIN"
[[columns]]
field = "level"
header = "school"
codes = { "middelbaar é" = "vo", "roc" = "mbo" }
otherwise = "onbekend"
[[columns]]
field = "track"
header = "niveau"
[[columns]]
field = "grade"
header = "klas"
[[columns]]
field = "sex"
header = "m/v"
codes = { m = "male", v = "female" }
[[columns]]
field = "diploma"
header = "papier"
codes = { kader = "vmbo-kb" }
otherwise = ""
"""

LINES = """schooljaar|nr|BRIN|school|niveau|klas|m/v|papier|soort
2016|7|01AB|middelbaar é|kb|4|v|kader|hoofd
2016|7|25LN|roc|2||v||neven
2017|7|25LN|roc|2||v||hoofd
2017|8|25LN|kookschool|2||m||hoofd
"""


def line(**places: tuple[int, str]) -> str:
    """A line of fixed width with texts at their places (from 1)."""
    made = [" "] * 323
    for start, text in places.values():
        made[start - 1 : start - 1 + len(text)] = text
    return "".join(made)


def student(person: str, year: str, sort: str, kind: str, *, active: str = "1", phase: str = " ", on: str = "") -> str:
    return line(
        person=(1, person), year=(13, year), institution=(17, "25DW"), sort=(46, sort), croho=(59, "4"),
        kind=(62, kind), active=(65, active), phase=(97, phase), sex=(155, "V"), age=(156, "021"), on=(244, on),
    )  # fmt: skip


def test_own_names_codes_rows_and_encoding(tmp_path: Path) -> None:
    path, declared = tmp_path / "uit.csv", tmp_path / "eigen.toml"
    path.write_text(LINES, encoding="latin-1")
    declared.write_text(OWN, encoding="utf-8")
    with open_enrolments([path], declared, DuckEngine(threads=1)) as enrolments:
        counted = count_transitions(enrolments, ("level", "track", "grade"), by=("sex", "diploma"))
    found = [(str(t.source), str(t.target), t.sex, t.diploma, t.persons) for t in counted.transitions]
    assert found == [("None", "onbekend:2", "male", "", 1), ("vo:kb::4", "mbo:2", "female", "vmbo-kb", 1)]


def test_1cijferho_in_its_fixed_places(tmp_path: Path) -> None:
    path = tmp_path / "1cyferho_2024_v1.1.asc"
    lines = [
        student("100000000001", "2022", "hbo", "ba", phase="B", on="20230630"),
        student("100000000001", "2023", "wo ", "ma"),
        student("100000000002", "2022", "hbo", "ad", active="3"),
        student("100000000002", "2023", "hbo", "ad"),
    ]
    path.write_text("\r\n".join(lines) + "\r\n", encoding="latin-1")
    with open_enrolments([path], EXAMPLE, DuckEngine(threads=1)) as enrolments:
        counted = count_transitions(enrolments, ("level", "track"), by=("diploma",), leavers=True)
        assert enrolments.present >= {"age", "diploma_on"}
    found = [(str(t.source), str(t.target), t.diploma, t.persons) for t in counted.transitions]
    assert found == [("None", "hbo:ad", "", 1), ("hbo:ba", "wo:ma", "hbo-ba", 1)]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('area = ""\n', "", "columns"),
        ('field = "year"', 'field = "jaar"', "columns[1].field"),
        ('encoding = "latin-1"', 'encoding = "ebcdic"', "file.encoding"),
        ('values = ["hoofd"]', "", "only[1].values"),
        ('header = "nr"', 'header = "nr"\nkolom = "x"', "columns[2].kolom"),
        ('field = "grade"', 'field = "track"', "columns"),
        ("[file]", "[file", ""),
    ],
)
def test_a_wrong_mapping_names_file_and_key(old: str, new: str, key: str) -> None:
    with pytest.raises(MappingError) as caught:
        parse_record_mapping(OWN.replace(old, new, 1), "eigen.toml")
    assert (caught.value.file, caught.value.key) == ("eigen.toml", key)


def test_a_column_that_the_mapping_names_and_the_file_lacks(tmp_path: Path) -> None:
    path = tmp_path / "uit.csv"
    path.write_text(LINES.replace("papier", "iets anders"), encoding="latin-1")
    declared = parse_record_mapping(OWN, "eigen.toml")
    refused = pytest.raises(EnrolmentsRefused, match=r"uit\.csv: kolom papier ontbreekt")
    with refused, open_enrolments([path], declared, DuckEngine(threads=1)):
        pass


def test_the_example_is_a_mapping() -> None:
    assert load_record_mapping(EXAMPLE).name == "duo-1cijferho"
