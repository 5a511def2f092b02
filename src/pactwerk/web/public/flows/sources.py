"""What flows a visitor can see: published passages, the pseudo-cohort of the current release, public kept sets."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.figures.flows.flow import Flow
from pactwerk.figures.flows.passages import published_passages
from pactwerk.web.design.charts.sankey_sentences import followed
from pactwerk.web.design.wording import note_text
from pactwerk.web.public.explaining import Unanswerable, Way
from pactwerk.web.public.figures.answer import release
from pactwerk.web.public.flows.asking import Choices, FlowSource
from pactwerk.web.public.flows.cohorts import PREFIX, cohorts
from pactwerk.web.public.flows.kept_sets import PREFIX as KEPT
from pactwerk.web.public.flows.kept_sets import kept_sets


def sources() -> tuple[FlowSource, ...]:
    """Everything that can be seen: computed first, then what was counted and kept, then published."""
    found = release()
    return (*(cohorts(found) if found else ()), *kept_sets(), *passages())


def passages() -> tuple[FlowSource, ...]:
    """Cited passages; they need no file."""
    return tuple(_passage(flow) for flow in published_passages())


def _passage(flow: Flow) -> FlowSource:
    citation = note_text(flow.notes[-1]) if flow.notes else ""
    return FlowSource(
        code=flow.code,
        name=note_text(flow.name),
        sentence=f"{followed(flow)} {citation}",
        kind=_("gepubliceerd"),
        choices=Choices(),
        read=lambda _asked: flow,
        url=reverse("public:flow", args=[flow.code]),
    )


def find_source(code: str) -> FlowSource:
    """The source with this code; raises `Unanswerable` (404) with the way to all of them."""
    for source in sources():
        if source.code == code:
            return source
    raise Unanswerable(
        _("Geen stromen gevonden"),
        _("Op dit adres staan geen stromen, of ze zijn niet openbaar."),
        (Way(_("Alle stromen"), reverse("public:flows")),),
    )


@dataclass(frozen=True)
class Missing:
    """What cannot be seen yet, and which file or command brings it."""

    name: str
    text: str


def missing() -> tuple[Missing, ...]:
    """The kinds of flow that this office could show and does not have."""
    codes = [source.code for source in sources()]
    kinds = ((PREFIX, _no_cohorts), (KEPT, _no_kept_sets))
    return tuple(say() for prefix, say in kinds if not any(code.startswith(prefix) for code in codes))


def _no_kept_sets() -> Missing:
    text = _(
        "Wie een bestand met inschrijvingen heeft, telt en bewaart met «pactwerk figures flows keep NAAM BESTAND» "
        "en maakt het openbaar met «pactwerk figures flows publish NAAM». Personen komen niet in Pactwerk te staan."
    )
    return Missing(_("Nog geen stromen uit inschrijvingen"), text)


def _no_cohorts() -> Missing:
    text = _(
        "Nodig zijn leerlingen in het vo van twee opeenvolgende schooljaren (DUO, vo-01) en de examenkandidaten "
        "daarna. De beheerder laadt ze met «pactwerk figures load MAP»."
    )
    return Missing(_("Nog geen schijncohort"), text)
