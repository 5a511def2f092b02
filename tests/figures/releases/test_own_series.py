"""A region's own table, from the command line to its figures with file and row."""

import csv
import io
from pathlib import Path

import pytest

from pactwerk.cli import figures
from pactwerk.figures import sources
from pactwerk.figures.releases.own_series import UnknownSeries, own_series

EXAMPLES = Path(sources.__file__).parent / "mapping" / "examples"
UWV = EXAMPLES / "uwv_spanningsindicator.toml"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PACTWERK_HOME", str(tmp_path))
    return tmp_path / "figures"


def test_load_with_a_mapping_and_show_its_series(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loaded = figures.run(["load", str(UWV.with_suffix(".csv")), "--mapping", str(UWV), "--example"])
    assert loaded == 0, capsys.readouterr().out
    capsys.readouterr()
    assert figures.run(["own", "X-uwv_spanning"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == 17
    assert figures.run(["mappings", "list"]) == 0
    assert capsys.readouterr().out.startswith("X-uwv_spanning\tvoorbeeldgegevens")
    table = own_series(home, "x-uwv_spanning")
    assert table.example
    hidden = [row for row in table.rows if row.value is None]
    assert [(row.area, row.definition, row.low, row.high) for row in hidden] == [("GM9902", "short_unemployed", 1, 4)]
    assert [(source.file, source.rows) for source in hidden[0].sources] == [("uwv_spanningsindicator.csv", "4")]
    assert {row.status for row in table.rows} == {"voorbeeldgegevens"}
    assert {row.unit for row in table.rows} == {"vacatures", "personen", "verhouding"}


def test_a_series_that_is_not_there_is_named(home: Path) -> None:
    with pytest.raises(UnknownSeries):
        own_series(home, "X-niets")
    assert figures.run(["own", "X-niets"]) == 2
    assert figures.run(["mappings", "add", str(UWV)]) == 0
    with pytest.raises(UnknownSeries, match="X-uwv_spanning"):
        own_series(home, "X-uwv_spanning")


def test_a_wrong_mapping_stops_the_load(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('name = "x y"\n')
    assert figures.run(["load", str(UWV.with_suffix(".csv")), "--mapping", str(wrong)]) in {1, 2}
    assert "wrong.toml" in capsys.readouterr().err
    assert not (home / "CURRENT").exists()
