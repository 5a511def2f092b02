"""Example and real files never share a release."""

from pathlib import Path

import pytest
from demo.example_files import write_example_files

from pactwerk.cli.main import main
from pactwerk.figures.releases import FigureQuery
from tests.demo.test_release import CLOCK
from tests.figures.releases.homes import current, offer, pupils_file, value

REAL = "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home as `make demo` leaves it."""
    (tmp_path / "example").mkdir()
    write_example_files(tmp_path / "example", clock=CLOCK)
    found = tmp_path / "home" / "figures"
    assert offer(found, tmp_path / "example", example=True).exit_code == 0
    return found


def test_a_real_file_after_the_demo_gives_real_figures_only(
    home: Path, shared: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert value(home, "K03", "RG-WATERRIJK", "2025/26") is not None
    monkeypatch.setenv("PACTWERK_HOME", str(home.parent))
    assert main(["figures", "load", str(shared / "duo-vo" / REAL)]) == 0
    assert "alleen echte bestanden" in capsys.readouterr().out
    release = current(home)
    assert not release.manifest.example
    assert [kept.name for kept in release.manifest.files] == [REAL]
    assert value(home, "K03", "PV27") is not None
    table = release.figures(FigureQuery("K03", "PV27", "all"))
    assert {row.period for row in table} == {"2017/18"}
    assert {row.status for row in table} == {"definitief"}
    assert not release.figures(FigureQuery("K03", "RG-WATERRIJK", "all")).rows
    assert not release.figures(FigureQuery("K03", "PV99", "all")).rows


def test_a_real_file_of_the_same_edition_is_no_contradiction(tmp_path: Path) -> None:
    home = tmp_path / "home" / "figures"
    example = pupils_file(tmp_path / "example")
    offer(home, example, example=True)
    real = tmp_path / "real" / example.name
    real.parent.mkdir()
    real.write_bytes(example.read_bytes().replace(b";20;3;18;", b";30;3;18;"))
    result = offer(home, real)
    assert [line.outcome for line in result.lines] == ["read"]
    assert value(home, "K04", "NL") == 33
    back = offer(home, example, example=True)
    assert [line.outcome for line in back.lines] == ["read"]
    assert "example data only" in back.warnings[0].en
    assert current(home).manifest.example
    assert value(home, "K04", "NL") == 23


@pytest.mark.parametrize("name", ["same-2017-2018.csv", "other-2017-2018.csv"])
def test_example_bytes_never_turn_real_by_leaving_out_the_option(tmp_path: Path, name: str) -> None:
    home = tmp_path / "home" / "figures"
    first = offer(home, pupils_file(tmp_path / "a", "same-2017-2018.csv"), example=True)
    again = offer(home, pupils_file(tmp_path / "b", name))
    assert (again.lines[0].outcome, again.exit_code, again.current) == ("refused", 1, first.made)
    assert "--example" in again.lines[0].reason[0]
    assert offer(home, pupils_file(tmp_path / "b", name), replace=True).exit_code == 0
    assert not current(home).manifest.example
    assert len(current(home).manifest.files) == 1
