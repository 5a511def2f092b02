"""Declared breaks: dated, cited, in both languages, and found between the right periods."""

import re

import pytest

from pactwerk.figures.indicators import catalogue
from pactwerk.figures.indicators.breaks import breaks_between, breaks_of, declared_breaks, splits
from pactwerk.figures.indicators.breaks.moments import moment

NINE = (  # domain.md 1.6, in its order
    *("vmbo-intersectoral", "vmbo-profiles", "mbo-programme-list", "mbo-level-1", "n-profile-editions"),
    *("ho-classification", "ebb-series", "uwv-vacancies", "vsv-2012"),
)


def test_the_nine_breaks_of_the_field_are_there() -> None:
    codes = [found.code for found in declared_breaks()]
    assert [code for code in codes if code in NINE] == list(NINE)
    assert len(set(codes)) == len(codes)


def test_every_break_is_cited_and_about_known_indicators() -> None:
    known = {entry.code for entry in catalogue()}
    for found in declared_breaks():
        assert found.indicators <= known, found.code
        assert found.reference
        assert found.effect.en != found.effect
        assert found.since or found.editions
        assert found.since is None or moment(found.since) is not None


@pytest.mark.parametrize(("indicator", "definition", "earlier", "later", "expected"), [
    ("L09", "vo-vestigingen", "2011/12", "2012/13", True),
    ("L09", "vo-vestigingen", "2012/13", "2015/16", False),
    ("L09", "vo-vestigingen", "2010/11", "2011/12", False),
    ("W07", "uwv-tot-2021", "2021Q4", "2022Q1", True),
    ("W07", "uwv-vanaf-2022", "2021Q4", "2022Q1", False),
    ("E01", "sector", "2018/19", "2019/20", True),
    ("K03", "sector", "2015/16", "2016/17", False),
    ("K03", "profile", "2015/16", "2016/17", True),
    ("E01", "sector", "begin 2016", "2019/20", False),
])  # fmt: skip
def test_between_periods(indicator: str, definition: str, earlier: str, later: str, expected: bool) -> None:
    assert splits(indicator, definition, earlier, later) is expected


def test_a_break_of_one_breakdown_leaves_the_totals_alone() -> None:
    by_sex = breaks_between("E03", "n-profile", "2018/19", "2019/20", ("sex",))
    assert {found.code for found in by_sex} - {
        found.code for found in breaks_between("E03", "n-profile", "2018/19", "2019/20")
    } == {"exams-unknown-sex"}


def test_breaks_between_editions_have_no_place_in_time() -> None:
    restated = [found for found in breaks_of("K07") if found.kind == "restated"]
    assert restated
    assert not any(re.match(r"\d{4}", found.since or "") for found in restated)


def test_moments_are_in_order() -> None:
    periods = ["2015", "2015-Q2", "2015-10-01", "2016Q1", "2016-06", "2016/17", "2017"]
    moments = [moment(period) or 0 for period in periods]
    assert moments == sorted(moments)
    assert moment("2014/15-2016/17") is None
