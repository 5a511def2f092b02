"""What the page of the releases shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import ngettext

from pactwerk.figures.releases import managing
from pactwerk.figures.releases.manifest import KeptFile, Manifest
from pactwerk.progress.home import figures_home
from pactwerk.web.design.wording import note_text
from pactwerk.web.public.figures.answer import release
from pactwerk.web.public.releases.missing import (
    NotComputed,
    TableReport,
    not_computed,
    table_reports,
)
from pactwerk.web.public.releases.tables import table_name


@dataclass(frozen=True)
class LoadedFile:
    """One publisher file of the current release."""

    name: str
    table: str
    edition: str
    rows: int
    observations: int
    sha256: str
    warnings: tuple[str, ...]
    example: bool
    url: str
    """Where it was fetched from; empty when nobody said so."""
    retrieved: str


@dataclass(frozen=True)
class ReleasesPage:
    """The current release with its files, and what is missing."""

    manifest: Manifest | None
    created: datetime | None
    files: tuple[LoadedFile, ...]
    warnings: tuple[str, ...]
    quality: tuple[tuple[str, str], ...]
    tables: tuple[TableReport, ...]
    not_computed: tuple[NotComputed, ...]
    others: tuple[managing.ReleaseState, ...]
    """Every release that is not current, withdrawn ones too."""

    @property
    def example(self) -> bool:
        """Whether the release holds example data."""
        return bool(self.manifest and self.manifest.example)


def releases_page() -> ReleasesPage:
    """Gather the page."""
    found = release()
    manifest = found.manifest if found else None
    return ReleasesPage(
        manifest=manifest,
        created=datetime.fromisoformat(manifest.created) if manifest else None,
        files=tuple(_file(kept) for kept in manifest.files) if manifest else (),
        warnings=tuple(note_text(text) for text in manifest.warnings) if manifest else (),
        quality=_quality(manifest.quality) if manifest else (),
        tables=table_reports(manifest.periods if manifest else {}),
        not_computed=not_computed(),
        others=tuple(state for state in managing.states(figures_home()) if not state.current),
    )


def _file(kept: KeptFile) -> LoadedFile:
    return LoadedFile(
        name=kept.name,
        table=table_name(kept.table),
        edition=kept.edition,
        rows=kept.rows_read,
        observations=kept.observations,
        sha256=kept.sha256,
        warnings=tuple(note_text(text) for text in kept.warnings),
        example=kept.example,
        url=kept.url,
        retrieved=kept.retrieved[:10],
    )


def _quality(measures: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Locations that could not be placed in a municipality, per table and period."""
    return tuple(
        (
            f"{table_name(entry['table'])}, {entry['period']}",
            _without_municipality(entry["unmatched"], entry["locations"]),
        )
        for entry in measures.get("without_municipality", ())
        if entry["unmatched"]
    )


def _without_municipality(count: int, total: int) -> str:
    text = ngettext(
        "%(n)s van %(total)s vestiging zonder gemeente", "%(n)s van %(total)s vestigingen zonder gemeente", total
    )
    return text % {"n": count, "total": total}
