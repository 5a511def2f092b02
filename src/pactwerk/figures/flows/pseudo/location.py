"""The counts of one location, from the observations behind the figures: the publisher's own grain."""

# ruff: noqa: S608  -- SQL over our own names; every code in it passes engine.literal

from pactwerk.figures.disclosure_control import Row, Source
from pactwerk.figures.flows.pseudo.reading import Read, Reader
from pactwerk.figures.indicators import stock_tables
from pactwerk.figures.indicators.measures import measures_of
from pactwerk.figures.indicators.stock_ratio import StockRatio
from pactwerk.figures.releases.engine import connect, literal
from pactwerk.figures.releases.evidence import Asked, prepare
from pactwerk.figures.releases.query import FigureQuery
from pactwerk.figures.releases.release import Release


def location_reader(release: Release, location: str) -> Reader:
    """Rows of a location as of an area, from the very files that the country was counted from.

    A count that the files do not have of it is 0; a location without any count of a link has no row.
    """

    def read(code: str, period: str, by: tuple[str, ...]) -> Read:
        country = "PV99" if release.manifest.example else "NL"
        like = release.figures(FigureQuery(code, country, period)).rows
        ratio = next(entry for entry in measures_of(code) if isinstance(entry, StockRatio))
        if not like:
            return Read(())
        rows = tuple(_row(like[0], location, by, cells) for cells in _counted(release, ratio, like[0], location, by))
        return Read(rows, (), release.manifest.example)

    return read


Cells = tuple[tuple[str, ...], tuple[int, int, int, int]]
"""Codes of the breakdown, then the bounds of both counts, the later one first."""


def _counted(release: Release, ratio: StockRatio, like: Row, location: str, by: tuple[str, ...]) -> list[Cells]:
    """Both counts of each breakdown of the location."""
    files = {source.sha256 for source in like.sources}
    counted = [(like.period, kept.file_id) for kept in release.manifest.files if kept.sha256 in files]
    asked = Asked("", None, by, counted, ratio)
    sums = ", ".join(
        f"coalesce(sum(f.{side}) FILTER (WHERE f.population IN ({_listed(stock_tables.facts_of(name))})), 0)::INT"
        for name in ratio.populations
        for side in ("low", "high")
    )
    chosen = "f.by_sex" if "sex" in by else "f.in_total"
    known = "".join(f" AND f.{name} IS NOT NULL" for name in by)
    keys = ", ".join(f"f.{name}" for name in by)
    connection = connect(threads=1)
    try:
        prepare(connection, release.folder, release.manifest, asked)
        found = connection.execute(
            f"SELECT {keys + ', ' if keys else ''}{sums} FROM facts f"
            f" WHERE f.location = {literal(location)} AND {chosen}{known} GROUP BY ALL ORDER BY ALL"
        ).fetchall()
    finally:
        connection.close()
    return [(tuple(row[: len(by)]), row[len(by) :]) for row in found if any(row[len(by) :])]


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(literal(name) for name in names)


def _row(like: Row, location: str, by: tuple[str, ...], cells: Cells) -> Row:
    codes, (low, high, other_low, other_high) = cells
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
