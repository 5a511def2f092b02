"""The figures that others published, reproduced from their own files."""

import pytest

from pactwerk.figures.releases import FigureQuery, Release

GOLDEN = [
    # code, area, period, definition, value; source: data README section 3, issue 2 point 3
    ("K04", "PV27", "2017/18", "sector-lj34", 3154),
    ("K09", "NL", "2016/17", "n-profile", 53538),
    ("R01", "TP-NOORD", "2013-06", "four-schools", 71),
    ("R01", "TP-NOORD", "2020-12", "four-schools", 57),
]

SHARES = [
    ("bb", "sector", 23.79),
    ("kb", "sector", 21.93),
    ("bb", "profile", 23.63),
    ("kb", "profile", 21.79),
]


@pytest.mark.parametrize(("code", "area", "period", "definition", "value"), GOLDEN)
def test_published_count(  # noqa: PLR0917 -- one argument per column of the table above
    real_release: Release, code: str, area: str, period: str, definition: str, value: int
) -> None:
    (row,) = real_release.figures(FigureQuery(code, area, period, definition=definition))
    assert row.value == row.numerator == value


@pytest.mark.parametrize(("track", "definition", "value"), SHARES)
def test_published_share(real_release: Release, track: str, definition: str, value: float) -> None:
    table = real_release.figures(FigureQuery("K03", "NL", "2017/18", ("track",), definition=definition))
    (row,) = table.select(track=track)
    assert row.value == pytest.approx(value, abs=0.005)
    assert row.low == row.value == row.high


def test_the_sector_definition_is_shown_where_the_file_carries_sectors(real_release: Release) -> None:
    table = real_release.figures(FigureQuery("K03", "NL", "all"))
    assert [(row.period, row.definition) for row in table] == [("2016/17", "sector"), ("2017/18", "sector")]
