"""Files are found in a stable order, each once; what cannot be looked into is said."""

import os
from pathlib import Path

from pactwerk.figures import sources
from pactwerk.figures.sources import Outcome
from tests.figures.sources.conftest import as_ordinary_user


def test_folders_are_walked_in_a_stable_order(tmp_path: Path) -> None:
    for name in ("b/2.csv", "b/1.csv", "a/x/3.csv", ".hidden/4.csv", "c.csv"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found = sources.find([tmp_path, tmp_path / "c.csv"])
    assert [str(path.relative_to(tmp_path)) for path in found.files] == ["c.csv", "a/x/3.csv", "b/1.csv", "b/2.csv"]
    assert found.refused == ()


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (report,) = sources.find([tmp_path / "none"]).refused
    assert report.outcome is Outcome.REFUSED
    assert "bestaat niet" in report.reason


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert sources.find([tmp_path]).files == ()
    (report,) = sources.find([tmp_path / "pipe.csv"]).refused
    assert "geen gewoon bestand" in report.reason


def test_a_folder_without_permission_is_refused(open_folder: Path) -> None:
    shut = open_folder / "shut"
    shut.mkdir()
    (shut / "x.csv").write_text("x")
    shut.chmod(0)

    def refused() -> bool:
        reports = [sources.find([path]).refused for path in (open_folder, shut, shut / "x.csv")]
        return all(len(found) == 1 and "toestemming" in found[0].reason for found in reports)

    assert as_ordinary_user(refused)
