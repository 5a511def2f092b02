"""Kept SQL is used again only while everything it was made from is the same."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import pactwerk.figures.indicators as package

CODE = "from pactwerk.figures.indicators.compiling import fingerprint; print(fingerprint())"


def fingerprint(folder: Path) -> str:
    done = subprocess.run([sys.executable, "-c", CODE], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("name", ["schemas.py", "counting.py", "compiling.py", "expressions/rollup.py"])
def test_a_change_in_what_the_statements_are_made_from_is_noticed(tmp_path: Path, name: str) -> None:
    copy = tmp_path / "pactwerk" / "figures" / "indicators"
    shutil.copytree(Path(package.__file__).parents[2] / "figures", copy.parent)
    shutil.copytree(Path(package.__file__).parents[2] / "basis", tmp_path / "pactwerk" / "basis")
    (tmp_path / "pactwerk" / "__init__.py").touch()
    before = fingerprint(tmp_path)
    assert fingerprint(tmp_path) == before
    with (copy / name).open("a") as file:
        file.write("# another meaning\n")
    assert fingerprint(tmp_path) != before
