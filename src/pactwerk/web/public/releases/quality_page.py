"""What the page of a quality report shows: its sections as tables of words, long ones cut off with their number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.figures.releases import managing
from pactwerk.figures.releases.quality_report import Section
from pactwerk.figures.releases.release import Release
from pactwerk.progress.home import figures_home
from pactwerk.progress.releases.queries import report_of
from pactwerk.web.design.numbers import agreed, number
from pactwerk.web.design.wording import area_name, indicator_name, note_text
from pactwerk.web.public.releases.tables import table_name

MOST = 100
"""Rows of a section that the page shows; the JSON has all."""
NAMED = {"table": table_name, "indicator": lambda code: f"{code} {indicator_name(code)}", "area": area_name}


@dataclass(frozen=True)
class ShownSection:
    """One section: title, how to read it, heads, rows of text, and how many rows were left out."""

    key: str
    title: str
    note: str
    alarm: bool
    heads: tuple[tuple[str, bool], ...]
    """Name of a column and whether it holds numbers."""
    rows: tuple[tuple[str, ...], ...]
    count: int

    @property
    def left_out(self) -> int:
        """How many rows stand in the JSON only."""
        return self.count - len(self.rows)


@dataclass(frozen=True)
class QualityPage:
    """The page."""

    id: str
    created: datetime
    current: bool
    withdrawn: str
    example: bool
    sections: tuple[ShownSection, ...]
    json_url: str
    csv_url: str


def quality_page(release: Release) -> QualityPage:
    """Gather the page."""
    report = report_of(release)
    state = next((each for each in managing.states(figures_home()) if each.id == release.id), None)
    return QualityPage(
        id=release.id,
        created=datetime.fromisoformat(release.manifest.created),
        current=bool(state and state.current),
        withdrawn=state.withdrawn.reason if state and state.withdrawn else "",
        example=report.example,
        sections=tuple(_section(section) for section in report.sections),
        json_url=reverse("public:quality_json", args=[release.id]),
        csv_url=reverse("public:quality_csv", args=[release.id]),
    )


def _section(section: Section) -> ShownSection:
    keys = [column.key for column in section.columns]
    rows = section.rows[:MOST]
    heads = tuple(
        (note_text(column.name), any(_is_number(row[place]) for row in section.rows))
        for place, column in enumerate(section.columns)
    )
    shown = tuple(tuple(_cell(key, cell) for key, cell in zip(keys, row, strict=True)) for row in rows)
    return ShownSection(
        section.key, note_text(section.title), note_text(section.note), section.alarm, heads, shown, len(section.rows)
    )


def _is_number(cell: object) -> bool:
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def _cell(key: str, cell: object) -> str:
    if cell is None or cell == "":
        return "–"
    if isinstance(cell, bool):
        return _("ja") if cell else _("nee")
    if isinstance(cell, int):
        return number(cell)
    if isinstance(cell, float):
        return agreed(cell)
    return NAMED[key](str(cell)) if key in NAMED else note_text(cell)
