"""What can be seen of flows, and which part of it is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pactwerk.figures.flows.flow import Flow


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
    area: str = "NL"
    """The area that is shown when none is asked and every area can be."""
    start: str = ""
    """The first year that is shown when none is asked; empty: the first of `starts`."""

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
