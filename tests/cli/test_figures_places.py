"""`pactwerk figures correct`, `corrections` and `areas`: who did it, and words instead of a traceback."""

import json
from pathlib import Path

import pytest

from pactwerk.cli import figures


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACTWERK_HOME", str(tmp_path))


def test_a_correction_says_who_made_and_withdrew_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "jan")
    assert figures.run(["correct", "16TF00", "municipality", "GM0363", "--reason", "verhuisd"]) == 0
    identity = capsys.readouterr().out.split()[0]
    assert figures.run(["corrections", "--withdraw", identity, "--reason", "toch niet", "--by", "Anna"]) == 0
    capsys.readouterr()
    assert figures.run(["corrections", "--format", "json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    assert (entry["by"], entry["withdrawn_by"]) == ("jan", "Anna")


@pytest.mark.parametrize("name", ["", "nergens.csv"])
def test_a_file_of_areas_that_is_not_there_is_told(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert figures.run(["areas", "import", name]) == 2
    assert (name or "FILE") in capsys.readouterr().err
