"""The releases page: files, editions, the missing-data report."""

from __future__ import annotations

from pathlib import Path

from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.basis.dated import SchoolYear
from pactwerk.figures.releases import current_release
from pactwerk.web.public.releases.missing import gaps_between, table_reports
from tests.figures.releases.homes import offer, pupils_file
from tests.web.reading import page, text_of


def test_lists_every_file_with_edition_and_hash(db: None, client: Client, figures: Path) -> None:
    text = text_of(page(client, "/uitgaven/"))
    release = current_release(figures / "figures")
    assert release
    for kept in release.manifest.files:
        assert kept.sha256 in text
        assert kept.name in text
    assert "voorbeeldgegevens" in text.lower()


def test_a_file_that_was_fetched_says_from_where_and_when(db: None, client: Client, no_figures: Path) -> None:
    there = {"url": "https://onderwijsdata.duo.nl/dataset/x/01voins.csv", "retrieved": "2026-10-02T08:00:00+00:00"}
    offer(no_figures / "figures", pupils_file(no_figures / "in"), **there)
    text = text_of(page(client, "/uitgaven/"))
    assert f"Opgehaald van {there['url']}, 2026-10-02" in text


def test_without_a_release_everything_is_missing(db: None, client: Client, no_figures: Path) -> None:
    text = text_of(page(client, "/uitgaven/"))
    assert "pactwerk figures load" in text
    assert "nog niets geladen" in text


def test_every_table_an_indicator_needs_is_reported() -> None:
    reports = {report.table: report for report in table_reports({"exams": ("2016/17", "2018/19")})}
    assert reports["exams"].absent == ("2017/18",)
    assert "E01" in reports["exams"].indicators
    assert not reports["vo_pupils"].loaded


@given(st.sets(st.integers(2000, 2030), max_size=12))
def test_gaps_fill_the_series_and_nothing_else(starts: set[int]) -> None:
    present = tuple(str(SchoolYear.starting(start)) for start in starts)
    gaps = gaps_between(present)
    assert not set(gaps) & set(present)
    years = {SchoolYear(text).start for text in (*gaps, *present)}
    assert years == (set(range(min(starts), max(starts) + 1)) if starts else set())


@given(st.lists(st.sampled_from(["2013-06", "2020", "vroeger"])))
def test_other_periods_have_no_gaps(periods: list[str]) -> None:
    assert gaps_between(tuple(periods)) == ()
