"""A sample of a layout is for tests of readers: it never becomes an edition."""

from pathlib import Path

import pytest

from pactwerk.figures.releases import current_release
from pactwerk.figures.releases.loading import load
from pactwerk.figures.sources import Outcome
from tests.figures.sources.conftest import Read


@pytest.fixture
def samples(shared: Path) -> list[Path]:
    return sorted((shared / "new-layout-samples").glob("*.csv"))


def test_a_sample_is_left_alone_by_its_name(samples: list[Path], read: Read, tmp_path: Path) -> None:
    for sample in samples:
        report = read(sample)
        assert report.outcome is Outcome.SKIPPED
        assert "voorbeeld van een indeling" in report.reason
    assert not list((tmp_path / "work").glob("*/*.parquet"))


def test_a_sample_under_another_name_is_too_small(samples: list[Path], read: Read, tmp_path: Path) -> None:
    for sample in samples:
        renamed = tmp_path / "adviezen-2024-2025.csv"
        renamed.write_bytes(sample.read_bytes())
        report = read(renamed)
        assert report.outcome is Outcome.REFUSED
        assert "te weinig voor een landelijk bestand" in report.reason
    assert not list((tmp_path / "work").glob("*/*.parquet"))


def test_no_load_makes_an_edition_of_a_sample(samples: list[Path], tmp_path: Path) -> None:
    result = load(tmp_path / "figures", samples)
    assert {line.outcome for line in result.lines} == {"skipped"}
    assert current_release(tmp_path / "figures") is None
