"""From a question to the figures shown: computed, published and own side by side, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from pactwerk.basis import places
from pactwerk.figures.disclosure_control import PublishableTable, merge
from pactwerk.figures.releases import Release, current_release
from pactwerk.progress.figure_refs import FigureRef, resolve
from pactwerk.progress.home import figures_home
from pactwerk.web.public.figures.question import Question
from pactwerk.web.public.figures.words import in_language


@dataclass(frozen=True)
class Answer:
    """The table that page, chart, CSV and JSON all show, with the sentences that belong to it."""

    question: Question
    table: PublishableTable
    remarks: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether there is no figure at all."""
        return not self.table.rows

    @property
    def breaks(self) -> tuple[tuple[str, str], ...]:
        """Neighbouring periods between which no trend may be read."""
        return self.table.breaks() if self.question.is_series else ()


def release() -> Release | None:
    """The current figures release, or None before anything was loaded."""
    return current_release(figures_home())


def answer(question: Question) -> Answer:
    """Resolve the question for each of its areas."""
    tables = [_for_area(question, area) for area in question.areas]
    remarks = [text for area, table in zip(question.areas, tables, strict=True) if (text := _remark(area, table))]
    return Answer(question, merge(*tables), tuple(remarks))


def series_of(question: Question) -> PublishableTable:
    """All periods of the question's own area without breakdown: what the period chooser offers."""
    return _for_area(question.with_(by=(), period="all"), question.area)


def _for_area(question: Question, area: places.Area) -> PublishableTable:
    ref = FigureRef(
        indicator=question.indicator.code,
        area=area.code,
        period=question.period,
        by=question.by,
        definition=question.definition,
    )
    return resolve(ref, basis="all")


def _remark(area: places.Area, table: PublishableTable) -> str:
    name = in_language(area, "name")
    if not area.composition_known:
        text = _("%(area)s: samenstelling niet bekend; alleen gepubliceerde cijfers kunnen hier staan.")
        return text % {"area": name}
    if not table.rows:
        return _("%(area)s: geen cijfers bij deze keuze.") % {"area": name}
    return ""
