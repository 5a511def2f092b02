"""Which files told where the locations of a figure lie: addresses, exam files, registers, postcode tables."""

# ruff: noqa: S608  -- SQL over our own names; every code in it was looked up first and passes engine.literal

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from pactwerk.basis.places import MembershipKind, members
from pactwerk.figures.disclosure_control import Source
from pactwerk.figures.indicators import indicator
from pactwerk.figures.releases.border_years import MOMENT
from pactwerk.figures.releases.engine import glance, literal
from pactwerk.figures.releases.manifest import Manifest
from pactwerk.figures.releases.query import FigureQuery

_SAYS_PROVINCE = frozenset({"vo_pupils"})
"""Tables with a column for the province: what is asked by province only needs no other file."""


def place_sources(folder: Path, manifest: Manifest, query: FigureQuery, period: str) -> tuple[Source, ...]:
    """The files that placed the locations of a figure where its own table does not say it, most locations first."""
    tables = tuple(name for name in indicator(query.indicator).tables if name != "po_addresses")
    if not tables or not _needed(query, tables):
        return ()
    found = _files(folder, tables, query.area, query.borders, _divided(query))
    ids = list(found.get(period, ()))
    if query.borders is not None:
        year = str(query.borders)
        ids += [kept.file_id for kept in manifest.files if kept.table == "postcodes" and kept.edition == year]
    files = (manifest.file(file_id) for file_id in ids)
    return tuple(Source(kept.name, kept.sha256) for kept in files if kept is not None)


def _divided(query: FigureQuery) -> bool:
    """Whether the question needs what only an address has: a column of the address files, or a postcode."""
    return members(query.area).kind is MembershipKind.ADDRESS_COLUMN or query.borders is not None


def _needed(query: FigureQuery, tables: Sequence[str]) -> bool:
    held = members(query.area)
    by_place = set(query.by) & {"municipality", "province"}
    if held.kind is MembershipKind.EVERYTHING and not by_place:
        return False
    finer = held.municipalities or "municipality" in query.by or held.kind is MembershipKind.ADDRESS_COLUMN
    return bool(finer) or not set(tables) <= _SAYS_PROVINCE


@lru_cache(maxsize=64)
def _files(
    folder: Path, tables: tuple[str, ...], area: str, borders: int | None, divided: bool
) -> Mapping[str, tuple[str, ...]]:
    """Per period the ids of the files that placed the area's locations."""
    inside = folder / "inside" / "facts"
    areas, places = (literal(str(inside / f"{name}.parquet")) for name in ("areas", "places"))
    listed = ", ".join(literal(name) for name in tables)
    era = f"(since = '' OR {MOMENT} >= since) AND (until = '' OR {MOMENT} < until)"
    own = "" if divided else " AND how <> 'file'"
    connection = glance()
    try:
        rows = connection.execute(
            f"SELECT period, place_file FROM {places} JOIN {areas} a USING (signature) WHERE a.area = {literal(area)}"
            f" AND borders = {literal(str(borders or ''))} AND {era} AND source_table IN ({listed})"
            f" AND place_file IS NOT NULL{own} GROUP BY ALL ORDER BY period, count(*) DESC, place_file"
        ).fetchall()
    finally:
        connection.close()
    found: dict[str, tuple[str, ...]] = {}
    for period, file_id in rows:
        found[period] = (*found.get(period, ()), file_id)
    return found
