"""What flows a visitor can see: published passages, the pseudo-cohort of the current release, public kept sets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.figures.flows.flow import Flow
from pactwerk.figures.flows.passages import published_passages
from pactwerk.web.design.charts.sankey_sentences import followed
from pactwerk.web.design.wording import note_text
from pactwerk.web.public.explaining import Unanswerable, Way


@dataclass(frozen=True)
class Asked:
    """Which part of a source is read: an area, a first year, a track and breakdowns; empty where it has no choice."""

    area: str = "NL"
    start: str = ""
    track: str = ""
    by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choices:
    """What can be asked of a source. `areas` None: every area that the product knows; empty: there is no choice."""

    areas: tuple[str, ...] | None = ()
    starts: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    splits: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is anything to choose."""
        return self.areas is None or bool(self.areas or self.starts or self.tracks or self.splits)


@dataclass(frozen=True)
class FlowSource:
    """One thing that can be seen, with a sentence on what it is."""

    code: str
    name: str
    sentence: str
    kind: str
    choices: Choices
    read: Callable[[Asked], Flow]
    url: str


def sources() -> tuple[FlowSource, ...]:
    """Everything that can be seen, the region's own first."""
    return passages()


def passages() -> tuple[FlowSource, ...]:
    """Cited passages; they need no file."""
    return tuple(_passage(flow) for flow in published_passages())


def _passage(flow: Flow) -> FlowSource:
    notes = " ".join(note_text(note) for note in flow.notes)
    return FlowSource(
        code=flow.code,
        name=note_text(flow.name),
        sentence=f"{followed(flow)} {notes}",
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
    return ()
