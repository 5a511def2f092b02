"""The missing-data report (A78): which publisher tables and school years the figures still need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pactwerk.basis.dated import SchoolYear, UnknownPeriod
from pactwerk.figures.indicators import Indicator, catalogue
from pactwerk.web.design.wording import name_of
from pactwerk.web.public.figures.needs import missing_text
from pactwerk.web.public.releases.tables import table_name


@dataclass(frozen=True)
class TableReport:
    """One publisher table: what is there, which school years between them are not, and what rests on it."""

    table: str
    name: str
    present: tuple[str, ...]
    absent: tuple[str, ...]
    indicators: tuple[str, ...]

    @property
    def loaded(self) -> bool:
        """Whether any edition was loaded."""
        return bool(self.present)


@dataclass(frozen=True)
class NotComputed:
    """An indicator that cannot be computed, and what it would take."""

    code: str
    name: str
    needs: str


def table_reports(periods: Mapping[str, tuple[str, ...]]) -> tuple[TableReport, ...]:
    """A report for every table that a computed indicator needs and every other table that was loaded."""
    needed = dict.fromkeys(table for indicator in catalogue() for table in indicator.tables)
    return tuple(_report(table, periods.get(table, ())) for table in dict.fromkeys([*needed, *periods]))


def not_computed() -> tuple[NotComputed, ...]:
    """The indicators without figures of any kind."""
    return tuple(_needs(i) for i in catalogue() if i.state == "not_available")


def _needs(indicator: Indicator) -> NotComputed:
    return NotComputed(indicator.code, name_of(indicator), missing_text(indicator))


def _report(table: str, present: tuple[str, ...]) -> TableReport:
    using = tuple(indicator.code for indicator in catalogue() if table in indicator.tables)
    return TableReport(table, table_name(table), tuple(sorted(present)), gaps_between(present), using)


def gaps_between(periods: tuple[str, ...]) -> tuple[str, ...]:
    """School years that lie between the first and the last one present and are not there themselves."""
    years = sorted(year for text in periods if (year := _school_year(text)))
    if not years:
        return ()
    wanted = [SchoolYear.starting(start) for start in range(years[0].start, years[-1].start)]
    return tuple(str(year) for year in wanted if year not in years)


def _school_year(text: str) -> SchoolYear | None:
    try:
        return SchoolYear(text)
    except UnknownPeriod:
        return None
