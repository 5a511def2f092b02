"""The quality report of a release: its sections in their order, and its three forms."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pactwerk.figures.releases.due import due_of
from pactwerk.figures.releases.quality_report import accounting, continuity, coverage, leftovers, matching, residuals
from pactwerk.figures.releases.quality_report.observed import Tables, observed
from pactwerk.figures.releases.quality_report.section import Section, columns, in_language, rows
from pactwerk.figures.releases.release import Release
from pactwerk.figures.texts import Text

_SECTIONS: tuple[Callable[[Release, Tables], Section], ...] = (
    coverage.coverage,
    continuity.missing,
    residuals.residuals,
    accounting.accounting,
    matching.unmatched,
    matching.nowhere,
    leftovers.remarks,
    coverage.suppressed,
    coverage.status,
    continuity.breaks,
    leftovers.left_out,
    leftovers.by_hand,
)


@dataclass(frozen=True)
class QualityReport:
    """The report of one release, made on a day, against the release before it."""

    release: str
    previous: str | None
    made_on: date
    example: bool
    sections: tuple[Section, ...]

    def section(self, key: str) -> Section:
        """The section with this key. Raises KeyError."""
        return {section.key: section for section in self.sections}[key]

    def as_data(self, *, dutch: bool = True) -> dict[str, Any]:
        """As plain data, texts in one language."""
        return {
            "release": self.release,
            "previous": self.previous,
            "made_on": self.made_on.isoformat(),
            "example": self.example,
            "sections": {section.key: section.as_data(dutch=dutch) for section in self.sections},
        }

    def to_json(self, *, dutch: bool = True) -> str:
        """As JSON text."""
        return json.dumps(self.as_data(dutch=dutch), ensure_ascii=False, indent=1)


def quality_report(release: Release, previous: Release | None, today: date) -> QualityReport:
    """Make the report of a release; it reads the release's observations and figures (some seconds for a whole one)."""
    with observed(release) as tables:
        made = [section(release, tables) for section in _SECTIONS]
    sections = (*made, leftovers.restated(release, previous), _due(release, today))
    return QualityReport(release.id, previous.id if previous else None, today, release.manifest.example, sections)


def _due(release: Release, today: date) -> Section:
    found = [
        (notice.table, notice.edition, notice.expected.isoformat(), notice.publisher, notice.reference)
        for notice in due_of(release.manifest, today)
    ]
    return Section(
        "due",
        Text("Te verwachten edities die nog niet geladen zijn", "Editions to be expected that are not loaded yet"),
        columns(
            {
                "table": ("tabel", "table"),
                "edition": ("editie", "edition"),
                "expected": ("te verwachten vanaf", "to be expected from"),
                "publisher": ("uitgever", "publisher"),
                "reference": ("waarop dit berust", "what this rests on"),
            }
        ),
        rows(found),
        Text("Het ritme van uitgevers kan veranderen.", "The rhythm of publishers may change."),
        alarm=bool(found),
    )


def as_text(report: QualityReport, *, dutch: bool) -> str:
    """As text for a terminal: every section with its rows, cells between bars."""
    parts = [f"{'Kwaliteitsrapport van uitgave' if dutch else 'Quality report of release'} {report.release}"]
    if report.example:
        parts.append("*** VOORBEELDGEGEVENS ***" if dutch else "*** EXAMPLE DATA (voorbeeldgegevens) ***")
    for section in report.sections:
        mark = " !" if section.alarm else ""
        parts.append(f"\n{in_language(section.title, dutch=dutch)} ({len(section.rows)}){mark}")
        parts.append(in_language(section.note, dutch=dutch))
        if section.rows:
            parts.append(" | ".join(in_language(column.name, dutch=dutch) for column in section.columns))
        parts += [" | ".join(_shown(cell, dutch=dutch) for cell in row) for row in section.rows]
    return "\n".join(parts)


def _shown(cell: object, *, dutch: bool) -> str:
    if cell is None:
        return "-"
    if isinstance(cell, bool):
        return ("ja" if cell else "nee") if dutch else ("yes" if cell else "no")
    if isinstance(cell, float):
        return f"{cell:g}"
    return str(in_language(cell, dutch=dutch))
