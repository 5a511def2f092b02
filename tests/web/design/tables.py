"""Tables for tests, made through the gate like every other table."""

from __future__ import annotations

from dataclasses import replace

from pactwerk.figures.disclosure_control import (
    PublishableTable,
    Row,
    Source,
    merge,
    open_computed_figures,
    open_own_figures,
    open_published_figures,
)

SOURCE = Source("examens-2018.csv", "ab" * 32)


def row(period: str, value: float | None, **more: object) -> Row:
    """A computed share of Noord-Holland; `more` replaces fields."""
    plain = Row(
        indicator="E01",
        definition="profile",
        area="PV27",
        period=period,
        value=value,
        unit="%",
        sources=(SOURCE,),
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # field names are checked by replace


def computed(*rows: Row, dimensions: tuple[str, ...] = (), example: bool = False) -> PublishableTable:
    """Figures of a release."""
    return open_computed_figures(rows, dimensions, release="2026-01", example=example)


def own(*rows: Row, example: bool = False) -> PublishableTable:
    """Figures of a pact itself."""
    return open_own_figures([replace(one, basis="own") for one in rows], example=example)


def published(*rows: Row, edition: str = "2018") -> PublishableTable:
    """Figures cited from a publication."""
    source = (Source("monitor", url="https://example.org/monitor"),)
    return open_published_figures(
        [replace(one, basis="published", publication_edition=edition, sources=source) for one in rows]
    )


def side_by_side() -> PublishableTable:
    """The same period computed, published and recorded."""
    one = row("2017/18", 41.82, numerator=4182, denominator=10000)
    return merge(
        computed(one, row("2018/19", 42.5)), published(replace(one, value=41.5)), own(replace(one, value=40.0))
    )
