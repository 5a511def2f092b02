"""An indicator per municipality on a map: real borders when a release holds them, else the tile map."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.web.design.wording import name_of
from pactwerk.web.public.explaining import Unanswerable, Way
from pactwerk.web.public.figures.answer import Answer, answer, release, series_of
from pactwerk.web.public.figures.choices import MapForm
from pactwerk.web.public.figures.map_borders import MapBorders, map_borders
from pactwerk.web.public.figures.question import Question

MUNICIPALITY = "municipality"


@dataclass(frozen=True)
class MapPage:
    """One period of an indicator, per municipality of the area."""

    question: Question
    name: str
    answer: Answer
    borders: MapBorders | None
    form: MapForm

    @property
    def table(self) -> PublishableTable:
        """The figures on the map and in its table."""
        return self.answer.table

    @property
    def csv_url(self) -> str:
        """Exactly these figures as CSV."""
        return self.question.url("indicator_csv")

    @property
    def json_url(self) -> str:
        """Exactly these figures as JSON."""
        return self.question.url("indicator_json")


def map_page(question: Question) -> MapPage:
    """Gather the map; a map shows one period, so "all periods" becomes the newest."""
    if MUNICIPALITY not in question.indicator.dimensions:
        raise Unanswerable(
            _("Geen kaart"),
            _("Dit cijfer is niet per gemeente bekend; er kan geen kaart van worden getekend."),
            (Way(name_of(question.indicator), question.url()),),
        )
    asked = question.with_(by=(MUNICIPALITY,), compare=())
    series = series_of(question)
    if asked.is_series and (periods := [row.period for row in series.rows if row.basis == "computed"]):
        asked = asked.with_(period=max(periods))
    return _page(asked, series)


def _page(asked: Question, series: PublishableTable) -> MapPage:
    found = release()
    reply = answer(asked)
    year = int(asked.period[:4]) if asked.period[:4].isdigit() else None
    shown = frozenset(row.by[MUNICIPALITY] for row in reply.table.rows)
    return MapPage(
        question=asked,
        name=name_of(asked.indicator),
        answer=reply,
        borders=map_borders(found.borders(year), shown) if found and shown else None,
        form=MapForm(asked, series, with_examples=bool(found and found.manifest.example)),
    )
