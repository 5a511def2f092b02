"""What the page of an upload shows: how far the reading is, a report per file, and what would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from pactwerk.figures.releases import managing
from pactwerk.progress.home import figures_home
from pactwerk.progress.releases.uploads import Reading, Upload, UploadStore
from pactwerk.web.design.wording import indicator_name, is_english
from pactwerk.web.desk.figures.changes import ShownChange, shown_changes
from pactwerk.web.desk.figures.overview import state_words
from pactwerk.web.public.releases.tables import table_name

MOST_ROWS = 20
"""Refused rows per file that the page lists; the count says how many there are."""


@dataclass(frozen=True)
class FileReport:
    """What came of one file, in words."""

    name: str
    outcome: str
    accepted: bool
    table: str
    edition: str
    rows: int
    observations: int
    reason: str
    warnings: tuple[str, ...]
    refused: tuple[Mapping[str, Any], ...]
    refused_count: int


@dataclass(frozen=True)
class IndicatorChange:
    """How many figures of one indicator are new, gone or other than before."""

    code: str
    name: str
    new: int
    vanished: int
    restated: int
    same: int


@dataclass(frozen=True)
class Preview:
    """The page."""

    upload: Upload
    at: datetime
    state: str
    words: str
    step: int
    steps: int
    text: str
    files: tuple[FileReport, ...]
    candidate: str
    stale: bool
    warnings: tuple[str, ...]
    changes: tuple[IndicatorChange, ...]
    largest: tuple[ShownChange, ...]
    example: bool
    """Whether the files, or the release made of them, are example data."""
    first: bool
    """Whether there was no release before, so that everything is new."""

    @property
    def busy(self) -> bool:
        """Whether the reader is at work, or about to be."""
        return not self.upload.outcome and self.state in ("waiting", "reading")


def preview(upload: Upload) -> Preview:
    """Gather the page."""
    root = figures_home()
    store = UploadStore(root)
    reading = store.reading(upload) or Reading("reading")
    state = store.state(upload)
    candidate = next((entry for entry in managing.candidates(root) if entry.id == reading.candidate), None)
    current = next((entry.id for entry in managing.states(root) if entry.current), None)
    report: Mapping[str, Any] = candidate.report if candidate else {}
    differences: Mapping[str, Any] = report.get("differences") or {}
    side = "en" if is_english() else "nl"
    return Preview(
        upload=upload,
        at=datetime.fromisoformat(upload.at),
        state=state,
        words=state_words(state),
        step=reading.step,
        steps=reading.steps,
        text=reading.reason_en if is_english() else reading.reason_nl,
        files=tuple(_file(line[side]) for line in reading.lines),
        candidate=candidate.id if candidate else "",
        stale=candidate is not None and candidate.base != current,
        warnings=tuple(report.get("warnings_en" if is_english() else "warnings", ())),
        changes=tuple(_change(entry) for entry in differences.get("indicators", ()) if _counts(entry)),
        largest=shown_changes(differences.get("largest", ())),
        example=upload.choices.example or _is_example(candidate),
        first=candidate is not None and candidate.base is None,
    )


def _is_example(candidate: managing.Candidate | None) -> bool:
    found = managing.release_by_id(figures_home(), candidate.id) if candidate else None
    return found is not None and found.manifest.example


def _counts(entry: Mapping[str, Any]) -> bool:
    return bool(entry["new"] or entry["vanished"] or entry["restated"])


def _change(entry: Mapping[str, Any]) -> IndicatorChange:
    code = str(entry["indicator"])
    return IndicatorChange(
        code, indicator_name(code), entry["new"], entry["vanished"], entry["restated"], entry["same"]
    )


def _file(line: Mapping[str, Any]) -> FileReport:
    refused = line["rows_refused"]
    return FileReport(
        name=str(line["file"]),
        outcome=_outcome(str(line["outcome"])),
        accepted=line["outcome"] in ("read", "already"),
        table=table_name(line["table"]) if line["table"] else "",
        edition=str(line["edition"] or ""),
        rows=line["rows_read"],
        observations=line["observations"],
        reason=str(line["reason"]),
        warnings=tuple(line["warnings"]),
        refused=tuple(refused[:MOST_ROWS]),
        refused_count=len(refused),
    )


def _outcome(code: str) -> str:
    return {
        "read": _("gelezen"),
        "already": _("was er al"),
        "skipped": _("overgeslagen"),
        "refused": _("geweigerd"),
    }.get(code, code)
