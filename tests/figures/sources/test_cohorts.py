"""Editions under a wrong year are found by the pupils themselves: this year's grade 2 is last year's grade 1."""

import shutil
from pathlib import Path

import pytest

from pactwerk.figures import sources
from pactwerk.figures.sources import LoadedPupils, cohort_warnings


@pytest.fixture(scope="module")
def loaded(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    work = tmp_path_factory.mktemp("work")
    name = "duo-vo/01.-leerlingen-vo-per-vestiging-naar-onderwijstype-{}.csv"
    reports = [sources.read(shared / name.format(edition), workdir=work) for edition in ("2016-2017", "2017-2018")]
    first, second = (report.parquet for report in reports)
    assert first is not None
    assert second is not None
    return first, second


def _editions(loaded: tuple[Path, Path], *periods: str) -> list[LoadedPupils]:
    return [LoadedPupils(f"file-{period}.csv", period, path) for period, path in zip(periods, loaded, strict=True)]


def test_the_publishers_years_do_not_contradict(loaded: tuple[Path, Path]) -> None:
    assert cohort_warnings(_editions(loaded, "2016/17", "2017/18")) == []


def test_years_that_are_too_far_apart_are_warned_about(loaded: tuple[Path, Path]) -> None:
    (warning,) = cohort_warnings(_editions(loaded, "2016/17", "2018/19"))
    assert "spreken elkaar tegen" in warning
    assert "1 jaar" in warning
    assert "file-2018/19.csv" in warning
    assert "contradict" in warning.en


def test_years_in_the_wrong_order_are_warned_about(loaded: tuple[Path, Path]) -> None:
    (warning,) = cohort_warnings(_editions(loaded, "2018/19", "2017/18"))
    assert "spreken elkaar tegen" in warning


def test_one_file_under_two_years_is_warned_about(loaded: tuple[Path, Path], tmp_path: Path) -> None:
    copy = Path(shutil.copy(loaded[0], tmp_path / "copy.parquet"))
    (warning,) = cohort_warnings(_editions((loaded[0], copy), "2016/17", "2017/18"))
    assert "dezelfde leerlingen" in warning
