"""School years and count dates: `2023/24` counts on 1 October 2023; diploma series run a year behind."""

from datetime import date

from pactwerk.basis.dated import SchoolYear, UnknownPeriod
from pactwerk.figures.indicators.rules.dated_rows import dated_rows


def count_date(period: str) -> date | None:
    """The count date of a school year; None for a period that is no school year."""
    try:
        return SchoolYear(period).october
    except UnknownPeriod:
        return None


def newest_year(indicator: str, edition: int) -> str:
    """The newest school year in a yearly edition of the monitor: edition 2024 shows 2023/24, of diplomas 2022/23."""
    lags = {row.value["series"]: int(row.value["lag"]) for row in dated_rows("year_lag")}
    return SchoolYear.starting(edition - 1 - lags.get(indicator, lags["default"])).text
