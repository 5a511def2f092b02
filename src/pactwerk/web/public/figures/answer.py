"""From a question to the figures shown: computed and published side by side, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from pactwerk.basis import places
from pactwerk.figures.disclosure_control import PublishableTable, merge
from pactwerk.figures.indicators.published import published_figures
from pactwerk.figures.releases import FigureQuery, Release, current_release
from pactwerk.figures.releases.release import published
from pactwerk.progress.home import figures_home
from pactwerk.web.design.wording import dimension_name, name_of
from pactwerk.web.public.explaining import Way
from pactwerk.web.public.figures.question import Question

MAX_WAYS = 8
PLACES = ("municipality", "province")


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


def release() -> Release | None:
    """The current figures release, or None before anything was loaded."""
    return current_release(figures_home())


def answer(question: Question) -> Answer:
    """The figures of the question for each of its areas."""
    tables = [_for_area(question, area) for area in question.areas]
    remarks = [text for area, table in zip(question.areas, tables, strict=True) if (text := _remark(area, table))]
    return Answer(question, merge(*tables), tuple(remarks))


def series_of(question: Question) -> PublishableTable:
    """All periods of the question's own area under its breakdown: what the period chooser offers."""
    return _for_area(question.with_(period="all"), question.area)


def other_ways(question: Question) -> tuple[Way, ...]:
    """Breakdowns and areas for which a publication does have this figure, when the asked choice has none."""
    known = published_figures(question.indicator.code).rows
    here = {tuple(sorted(row.by)): None for row in known if row.area == question.area.code}
    splits = [by for by in (*here, *_computed_splits(question)) if by != tuple(sorted(question.by))]
    ways = [Way(_split_label(by), question.with_(by=by, period="all").url()) for by in splits]
    for code in dict.fromkeys(row.area for row in known if row.area != question.area.code):
        by = next(tuple(sorted(row.by)) for row in known if row.area == code)
        area = places.area(code)
        ways.append(Way(name_of(area), question.with_(area=area, by=by, period="all", compare=()).url()))
    return tuple(ways[:MAX_WAYS])


def _computed_splits(question: Question) -> list[tuple[str, ...]]:
    """Single breakdowns that this area does have figures for: some indicators exist per level only."""
    tries = [(name,) for name in question.indicator.dimensions if name not in PLACES]
    return [by for by in tries if _for_area(question.with_(by=by, period="all"), question.area).rows]


def _split_label(by: tuple[str, ...]) -> str:
    if not by:
        return _("zonder uitsplitsing")
    return _("naar %(split)s") % {"split": ", ".join(dimension_name(name).lower() for name in by)}


def _for_area(question: Question, area: places.Area) -> PublishableTable:
    """Published figures of exactly this breakdown, each with its edition, then the computed ones."""
    asked = asked_of(question, area)
    found = release()
    computed = found is not None and question.indicator.state == "computed" and _computable(question)
    return merge(published(asked), _computed(found, question, asked)) if found and computed else published(asked)


def _computed(found: Release, question: Question, asked: FigureQuery) -> PublishableTable:
    """The newest figures; every publication edition of them, or with estimates, when that is asked."""
    if question.editions:
        return found.known(asked)
    return found.estimated(asked) if question.estimate else found.figures(asked)


def asked_of(question: Question, area: places.Area) -> FigureQuery:
    """The question about one of its areas, as the engine is asked it."""
    return FigureQuery(
        indicator=question.indicator.code,
        area=area.code,
        period=question.period,
        by=question.by,
        definition=question.definition,
        borders=question.borders,
    )


def _computable(question: Question) -> bool:
    """Whether the engine knows this breakdown and definition; some exist in publications only."""
    definitions = {definition.code for definition in question.indicator.definitions}
    known = question.definition is None or question.definition in definitions
    return known and set(question.by) <= set(question.indicator.dimensions)


def _remark(area: places.Area, table: PublishableTable) -> str:
    name = name_of(area)
    if not area.composition_known:
        text = _("%(area)s: samenstelling niet bekend; alleen gepubliceerde cijfers kunnen hier staan.")
        return text % {"area": name}
    if not table.rows:
        return _("%(area)s: geen cijfers bij deze keuze.") % {"area": name}
    return ""
