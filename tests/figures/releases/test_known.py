"""Publication editions side by side: the newest counts, what was known before can still be read."""

from pathlib import Path

import pytest

from pactwerk.figures.releases import FigureQuery
from tests.figures.releases.homes import current, exam_file, offer

OLD = ("6", "5", "83.3", "6", "6", "100", "12", "11", "91.7")
NEW = ("6", "5", "83.3", "7", "6", "85.7", "13", "11", "84.6")
HIDDEN = ("6", "5", "83.3", "<5", "<5", "100", "<5", "<5", "100")
OTHER = ("5", "5", "100", "5", "5", "100", "10", "10", "100")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three editions of the exams; 2020/21 stands in all of them, 2021/22 in two."""
    folder = tmp_path_factory.mktemp("known")
    home, files = folder / "home", folder / "files"
    for years, technical in (((2019, 2020), OLD), ((2020, 2021), NEW), ((2020, 2021, 2022), HIDDEN)):
        exam_file(files, {"VMBO B - techniek": technical, "VMBO B - economie": OTHER}, years)
        assert offer(home, files).exit_code == 0
    return home


def test_every_edition_of_a_value_is_known_oldest_first(home: Path) -> None:
    table = current(home).known(FigureQuery("E01", "NL", "2020/21"))
    assert [(row.publication_edition, row.numerator, row.low == row.high) for row in table] == [
        ("2019/20 – 2020/21", 12, True),
        ("2020/21 – 2021/22", 13, True),
        ("2020/21 – 2022/23", None, False),
    ]
    known = [row.known_at or "" for row in table]
    assert known == sorted(known)
    assert all(known)
    assert [row.sources[0].file for row in table] == [
        "examenkandidaten-en-geslaagden-2019-2021.csv",
        "examenkandidaten-en-geslaagden-2020-2022.csv",
        "examenkandidaten-en-geslaagden-2020-2023.csv",
    ]


def test_figures_give_the_newest_edition_only(home: Path) -> None:
    rows = current(home).figures(FigureQuery("E01", "NL", "all")).rows
    assert [(row.period, row.publication_edition) for row in rows] == [
        ("2019/20", "2019/20 – 2020/21"),
        ("2020/21", "2020/21 – 2022/23"),
        ("2021/22", "2020/21 – 2022/23"),
        ("2022/23", "2020/21 – 2022/23"),
    ]


def test_what_is_known_can_be_broken_down(home: Path) -> None:
    table = current(home).known(FigureQuery("E01", "NL", "2021/22", ("track",)))
    assert [(row.by["track"], row.numerator) for row in table] == [("bb", 13), ("bb", None)]


def test_only_the_rows_of_the_edition_that_counts_are_explained(home: Path) -> None:
    for row in current(home).explain(FigureQuery("E01", "NL", "all")):
        named = {source.file for source in row.sources if source.rows}
        expected = "2019-2021" if row.period == "2019/20" else "2020-2023"
        assert named == {f"examenkandidaten-en-geslaagden-{expected}.csv"}


def test_since_when_a_file_is_known_stays_over_releases(home: Path) -> None:
    first = {kept.sha256: kept.known_at for kept in current(home).manifest.files}
    extra = home.parent / "more"
    exam_file(extra, {"VMBO B - techniek": OLD}, (2016, 2017))
    assert offer(home, extra).exit_code == 0
    later = {kept.sha256: kept.known_at for kept in current(home).manifest.files}
    assert first.items() <= later.items()
    assert len(later) == len(first) + 1
