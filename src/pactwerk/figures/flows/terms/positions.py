"""Where a state stands: its stage in the chain of education, and its height within that stage."""

from dataclasses import dataclass
from functools import cache

from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.terms.table import REFERENCE
from pactwerk.figures.indicators.shipped import shipped_rows

UNDECIDED = "brug"
"""The track of a mixed first class: no place in the order yet."""
_WITHOUT_PLACE = frozenset({("secondary", UNDECIDED), ("hbo", "ho"), ("wo", "ho")})
"""Tracks that are known and have no place in the order of their stage."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of education: its order in the chain, whether a year is repeated there, whether vsv applies."""

    name: str
    order: int
    has_grades: bool
    early_leaving: bool


@cache
def _stages() -> dict[str, Stage]:
    return {
        cells["level"]: Stage(
            cells["stage"], int(cells["stage_position"]), cells["grade_counts"] == "yes", cells["vsv"] == "yes"
        )
        for cells in shipped_rows(REFERENCE / "stages.tsv")
    }


@cache
def _positions() -> dict[tuple[str, str], int]:
    rows = shipped_rows(REFERENCE / "positions.tsv")
    return {(cells["stage"], cells["track"]): int(cells["position"]) for cells in rows}


def stage_of(level: str) -> Stage | None:
    """The stage of a level of the layout (`vo`, `mbo`, ...); None for a level nobody knows."""
    return _stages().get(level)


def position(state: State) -> int | None:
    """The height of a state within its stage; None where the track has none (unknown, mixed, not told apart)."""
    stage = stage_of(state.level)
    return _positions().get((stage.name, state.track)) if stage else None


def known_track(state: State) -> bool:
    """Whether the track says something: not told apart, undecided, or one with a place in the order."""
    stage = stage_of(state.level)
    return stage is not None and (
        not state.track or (stage.name, state.track) in _WITHOUT_PLACE or position(state) is not None
    )
