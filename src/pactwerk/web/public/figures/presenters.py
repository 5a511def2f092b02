"""What the pages of the figures show, ready for the template."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from pactwerk.basis import vocabularies
from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.indicators import Definition, Indicator
from pactwerk.figures.indicators import catalogue as all_indicators
from pactwerk.figures.releases import Release
from pactwerk.web.public.figures import choices
from pactwerk.web.public.figures.answer import Answer, answer, release, series_of
from pactwerk.web.public.figures.question import Question
from pactwerk.web.public.figures.words import in_language


@dataclass(frozen=True)
class CatalogueEntry:
    """One indicator as a line of the catalogue."""

    code: str
    name: str
    unit: str
    state: str
    state_label: str
    missing: str
    dimensions: tuple[str, ...]


@dataclass(frozen=True)
class CatalogueLine:
    """The indicators of one line (kiezen, leren, werken)."""

    name: str
    entries: tuple[CatalogueEntry, ...]


def catalogue_by_line() -> tuple[CatalogueLine, ...]:
    """Every indicator under its line, in the catalogue's own order."""
    ordered = sorted(all_indicators(), key=lambda i: (_line_rank(i.line), i.code))
    groups = groupby(ordered, key=lambda i: i.line)
    return tuple(CatalogueLine(line_name(line), tuple(_entry(i) for i in found)) for line, found in groups)


def _line_rank(line: str) -> int:
    order = ("kiezen", "leren", "werken")
    return order.index(line) if line in order else len(order)


def line_name(line: str) -> str:
    """Kiezen, leren, werken with a capital, in the reader's language."""
    return {"kiezen": _("Kiezen"), "leren": _("Leren"), "werken": _("Werken")}.get(line, line.capitalize())


def state_label(state: str) -> str:
    """How the screen says where an indicator's figures come from."""
    return {
        "computed": _("berekend uit bestanden"),
        "published_only": _("alleen gepubliceerde cijfers"),
        "own_records": _("uit eigen registratie"),
        "not_available": _("nog niet beschikbaar"),
    }.get(state, state)


def _entry(indicator: Indicator) -> CatalogueEntry:
    return CatalogueEntry(
        code=indicator.code,
        name=in_language(indicator, "name"),
        unit=in_language_unit(indicator),
        state=indicator.state,
        state_label=state_label(indicator.state),
        missing=indicator.missing_nl or "",
        dimensions=tuple(indicator.dimensions),
    )


def in_language_unit(indicator: Indicator) -> str:
    """The unit in the reader's language."""
    from django.utils.translation import get_language

    return indicator.unit_en if (get_language() or "nl").startswith("en") else indicator.unit


@dataclass(frozen=True)
class IndicatorPage:
    """One indicator for the areas asked, with everything the reader can choose next."""

    question: Question
    name: str
    unit: str
    state_label: str
    answer: Answer
    definitions: tuple[Definition, ...]
    area_groups: tuple[choices.OptionGroup, ...]
    periods: tuple[choices.Option, ...]
    dimensions: tuple[choices.Option, ...]
    definition_options: tuple[choices.Option, ...]
    comparisons: tuple[choices.Option, ...]
    chart: str
    chart_dimension: str
    release: Release | None

    @property
    def table(self) -> PublishableTable:
        """The figures shown."""
        return self.answer.table


def indicator_page(question: Question) -> IndicatorPage:
    """Gather the page."""
    found = release()
    reply = answer(question)
    return IndicatorPage(
        question=question,
        name=in_language(question.indicator, "name"),
        unit=in_language_unit(question.indicator),
        state_label=state_label(question.indicator.state),
        answer=reply,
        definitions=tuple(question.indicator.definitions),
        area_groups=choices.area_groups(question.area.code, with_examples=bool(found and found.example)),
        periods=choices.period_options(series_of(question), question.period),
        dimensions=choices.dimension_options(question.indicator, question.by),
        definition_options=choices.definition_options(question.indicator, question.definition),
        comparisons=choices.comparison_options(question.areas[1:]),
        chart=_chart(reply),
        chart_dimension=question.by[0] if question.by else "area",
        release=found,
    )


def _chart(reply: Answer) -> str:
    """A line over time, bars for one period, nothing without figures."""
    if reply.empty:
        return ""
    return "line" if reply.question.is_series else "bar"
