"""Public flow sets of the home as something to see; a set that is not public is not there for anybody here."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.figures.flows.flow import Flow
from pactwerk.figures.flows.kept import FlowSet, kept_flows, read_kept
from pactwerk.figures.flows.kept.reading import SPAN, periods
from pactwerk.progress.home import figures_home
from pactwerk.web.public.flows.asking import Asked, Choices, FlowSource

PREFIX = "bewaard-"


def kept_sets() -> tuple[FlowSource, ...]:
    """Every public set, newest first."""
    return tuple(_source(found) for found in kept_flows(figures_home(), public_only=True))


def _source(found: FlowSet) -> FlowSource:
    return FlowSource(
        code=f"{PREFIX}{found.name}",
        name=found.title or found.name,
        sentence=_(
            "Personen zijn van jaar op jaar gevolgd in een inschrijvingsbestand; de aantallen zijn sommen van delen "
            "die op tien zijn afgerond, met grenzen erbij. Dat beschermt wie erin staan."
        ),
        kind=_("afgerond, uit inschrijvingen"),
        choices=Choices(
            areas=found.areas,
            starts=_starts(found),
            splits=("sex",) if found.sexes else (),
        ),
        read=lambda asked: _read(found.name, asked),
        url=reverse("public:flow", args=[f"{PREFIX}{found.name}"]),
    )


def _starts(found: FlowSet) -> tuple[str, ...]:
    """Each pair of years, newest first, then all years after each other."""
    pairs = periods(found)
    return (*pairs, *((f"{pairs[-1]}{SPAN}{pairs[0]}",) if len(pairs) > 1 else ()))


def _read(name: str, asked: Asked) -> Flow:
    return read_kept(figures_home(), name, asked.area, asked.start, asked.by)
