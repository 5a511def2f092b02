"""Which edition is due: by the day, by the newest one loaded, never for example data."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pactwerk.figures.releases.due import due, due_of, rhythms
from pactwerk.figures.releases.manifest import Manifest
from pactwerk.figures.sources import TABLES
from tests.figures.releases.homes import current, offer, pupils_file


@pytest.fixture
def manifest(tmp_path: Path) -> Manifest:
    """A release with the pupils of 2017/18."""
    offer(tmp_path / "home", pupils_file(tmp_path / "files"))
    return current(tmp_path / "home").manifest


def test_nothing_is_due_before_the_edition_appears(manifest: Manifest) -> None:
    assert due_of(manifest, date(2019, 2, 28)) == ()
    (notice,) = due_of(manifest, date(2019, 3, 1))
    assert (notice.table, notice.edition, notice.last, notice.behind) == ("vo_pupils", "2018/19", "2017/18", 1)
    assert notice.expected == date(2019, 3, 1)
    assert notice.reference


def test_the_newest_edition_is_named_and_how_many_are_behind(manifest: Manifest) -> None:
    (notice,) = due_of(manifest, date(2022, 6, 1))
    assert (notice.edition, notice.behind) == ("2021/22", 4)


def test_example_data_have_no_publisher(manifest: Manifest) -> None:
    assert due_of(replace(manifest, example=True), date(2022, 6, 1)) == ()


def test_before_the_first_load_nothing_is_due(tmp_path: Path) -> None:
    assert due(tmp_path, date(2022, 6, 1)) == ()


@pytest.mark.parametrize(
    ("table", "loaded", "today", "edition"),
    [
        ("postcodes", "2024", date(2025, 4, 1), "2025"),
        ("unemployment", "2025-Q1", date(2025, 9, 1), "2025-Q2"),
        ("vo_addresses", "2020-10", date(2021, 11, 1), "2021/22"),
        ("po_pupils", "2024-10-01", date(2026, 3, 1), "2025/26"),
        ("po_pupils", "2024/25", date(2026, 3, 1), "2025/26"),
    ],
)
def test_every_kind_of_rhythm(manifest: Manifest, table: str, loaded: str, today: date, edition: str) -> None:
    other = replace(manifest, periods={table: (loaded,)}, files=())
    day_before = date.fromordinal(today.toordinal() - 1)
    assert [notice.edition for notice in due_of(other, today)] == [edition]
    assert due_of(other, day_before) == ()


def test_every_rhythm_is_of_a_known_table_and_says_what_it_rests_on() -> None:
    for rhythm in rhythms():
        assert rhythm.table in TABLES
        assert "aanname" in rhythm.reference or "http" in rhythm.reference
