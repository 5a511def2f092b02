"""The counts of one location, from the observations behind the figures: the publisher's own grain."""

# ruff: noqa: S608  -- SQL over our own names; the location passes engine.literal

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pactwerk.figures.disclosure_control import Row, Source
from pactwerk.figures.flows.pseudo.reading import Read, Reader
from pactwerk.figures.indicators import stock_tables
from pactwerk.figures.indicators.measures import measures_of
from pactwerk.figures.indicators.stock_ratio import STOCK_DIMENSIONS, StockRatio
from pactwerk.figures.releases.engine import glance
from pactwerk.figures.releases.evidence import location_facts
from pactwerk.figures.releases.query import FigureQuery
from pactwerk.figures.releases.release import Release

Cell = Mapping[str, Any]
"""What one file says of one kind of pupils or candidates of the location, its bounds summed over its rows."""
_CELL = ("population", "period", "file_id", *STOCK_DIMENSIONS, "by_sex", "in_total")


def location_reader(release: Release, location: str) -> Reader:
    """Rows of a location as of an area, from the very files that the country was counted from.

    A count that the files do not have of it is 0; a location without any count of a link has no row.
    """

    cells = cache(lambda: _cells(release, location))

    def read(code: str, period: str, by: tuple[str, ...]) -> Read:
        country = "PV99" if release.manifest.example else "NL"
        like = release.figures(FigureQuery(code, country, period)).rows
        ratio = next(entry for entry in measures_of(code) if isinstance(entry, StockRatio))
        if not like:
            return Read(())
        found = _counted(release, cells(), ratio, like[0], by)
        rows = tuple(_row(like[0], location, by, counts) for counts in found)
        return Read(rows, (), release.manifest.example)

    return read


Cells = tuple[tuple[str, ...], tuple[int, int, int, int]]
"""Codes of the breakdown, then the bounds of both counts, the later one first."""


def _cells(release: Release, location: str) -> tuple[Cell, ...]:
    """Everything the files say of the location, read once for all links of a chain."""
    connection = glance()
    try:
        facts = location_facts(connection, release.folder, release.manifest, location)
        query = f"SELECT {', '.join(_CELL)}, sum(low)::INT, sum(high)::INT FROM ({facts}) GROUP BY ALL"
        found = connection.execute(query).fetchall()
    finally:
        connection.close()
    return tuple(dict(zip((*_CELL, "low", "high"), row, strict=True)) for row in found)


def _counted(
    release: Release, cells: tuple[Cell, ...], ratio: StockRatio, like: Row, by: tuple[str, ...]
) -> Iterator[Cells]:
    """Both counts of each breakdown, in the order of their codes."""
    shown = {source.sha256 for source in like.sources}
    files = {kept.file_id for kept in release.manifest.files if kept.sha256 in shown}
    kinds = [frozenset(stock_tables.facts_of(name)) for name in ratio.populations]
    chosen = "by_sex" if "sex" in by else "in_total"
    sums: dict[tuple[str, ...], list[int]] = {}
    for cell in cells:
        codes = tuple(cell[name] for name in by)
        if cell["period"] != like.period or cell["file_id"] not in files or not cell[chosen] or None in codes:
            continue
        total = sums.setdefault(codes, [0, 0, 0, 0])
        for place, kind in enumerate(kinds):
            if cell["population"] in kind:
                total[2 * place] += cell["low"]
                total[2 * place + 1] += cell["high"]
    for codes, (low, high, other_low, other_high) in sorted(sums.items()):
        if low or high or other_low or other_high:
            yield codes, (low, high, other_low, other_high)


def _row(like: Row, location: str, by: tuple[str, ...], counts: Cells) -> Row:
    codes, (low, high, other_low, other_high) = counts
    return Row(
        indicator=like.indicator,
        definition=like.definition,
        area=location,
        period=like.period,
        by=dict(zip(by, codes, strict=True)),
        value=None,
        unit=like.unit,
        numerator_low=low,
        numerator_high=high,
        denominator_low=other_low,
        denominator_high=other_high,
        status=like.status,
        publication_edition=like.publication_edition,
        known_at=like.known_at,
        peildatum=like.peildatum,
        concept=like.concept,
        sources=tuple(Source(source.file, source.sha256) for source in like.sources),
    )
