"""Every engine does what the contract says, with the same values of the same Python types."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pactwerk.figures.engines import Engine
from pactwerk.figures.engines.duck import DuckEngine

COLUMNS = {"a": "string", "row": "int32", "f": "float64", "yes": "boolean", "small": "int8", "large": "int64"}
ROWS = [
    ("o'b\\n \" é", 1, 0.1, True, 3, 2**40),
    (None, None, None, None, None, None),
    ("", -5, 2.0, False, -128, 0),
]
ORDER = "ORDER BY large NULLS FIRST"


def test_rows_come_back_as_they_went_in(engine: Engine) -> None:
    engine.fill("t", COLUMNS, ROWS)
    found = engine.rows(f"SELECT * FROM t {ORDER}")
    assert found == [ROWS[1], ROWS[2], ROWS[0]]
    assert [type(value) for value in found[2]] == [str, int, float, bool, int, int]


def test_a_table_may_have_no_rows(engine: Engine) -> None:
    engine.fill("t", COLUMNS)
    assert engine.rows("SELECT * FROM t") == []
    assert engine.columns("t") == COLUMNS


def test_sums_and_means_are_plain_numbers(engine: Engine) -> None:
    engine.fill("t", {"n": "int32", "f": "float64"}, [(1, 0.5), (2, 0.25)])
    (found,) = engine.rows("SELECT count(*), sum(n), avg(n), sum(f), max(n) FROM t")
    assert found == (2, 3, 1.5, 0.75, 2)
    assert [type(value) for value in found] == [int, int, float, float, int]


def test_a_table_may_be_replaced_by_one_made_from_it(engine: Engine) -> None:
    engine.fill("t", {"n": "int32"}, [(1,), (2,), (3,)])
    engine.define("u", "SELECT n FROM t WHERE n > 1", kept=True)
    engine.define("v", "SELECT n + 1 AS n FROM u", kept=True)
    engine.drop("u")
    engine.drop("nobody")
    assert sorted(engine.rows("SELECT n FROM v")) == [(3,), (4,)]
    engine.define("v", "SELECT 7 AS n", kept=True)
    assert engine.rows("SELECT n FROM v") == [(7,)]


def test_what_is_written_is_one_file_that_every_engine_reads(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "a folder [1] {of} 'ours'"
    folder.mkdir()
    engine.fill("t", COLUMNS, ROWS)
    engine.write("SELECT * FROM t", folder / "one.parquet")
    assert [path.name for path in folder.iterdir()] == ["one.parquet"]
    engine.read("back", [folder / "one.parquet"])
    assert engine.rows(f"SELECT * FROM back {ORDER}") == [ROWS[1], ROWS[2], ROWS[0]]
    duck = DuckEngine()
    duck.read("back", [folder / "one.parquet"])
    assert duck.columns("back") == engine.columns("back") == COLUMNS
    assert duck.rows(f"SELECT * FROM back {ORDER}") == [ROWS[1], ROWS[2], ROWS[0]]


def test_types_have_one_name_on_every_engine(engine: Engine, tmp_path: Path) -> None:
    odd = (
        "SELECT ['x'] AS many, {'a': 1} AS record, 1.50::DECIMAL(5, 2) AS exact, DATE '2016-10-01' AS day, 'x' AS text"
    )
    DuckEngine(threads=1).write(odd, tmp_path / "odd.parquet")
    engine.read("odd", [tmp_path / "odd.parquet"])
    found = {"many": "unknown", "record": "unknown", "exact": "decimal", "day": "date", "text": "string"}
    assert engine.columns("odd") == found


def test_a_folder_stands_for_the_files_in_it_however_deep(engine: Engine, tmp_path: Path) -> None:
    for year, columns in ((2023, "1 AS n, 'x' AS a"), (2024, "'y' AS a, 2 AS n, true AS more")):
        (tmp_path / f"in {year}").mkdir()
        duck = DuckEngine()
        duck.write(f"SELECT {columns}", tmp_path / f"in {year}" / "part.parquet")
    engine.read("t", [tmp_path])
    assert sorted(engine.rows("SELECT n, a, more FROM t"), key=str) == [(1, "x", None), (2, "y", True)]


def test_folders_named_by_a_value_give_a_column(engine: Engine, tmp_path: Path) -> None:
    for year in (2023, 2024):
        (tmp_path / f"year={year}").mkdir()
        DuckEngine().write(f"SELECT {year - 2000} AS n", tmp_path / f"year={year}" / "part.parquet")
    engine.read("t", [tmp_path])
    assert sorted(engine.rows("SELECT year, n FROM t")) == [(2023, 23), (2024, 24)]


def test_delimited_text_is_read_as_text_and_by_header(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('name;code\n"o; ""x""";007\n;1\n', encoding="utf-8")
    (tmp_path / "b.csv").write_text("code;name\n008;é\n", encoding="utf-8")
    engine.read_text("t", [tmp_path], delimiter=";", encoding="utf-8", header=True)
    assert engine.columns("t") == {"name": "string", "code": "string"}
    assert sorted(engine.rows("SELECT code, name FROM t")) == [("007", 'o; "x"'), ("008", "é"), ("1", None)]


def test_delimited_text_in_another_encoding(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("naam;code\né;1\n".encode("latin-1"))
    engine.read_text("t", [tmp_path / "a.csv"], delimiter=";", encoding="latin-1", header=True)
    assert engine.rows("SELECT naam FROM t") == [("é",)]


def test_a_row_with_too_many_fields_is_refused_and_quoted_nowhere(
    engine: Engine, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("name;code\nx;1\njan4711;2;3\n", encoding="utf-8")

    def ask() -> None:
        engine.read_text("t", [tmp_path / "a.csv"], delimiter=";", encoding="utf-8", header=True)
        engine.rows("SELECT * FROM t")

    with pytest.raises(engine.errors()):
        ask()
    assert "jan4711" not in "".join(capfd.readouterr())


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=20))
def test_any_text_survives(engine: Engine, texts: list[str]) -> None:
    engine.fill("t", {"n": "int32", "a": "string"}, enumerate(texts))
    assert [text for _, text in sorted(engine.rows("SELECT n, a FROM t"))] == texts
