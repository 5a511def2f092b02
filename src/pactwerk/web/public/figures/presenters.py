"""What the pages of the figures show, ready for the template."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.indicators import Definition, Indicator
from pactwerk.figures.indicators import catalogue as all_indicators
from pactwerk.figures.releases import Release
from pactwerk.web.design.wording import dimension_name, name_of, note_text, unit_name
from pactwerk.web.public.explaining import Way
from pactwerk.web.public.figures import choices
from pactwerk.web.public.figures.answer import Answer, answer, other_ways, release, series_of
from pactwerk.web.public.figures.context import (
    RelatedIndicator,
    ShortageFigure,
    ShownBreak,
    breaks_of_indicator,
    related_to,
    shortage_figures,
)
from pactwerk.web.public.figures.needs import missing_text, why_text
from pactwerk.web.public.figures.question import Question
from pactwerk.web.public.releases.tables import table_name
from pactwerk.web.public.words import in_language


@dataclass(frozen=True)
class CatalogueEntry:
    """One indicator as a line of the catalogue, with what is counted, against what, and what it takes."""

    code: str
    name: str
    unit: str
    state: str
    state_label: str
    missing: str
    why: str
    origin: str
    counts: str
    against: str
    breakdowns: str
    tables: tuple[str, ...]
    definitions: tuple[Definition, ...]


@dataclass(frozen=True)
class CatalogueLine:
    """The indicators of one line (kiezen, leren, werken)."""

    name: str
    entries: tuple[CatalogueEntry, ...]


def catalogue_by_line() -> tuple[CatalogueLine, ...]:
    """Every indicator under its line: those of the field by their code, then this product's own."""
    ordered = sorted(all_indicators(), key=lambda i: (_line_rank(i.line), i.origin == "pactwerk", i.code))
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
        unit=unit_of(indicator),
        state=indicator.state,
        state_label=state_label(indicator.state),
        missing=missing_text(indicator),
        why=why_text(indicator),
        origin=origin_label(indicator.origin),
        counts=in_language(indicator, "numerator"),
        against=in_language(indicator, "denominator"),
        breakdowns=breakdowns_of(indicator),
        tables=tuple(table_name(table) for table in indicator.tables),
        definitions=tuple(indicator.definitions),
    )


def origin_label(origin: str) -> str:
    """Who defines an indicator."""
    return {
        "monitor": _("Monitor Techniekpact"),
        "official": _("officiële of regionale bron"),
        "proposed": _("voorstel uit het veld"),
        "pactwerk": _("eigen cijfer van Pactwerk"),
    }.get(origin, origin)


def breakdowns_of(indicator: Indicator) -> str:
    """What it can be broken down by here; for what is not computed, what its source breaks it down by."""
    if indicator.dimensions:
        return ", ".join(dimension_name(name).lower() for name in indicator.dimensions)
    return indicator.breakdowns_nl


def unit_of(indicator: Indicator) -> str:
    """The unit in the reader's language."""
    return unit_name(indicator.unit)


@dataclass(frozen=True)
class IndicatorPage:
    """One indicator for the areas asked, with everything the reader can choose next."""

    question: Question
    name: str
    unit: str
    state_label: str
    answer: Answer
    definitions: tuple[Definition, ...]
    form: choices.FigureForm
    chart: str
    chart_dimension: str
    release: Release | None

    @property
    def table(self) -> PublishableTable:
        """The figures shown."""
        return self.answer.table

    @property
    def heading(self) -> str:
        """What the figures below are about: area, period, breakdown."""
        names = [name_of(area) for area in self.question.areas]
        where = ", ".join(names[:3]) if len(names) <= 3 else _("%(n)s gebieden") % {"n": len(names)}
        when = _("alle perioden") if self.question.is_series else self.question.period
        split = [dimension_name(name).lower() for name in self.question.by]
        parts = [where, when, *([_("naar %(split)s") % {"split": ", ".join(split)}] if split else [])]
        return " · ".join(parts)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the engine says of these figures: missing parts, borders, estimates, places it could not tell."""
        known = {self.note}
        return tuple(text for note in self.table.notes if (text := note_text(note)) not in known)

    @property
    def counted(self) -> CatalogueEntry:
        """What is counted against what, as the catalogue says it."""
        return _entry(self.question.indicator)

    @property
    def breaks(self) -> tuple[ShownBreak, ...]:
        """The breaks that concern this indicator, each with what it does and where that is written."""
        return breaks_of_indicator(self.question.indicator.code)

    @property
    def related(self) -> tuple[RelatedIndicator, ...]:
        """Indicators that say the same of another link of the chain, each with a sentence."""
        return related_to(self.question)

    @property
    def shortage(self) -> tuple[ShortageFigure, ...]:
        """For the indicators of shortage: the country beside the regions, dated and classed."""
        return shortage_figures(self.question.indicator.code)

    @property
    def note(self) -> str:
        """What must be known of the asked area."""
        return in_language(self.question.area, "note")

    @property
    def empty_text(self) -> str:
        """Why there is no figure."""
        return missing_text(self.question.indicator) or _(
            "Bij deze keuze is niets geladen of gepubliceerd. Kies een ander gebied, een andere periode of "
            "minder uitsplitsingen."
        )

    @property
    def other_ways(self) -> tuple[Way, ...]:
        """Choices that do have figures, when this one has none."""
        return other_ways(self.question) if self.answer.empty else ()

    @property
    def map_url(self) -> str:
        """The map of the same area and period, where the indicator is known per municipality."""
        plain = self.question.with_(by=(), compare=())
        return plain.url("map") if "municipality" in self.question.indicator.dimensions else ""

    @property
    def csv_url(self) -> str:
        """Exactly these figures as CSV."""
        return self.question.url("indicator_csv")

    @property
    def json_url(self) -> str:
        """Exactly these figures as JSON."""
        return self.question.url("indicator_json")

    @property
    def provenance_url(self) -> str:
        """Where these figures come from."""
        return self.question.url("provenance")


def indicator_page(question: Question) -> IndicatorPage:
    """Gather the page."""
    found = release()
    reply = answer(question)
    return IndicatorPage(
        question=question,
        name=in_language(question.indicator, "name"),
        unit=unit_of(question.indicator),
        state_label=state_label(question.indicator.state),
        answer=reply,
        definitions=tuple(question.indicator.definitions),
        form=choices.FigureForm(
            question,
            series_of(question),
            with_examples=bool(found and found.manifest.example),
            years=found.places.years if found else (),
        ),
        chart=_chart(reply),
        chart_dimension=question.by[0] if question.by else "area",
        release=found,
    )


MOST_LINES = 24
"""More lines than this in one chart cannot be told apart: then the figures stand in the table only."""


def _chart(reply: Answer) -> str:
    """A line over time, bars for one period, the table alone for very many series, nothing without figures."""
    if reply.empty:
        return ""
    if not reply.question.is_series:
        return "bar"
    series = {(row.area, tuple(sorted(row.by.items()))) for row in reply.table.rows}
    return "line" if len(series) <= MOST_LINES else "table"
