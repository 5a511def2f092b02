"""The notebooks in `docs/voorbeelden` run, on real files, and say what their text promises."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from tests.figures.loaded import loaded_home

__all__ = ["loaded_home"]
EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "docs" / "voorbeelden").glob("*.py"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_it_runs(
    path: Path, loaded_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PACTWERK_HOME", str(loaded_home))
    runpy.run_path(str(path))
    said = capsys.readouterr().out
    assert "2017/18" in said
    assert "None None" not in said


def test_there_are_examples() -> None:
    assert [path.stem for path in EXAMPLES] == ["eerste_stappen", "herkomst", "stromen"]
