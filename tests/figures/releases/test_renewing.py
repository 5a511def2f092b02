"""A release of another program, or one that lost files, is said to be unreadable and made anew by the next load."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pactwerk.cli.main import main
from pactwerk.figures.releases import current_release
from tests.figures.releases.homes import assert_complete, current, exam_file, offer, pupils_file, value


def _engine(folder: Path) -> None:
    told = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps({**told, "engine": "1"}))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "another engine": _engine,
    "no figures": lambda folder: shutil.rmtree(folder / "public"),
    "no facts": lambda folder: (folder / "inside" / "facts" / "facts.sql").unlink(),
    "no observations": lambda folder: shutil.rmtree(folder / "inside" / "vo_pupils"),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "home" / "figures"
    offer(found, pupils_file(tmp_path / "files", "leerlingen.csv"), edition="2017/18")
    monkeypatch.setenv("PACTWERK_HOME", str(found.parent))
    return found


def exams(tmp_path: Path) -> Path:
    return exam_file(tmp_path / "more", {"VMBO T": ("6", "5", "83.3", "6", "5", "83.3", "12", "10", "83.3")})


@pytest.mark.parametrize("damage", DAMAGES)
def test_it_is_said_and_the_next_load_makes_it_anew(
    home: Path, tmp_path: Path, damage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = current(home)
    DAMAGES[damage](before.folder)
    _forget()
    assert current_release(home) is None
    for command in ("show", "explain"):
        assert main(["figures", command, "K04", "--area", "GM0361", "--period", "2017/18"]) == 1
        assert "laad de cijfers opnieuw" in capsys.readouterr().err
    result = offer(home, exams(tmp_path))
    assert result.exit_code == 0
    assert value(home, "K04", "NL") == 23
    after = assert_complete(home)
    assert {kept.name for kept in after.manifest.files} == {"leerlingen.csv", exams(tmp_path).name}
    assert main(["figures", "explain", "K04", "--area", "NL", "--period", "2017/18"]) == 0


def test_the_same_files_again_are_enough(home: Path, tmp_path: Path) -> None:
    DAMAGES["no figures"](current(home).folder)
    result = offer(home, tmp_path / "files", edition="2017/18")
    assert [line.outcome for line in result.lines] == ["already"]
    assert (result.exit_code, result.made) == (0, result.current)
    assert value(home, "K04", "NL") == 23


def test_a_kept_file_that_is_gone_is_refused_by_name(home: Path, tmp_path: Path) -> None:
    shutil.rmtree(home / "files")
    DAMAGES["no figures"](current(home).folder)
    result = offer(home, exams(tmp_path))
    assert result.exit_code == 2
    assert "leerlingen.csv" in result.lines[-1].reason[0]
    assert [kept.table for kept in current(home).manifest.files] == ["exams"]


def _forget() -> None:
    from pactwerk.figures.releases.release import _opened

    _opened.cache_clear()
