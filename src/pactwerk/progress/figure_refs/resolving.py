"""Resolving a reference into computed, published and own figures side by side."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from django.utils.translation import get_language

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.disclosure_control import PublishableTable, Row, Source, merge, open_own_figures
from pactwerk.figures.indicators.published import published_figures
from pactwerk.figures.releases import FigureQuery, Release, current_release
from pactwerk.progress.home import figures_home

from .refs import FigureRef

Basis = Literal["computed", "published", "own", "all"]
OWN_DEFINITION = "eigen telling"
NOTHING = open_own_figures(())


def resolve(ref: FigureRef, *, basis: Basis = "all") -> PublishableTable:
    """The figures behind a reference as one publishable table; empty when nobody has any.

    Computed figures come from the current release, published ones from the product's own reference table, own ones
    from the reference itself. Example data in any of them marks the whole table.
    """
    wanted = ("computed", "published", "own") if basis == "all" else (basis,)
    readers = {"computed": _computed, "published": _published, "own": _own}
    return merge(*(readers[name](ref) for name in wanted))


def _computed(ref: FigureRef) -> PublishableTable:
    release = current_release(figures_home())
    if release is None or not ref.indicator:
        return NOTHING
    query = FigureQuery(
        indicator=ref.indicator,
        area=ref.area,
        period=ref.period,
        by=tuple(name for name, _ in ref.by),
        definition=ref.definition,
        basis="computed",
    )
    try:
        return _slice(_read(release, query), ref)
    except ReadableError as error:
        # a reference that somebody typed may name what the catalogue does not know: the page says so and stays whole
        return open_own_figures((), notes=(readable_text(error),))


@lru_cache(maxsize=1024)
def _read(release: Release, query: FigureQuery) -> PublishableTable:
    """A release never changes, so what it answered once it answers always."""
    return release.figures(query)


def _published(ref: FigureRef) -> PublishableTable:
    if not ref.indicator:
        return NOTHING
    found = published_figures(ref.indicator, ref.area)
    if ref.definition is not None:
        found = found.select(definition=ref.definition)
    if ref.period != "all":
        found = found.select(period=ref.period)
    return _slice(found, ref)


def readable_text(error: ReadableError) -> str:
    """The text of an error of the engine in the language of the screen."""
    return error.message_en if (get_language() or "").startswith("en") else error.message_nl


def _slice(table: PublishableTable, ref: FigureRef) -> PublishableTable:
    """The rows of exactly this slice: a dimension that the reference does not name must be whole."""
    by: dict[str, str | None] = dict.fromkeys(table.dimensions)
    by.update(dict(ref.by))
    return table.select(**by)  # type: ignore[arg-type]  # None selects the rows that are not broken down


def _own(ref: FigureRef) -> PublishableTable:
    chosen = [value for value in ref.own if ref.period in ("all", value.period)]
    rows = (
        Row(
            indicator=ref.indicator,
            definition=OWN_DEFINITION,
            area=ref.area,
            period=value.period,
            by=dict(ref.by),
            value=value.value,
            unit=value.unit,
            status="voorbeeldgegevens" if value.example else "definitief",
            basis="own",
            sources=(Source(file=value.citation),),
        )
        for value in chosen
    )
    dimensions = tuple(name for name, _ in ref.by)
    return open_own_figures(rows, dimensions, example=any(value.example for value in chosen))
