"""Pseudo-cohorts of the current release as something to see: one for each chain that the release can tell."""

from __future__ import annotations

from functools import lru_cache

from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.figures.flows.flow import Flow
from pactwerk.figures.flows.pseudo import Available, available_cohorts, pseudo_cohort
from pactwerk.figures.flows.pseudo.chains import chain_of
from pactwerk.figures.releases import Release
from pactwerk.web.design.wording import note_text
from pactwerk.web.public.flows.asking import Asked, Choices, FlowSource
from pactwerk.web.public.reach.asked import default_area

PREFIX = "schijncohort-"


def cohorts(release: Release) -> tuple[FlowSource, ...]:
    """A source for each chain, with the first years, tracks and breakdowns that can be asked of it."""
    found: dict[str, list[Available]] = {}
    for entry in available_cohorts(release):
        found.setdefault(entry.chain, []).append(entry)
    return tuple(_source(release, code, entries) for code, entries in found.items())


def _source(release: Release, code: str, entries: list[Available]) -> FlowSource:
    starts = sorted((entry.start for entry in entries), reverse=True)
    furthest = max(entries, key=lambda entry: (len(entry.stages), entry.start))
    chain = chain_of(code)
    assert chain is not None, code
    return FlowSource(
        code=f"{PREFIX}{code}",
        name=_("Schijncohort %(chain)s") % {"chain": note_text(chain.name)},
        sentence=_(
            "Standen van opeenvolgende schooljaren en examens naast elkaar, uit de bestanden van DUO. "
            "Niemand is gevolgd: wie blijft zitten of van school wisselt, telt in beide mee."
        ),
        kind=_("berekend uit bestanden"),
        choices=Choices(
            areas=None,
            area=default_area(release),
            starts=tuple(starts),
            tracks=chain.tracks if len(chain.tracks) > 1 else (),
            splits=chain.splits,
            start=furthest.start,
        ),
        read=lambda asked: _read(release, code, asked),
        url=reverse("public:flow", args=[f"{PREFIX}{code}"]),
    )


@lru_cache(maxsize=256)
def _read(release: Release, code: str, asked: Asked) -> Flow:
    """A release never changes, so what it answered once it answers always."""
    return pseudo_cohort(release, asked.area, asked.start, track=asked.track or code, by=asked.by)
