"""What a load removes: its own work and leftovers; never a release because something cannot be read."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pactwerk.cli.main import main
from pactwerk.figures.releases.cleaning import clean
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.reports import LoadFailed
from tests.figures.releases.homes import PUPILS_2018, offer, pupils_file, value

Damage = Callable[[Path], object]
DAMAGES: dict[str, Damage] = {
    "gone": lambda manifest: manifest.unlink(),
    "cut off": lambda manifest: manifest.write_bytes(manifest.read_bytes()[:100]),
    "no text": lambda manifest: manifest.write_bytes(b"\xff\xfe\x00"),
    "a list": lambda manifest: manifest.write_text("[]"),
    "a part gone": lambda manifest: manifest.write_text('{"id": "x", "files": []}'),
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


@pytest.fixture
def home(tmp_path: Path, files: Path) -> Path:
    """A home with two releases."""
    found = tmp_path / "home" / "figures"
    offer(found, pupils_file(files))
    offer(found, pupils_file(files, PUPILS_2018))
    return found


def state(home: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in home.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def folders(home: Path) -> list[str]:
    """The releases, oldest first."""
    return sorted(path.name for path in (home / "releases").iterdir())


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_current_release_is_said_and_nothing_is_removed(
    home: Path, files: Path, damage: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, newest = folders(home)
    DAMAGES[damage](home / "releases" / newest / "manifest.json")
    before = state(home)
    with pytest.raises(LoadFailed) as failed:
        offer(home, pupils_file(files, "later-2019-2020.csv"))
    assert newest in failed.value.message_nl
    assert "beschadigd" in failed.value.message_nl
    assert "damaged" in failed.value.message_en
    monkeypatch.setenv("PACTWERK_HOME", str(home.parent))
    assert main(["figures", "load", str(files)]) == 1
    assert "beschadigd" in capsys.readouterr().err
    assert state(home) == before


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_predecessor_stays_and_a_load_succeeds(home: Path, files: Path, damage: str) -> None:
    oldest, newest = folders(home)
    DAMAGES[damage](home / "releases" / oldest / "manifest.json")
    assert offer(home, pupils_file(files, "later-2019-2020.csv")).exit_code == 0
    assert folders(home)[:2] == [oldest, newest]
    assert value(home, "K04", "NL", "2019/20") == 23


def test_a_damaged_release_in_the_middle_never_takes_its_predecessors_along(home: Path, files: Path) -> None:
    offer(home, pupils_file(files, "later-2019-2020.csv"))
    before = folders(home)
    DAMAGES["cut off"](home / "releases" / before[1] / "manifest.json")
    assert offer(home, pupils_file(files, "latest-2020-2021.csv")).exit_code == 0
    assert folders(home)[:3] == before


def test_without_a_current_release_nothing_is_removed(home: Path) -> None:
    before = folders(home)
    (home / "CURRENT").unlink()
    clean(Home(home))
    assert folders(home) == before


def test_what_was_never_current_is_removed(home: Path, files: Path) -> None:
    """As a load leaves it that is killed between the rename and the switch."""
    _, newest = folders(home)
    leftover = home / "releases" / "20990101T000000000000Z-00000000"
    shutil.copytree(home / "releases" / newest, leftover)
    told = json.loads((leftover / "manifest.json").read_text())
    (leftover / "manifest.json").write_text(json.dumps({**told, "id": leftover.name, "previous": newest}))
    (home / "staged" / "old" / "raw").mkdir(parents=True)
    before = folders(home)
    offer(home, pupils_file(files))
    assert folders(home) == [name for name in before if name != leftover.name]
    assert not (home / "staged").exists()
