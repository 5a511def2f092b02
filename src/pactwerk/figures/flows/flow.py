"""A flow as it is shown: links between states at successive stages, as tables that passed the gate."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.texts import Text

LINK = ("stage", "from", "to")
"""Dimensions of a table of links: from `from` at `stage` to `to` at the next one. `stage` counts from 0, as text."""
STOCK = ("stage", "state")
"""Dimensions of a table of stocks."""


@dataclass(frozen=True)
class Stage:
    """One moment of a flow: `year 3 (2016/17)`, `exam 2018`."""

    name: Text
    period: str


@dataclass(frozen=True)
class Flow:
    """What a page, a picture and a download of a flow are made from.

    `links` has one row per link (and per further breakdown, such as `sex`); `stocks` one per state and stage.
    `followed` says whether persons were followed; when not, the links are stocks laid side by side and the words say
    so. A state may come back at a later stage: a node is (stage, state). `words` names every state in the tables.
    """

    code: str
    name: Text
    followed: bool
    stages: tuple[Stage, ...]
    links: PublishableTable
    stocks: PublishableTable
    words: Mapping[str, Text]
    notes: tuple[Text, ...] = ()
    kinds: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Of a link (from, to) which official term it is (`opstroom`, `switch`, ...), where one holds."""
