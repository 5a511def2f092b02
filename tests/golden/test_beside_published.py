"""Ours beside what others published: within the rounding where one definition, side by side where not."""

from pathlib import Path

import pytest

from pactwerk.basis.dated import SchoolYear
from pactwerk.figures.indicators.published import published_figures
from pactwerk.figures.indicators.rules import agrees, published_pairs, tolerance
from pactwerk.figures.releases import FigureQuery, Release
from tests.golden import counting
from tests.golden.counting import whole


@pytest.mark.parametrize(("code", "period"), [("K07", "2016/17"), ("K08", "2016/17")])
def test_published_shares_within_the_rounding_of_their_publisher(real_release: Release, code: str, period: str) -> None:
    """The monitor's span 2014/15-2016/17 holds 43 and 62 per cent in every year of it."""
    (published,) = [row for row in published_figures(code, "NL") if row.period == "2014/15-2016/17" and not row.by]
    (row,) = real_release.figures(FigureQuery(code, "NL", period)).rows
    allowed = tolerance("monitor", code, "%", SchoolYear(period).october)
    assert published.value is not None
    assert row.low is not None
    assert row.high is not None
    assert agrees(published.value, row.low, row.high, allowed)


def test_offer_of_profiles_differs_from_the_monitor_and_stays_another_definition(real_release: Release) -> None:
    """SEO counts schools that say they offer a profile; we count locations with third-years in it, a year before."""
    published = {row.by["profile"]: row for row in published_figures("K20", "NL") if row.period == "2018/19"}
    computed = {
        row.by["profile"]: row for row in real_release.figures(FigureQuery("K20", "NL", "2017/18", ("profile",)))
    }
    assert {code: published[code].value for code in ("BWI", "MTR", "MVI", "MTE")} == {
        "BWI": 171, "MTR": 93, "MVI": 49, "MTE": 5,
    }  # fmt: skip
    for code, row in published.items():
        assert computed[code].definition != row.definition
        assert (computed[code].value or 0) > 0


def test_graduates_lie_within_what_the_published_share_implies(shared: Path) -> None:
    """18,941 with NaSk at 41 per cent in 2017/18: all tl graduates are 45,641 to 46,768; DUO's file has 46,249."""
    (pair,) = [pair for pair in published_pairs() if (pair.indicator, pair.period) == ("K05", "2017/18")]
    found = counting.rows(shared / "duo-vo" / "examenkandidaten-en-geslaagden-2014-2019.csv")
    graduates = sum(
        whole(row["GESLAAGDEN SCHOOLJAAR 2017-2018 - TOTAAL"])
        for row in found
        if row["OPLEIDINGSNAAM"].startswith("VMBO T")
    )
    assert graduates == 46_249
    assert pair.low <= graduates <= pair.high
