"""Pseudo-cohorts of the current release as something to see: one for each chain that the release can tell."""

from __future__ import annotations

from functools import lru_cache

from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.figures.flows.flow import Flow
from pactwerk.figures.flows.pseudo import available_cohorts, pseudo_cohort
from pactwerk.figures.flows.pseudo.chains import chain_of
from pactwerk.figures.releases import Release
from pactwerk.web.design.wording import note_text
from pactwerk.web.public.flows.asking import Asked, Choices, FlowSource

PREFIX = "schijncohort-"


def cohorts(release: Release) -> tuple[FlowSource, ...]:
    """A source for each chain, with the first years, tracks and breakdowns that can be asked of it."""
    found: dict[str, list[str]] = {}
    for entry in available_cohorts(release):
        found.setdefault(entry.chain, []).append(entry.start)
    return tuple(_source(release, code, sorted(starts, reverse=True)) for code, starts in found.items())


def _source(release: Release, code: str, starts: list[str]) -> FlowSource:
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
        choices=Choices(None, tuple(starts), chain.tracks if len(chain.tracks) > 1 else (), chain.splits),
        read=lambda asked: _read(release, code, asked),
        url=reverse("public:flow", args=[f"{PREFIX}{code}"]),
    )


@lru_cache(maxsize=256)
def _read(release: Release, code: str, asked: Asked) -> Flow:
    """A release never changes, so what it answered once it answers always."""
    return pseudo_cohort(release, asked.area, asked.start, track=asked.track or code, by=asked.by)
