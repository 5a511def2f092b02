"""What the overview shows: tables and their editions, what is due, what waits, and every release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.figures.releases import managing
from pactwerk.figures.releases.manifest import KeptFile, Manifest
from pactwerk.figures.sources import TABLES
from pactwerk.progress.home import figures_home
from pactwerk.progress.releases.queries import due_editions
from pactwerk.progress.releases.uploads import Upload, UploadStore
from pactwerk.web.public.releases.tables import table_name


@dataclass(frozen=True)
class ShownDue:
    """An edition that has probably appeared and is not loaded."""

    table: str
    name: str
    edition: str
    expected: date
    last: str
    reference: str


@dataclass(frozen=True)
class LoadedTable:
    """One publisher table: its editions in the current release, when the last one came, and what is due."""

    name: str
    editions: tuple[str, ...]
    files: int
    newest: str
    known_at: datetime | None
    due: tuple[ShownDue, ...]


@dataclass(frozen=True)
class Waiting:
    """An upload that somebody still has to look at."""

    upload: Upload
    state: str
    at: datetime
    url: str


@dataclass(frozen=True)
class ReleaseLine:
    """One release in the list."""

    id: str
    created: datetime
    files: int
    current: bool
    withdrawn: str
    readable: bool
    example: bool
    url: str


@dataclass(frozen=True)
class Overview:
    """The page."""

    tables: tuple[LoadedTable, ...]
    missing: tuple[LoadedTable, ...]
    due: tuple[ShownDue, ...]
    waiting: tuple[Waiting, ...]
    releases: tuple[ReleaseLine, ...]
    can_go_back: bool


def overview() -> Overview:
    """Gather the page."""
    root = figures_home()
    states = managing.states(root)
    current = next((state.manifest for state in states if state.current), None)
    due = shown_due()
    tables = tuple(_table(name, current, due) for name in sorted(TABLES, key=table_name))
    lines = tuple(_line(state) for state in states)
    return Overview(
        tables=tuple(table for table in tables if table.files),
        missing=tuple(table for table in tables if not table.files),
        due=due,
        waiting=waiting(),
        releases=lines,
        can_go_back=sum(1 for line in lines if line.readable and not line.withdrawn) > 1,
    )


def shown_due() -> tuple[ShownDue, ...]:
    """What is due, the longest awaited first."""
    return tuple(
        ShownDue(each.table, table_name(each.table), each.edition, each.expected, each.last, each.reference)
        for each in due_editions()
    )


def waiting() -> tuple[Waiting, ...]:
    """The uploads that are not closed, newest first."""
    store = UploadStore(figures_home())
    return tuple(
        Waiting(
            upload,
            state_words(store.state(upload)),
            datetime.fromisoformat(upload.at),
            reverse("desk:figures_upload", args=[upload.id]),
        )
        for upload in store.all()
        if not upload.outcome
    )


def state_words(state: str) -> str:
    """How it stands with an upload."""
    return {
        "waiting": _("wacht om gelezen te worden"),
        "reading": _("wordt gelezen"),
        "interrupted": _("afgebroken; lees opnieuw"),
        "failed": _("niet gelukt"),
        "read": _("gelezen; bekijk en maak actueel"),
    }[state]


def _table(name: str, current: Manifest | None, due: tuple[ShownDue, ...]) -> LoadedTable:
    files = [file for file in current.files if file.table == name] if current else []
    editions = tuple(sorted({file.edition for file in files}))
    return LoadedTable(
        name=table_name(name),
        editions=editions,
        files=len(files),
        newest=max(editions, default=""),
        known_at=_last(files),
        due=tuple(entry for entry in due if entry.table == name),
    )


def _last(files: list[KeptFile]) -> datetime | None:
    known = [str(getattr(file, "known_at", "") or "") for file in files]
    return max((datetime.fromisoformat(text) for text in known if text), default=None)


def _line(state: managing.ReleaseState) -> ReleaseLine:
    return ReleaseLine(
        id=state.id,
        created=datetime.fromisoformat(state.manifest.created),
        files=len(state.manifest.files),
        current=state.current,
        withdrawn=state.withdrawn.reason if state.withdrawn else "",
        readable=state.readable,
        example=state.manifest.example,
        url=reverse("public:quality", args=[state.id]),
    )


def whose(request: HttpRequest, label: str) -> str:
    """Who did something, without naming anybody: yourself, a colleague, or the command line."""
    if label == f"user:{request.user.pk}":
        return _("u")
    return _("een collega") if label.startswith("user:") else _("de opdrachtregel")
