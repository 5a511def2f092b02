"""A release as it is read: ready figures out, through the disclosure gate, without computing anything."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from pactwerk.basis.places import area
from pactwerk.basis.readable import ReadableError
from pactwerk.figures.disclosure_control import PublishableTable, Row, Source, merge, open_computed_figures
from pactwerk.figures.indicators import Indicator
from pactwerk.figures.releases.border_years import (
    PlaceReport,
    check_borders,
    correction_notes,
    place_report,
)
from pactwerk.figures.releases.history import stack
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.lineage import manifest_of
from pactwerk.figures.releases.manifest import Manifest, is_readable, read_manifest
from pactwerk.figures.releases.notes import notes_on
from pactwerk.figures.releases.placed_by import place_sources
from pactwerk.figures.releases.query import FigureQuery
from pactwerk.figures.releases.stored import Stored
from pactwerk.figures.texts import Text

ON_REQUEST = frozenset({"sector-lj34"})
"""Definitions that count other pupils (years 3 and 4 together): never beside the usual ones unless asked for."""

_ORDER = {
    "track": ("bb", "kb", "gl", "tl", "havo", "vwo"),
    "sex": ("male", "female"),
}


class Release:
    """One release folder. Cheap to make; reads its Parquet files only when asked."""

    def __init__(self, folder: Path) -> None:
        """Read the manifest. Raises OSError or ValueError when the folder is no complete release."""
        self.folder = folder
        self.manifest: Manifest = read_manifest(folder)

    @property
    def id(self) -> str:
        """The release's name, its folder's name as well."""
        return self.manifest.id

    @property
    def places(self) -> PlaceReport:
        """What it says of places: the years in whose borders one can ask, recodings, what has no municipality."""
        return place_report(self.folder)

    def periods(self, found: Indicator) -> tuple[str, ...]:
        """The periods for which the release has the tables of an indicator, oldest first."""
        names = {period for table in found.tables for period in self.manifest.periods.get(table, ())}
        return tuple(sorted(names))

    def figures(self, query: FigureQuery) -> PublishableTable:
        """The figures that answer a query, oldest period first; published ones too when its basis asks for them.

        Without a definition each period shows the first definition that holds in it (K03: `sector`, else `profile`).
        Raises UnknownIndicator, UnknownArea or BadQuery.
        """
        query, found, place = query.checked()
        if query.basis == "published":
            return published(query)
        check_borders(query, self.places)
        notes = notes_on(self.manifest, self.places, found, place, query)
        notes = (*notes, *correction_notes(query, self.folder, self.places))
        rows = [self._placed(query, row) for row in self._stored.rows(query, found.tables)]
        chosen = _default_definitions(rows, found) if query.definition is None else rows
        chosen.sort(key=lambda row: _sort_key(row, query.by))
        table = open_computed_figures(chosen, query.by, release=self.id, example=False, notes=notes)
        return merge(table, published(query)) if query.basis == "all" else table

    def known(self, query: FigureQuery) -> PublishableTable:
        """What was known when: every publication edition of the computed values, per period the oldest first.

        The last one of a period is what `figures` gives. Raises what `figures` raises.
        """
        query, found, _ = query.checked()
        newest = self.figures(replace(query, basis="computed"))
        told = {row.definition for row in newest} if query.definition is None else {query.definition}
        older = [row for row in self._stored.superseded(query, found.tables) if row.definition in told]
        ages = {id(row): age for age, row in enumerate([*sorted(older, key=_edition), *newest])}
        rows = sorted((*older, *newest), key=lambda row: (*_sort_key(row, query.by), ages[id(row)]))
        return open_computed_figures(rows, query.by, release=self.id, example=newest.example, notes=newest.notes)

    def explain(self, query: FigureQuery, only: Callable[[Row], bool] | None = None) -> PublishableTable:
        """The same rows with, as their sources, the file, its sha256 and the line numbers behind each value.

        `only` says which of the rows to explain, for a page that shows some of them at a time.
        """
        from pactwerk.figures.releases.explaining import Evidence, explain

        table = self.figures(replace(query, basis="computed"))
        return explain(table, query, Evidence(self.folder, self.manifest, self.address_sources), only)

    def estimated(self, query: FigureQuery) -> PublishableTable:
        """The same rows with an estimate, marked, where the publisher's hidden cells leave bounds only."""
        from pactwerk.figures.releases.estimating import estimated
        from pactwerk.figures.releases.explaining import Evidence

        table = self.figures(replace(query, basis="computed"))
        return estimated(table, query, Evidence(self.folder, self.manifest, self.address_sources))

    def borders(self, year: int | None = None) -> Any:
        """The municipality borders of a year (a `BorderSet`), or None when no border file is loaded."""
        from pactwerk.figures.releases.borders import read_borders

        return read_borders(self.folder, year, {kept.file_id: kept.name for kept in self.manifest.files})

    @property
    def _stored(self) -> Stored:
        return Stored(self.folder, self.manifest)

    def _placed(self, query: FigureQuery, row: Row) -> Row:
        return replace(row, sources=(*row.sources, *self.address_sources(query, row.period)))

    def address_sources(self, query: FigureQuery, period: str) -> tuple[Source, ...]:
        """The files that told where the locations lie, where the table itself does not say it."""
        return place_sources(self.folder, self.manifest, query, period)


def published(query: FigureQuery) -> PublishableTable:
    """The cited values that answer a query; needs no release. Raises nothing: no value is an empty table."""
    from pactwerk.figures.disclosure_control import open_published_figures
    from pactwerk.figures.indicators.published import published_figures

    every = published_figures(query.indicator, query.area)
    rows = [
        row
        for row in every
        if set(row.by) == set(query.by)
        and query.period in ("all", row.period)
        and (row.definition == query.definition or (query.definition is None and row.definition not in ON_REQUEST))
    ]
    place = area(query.area)
    notes = (Text(place.note_nl, place.note_en),) if place.note_nl else ()
    return open_published_figures(rows, query.by, notes=notes)


def _default_definitions(rows: list[Row], found: Indicator) -> list[Row]:
    """Per period the rows of the first definition in the catalogue's order that has any."""
    order = {definition.code: place for place, definition in enumerate(found.definitions)}
    usual = [row for row in rows if row.definition not in ON_REQUEST]
    best: dict[str, int] = {}
    for row in usual:
        best[row.period] = min(best.get(row.period, 99), order[row.definition])
    return [row for row in usual if order[row.definition] == best[row.period]]


def _edition(row: Row) -> tuple[str, str]:
    return (row.publication_edition or "", row.known_at or "")


def _sort_key(row: Row, by: tuple[str, ...]) -> tuple[object, ...]:
    def place(name: str) -> tuple[int, int, str]:
        known = _ORDER.get(name, ())
        code = row.by[name]
        number = int(code) if code.isdigit() else -1  # ages and levels in their own order: 4 before 10
        return (known.index(code) if code in known else len(known), number, code)

    return (row.period, row.definition, *(place(name) for name in by))


class UnreadableRelease(ReadableError):
    """The current release is damaged, or made by a program with another layout."""

    def __init__(self, name: str) -> None:
        """Say what to do."""
        super().__init__(
            f"De uitgave {name} is beschadigd of door een andere versie van Pactwerk gemaakt; laad de cijfers opnieuw"
            " met: pactwerk figures load PAD. De bewaarde bestanden worden daarbij opnieuw gelezen.",
            f"The release {name} is damaged or made by another version of Pactwerk; load the figures again with:"
            " pactwerk figures load PATH. The kept files are then read again.",
        )


@lru_cache(maxsize=4)
def _opened(folder: Path) -> Release:
    return Release(folder)


def current_release(home: Path) -> Release | None:
    """The current release of the home folder `PACTWERK_HOME/figures`, or None; kept in memory by its id.

    None too when it cannot be read (`readable_release` says why): pages then ask to load the figures again.
    """
    try:
        return readable_release(home)
    except UnreadableRelease:
        return None


def readable_release(home: Path) -> Release | None:
    """The current release, or None before the first load. Raises UnreadableRelease: damaged, or of another program."""
    found = Home(home)
    name = found.current_id()
    if name is None:
        return None
    try:
        release = _opened(found.release(name))
    except (OSError, ValueError) as error:
        raise UnreadableRelease(name) from error
    if not is_readable(release.manifest, release.folder):
        raise UnreadableRelease(name)
    return release


def releases(home: Path) -> tuple[Manifest, ...]:
    """The manifests of every release that was ever current, newest first."""
    found = Home(home)
    manifests = (manifest_of(found, name) for name in reversed(stack(found)))
    return tuple(manifest for manifest in manifests if manifest)
