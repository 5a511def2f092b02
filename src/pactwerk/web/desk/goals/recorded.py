"""The own figures of a goal as the desk lists them: each opened by the disclosure gate, withdrawn ones too."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pactwerk.domain.pact.models import Goal, OwnFigure
from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.progress.figure_refs import OwnValue, ref_of_goal, resolve


@dataclass(frozen=True)
class Recorded:
    """One own figure: its record (period, source, withdrawal) and the table that shows its number."""

    record: OwnFigure
    table: PublishableTable


def recorded(goal: Goal) -> tuple[Recorded, ...]:
    """Everything the office recorded about the goal, oldest period first."""
    return tuple(Recorded(figure, shown(figure)) for figure in goal.own_figures.all())


def shown(figure: OwnFigure) -> PublishableTable:
    """A table of just this figure, withdrawn or not."""
    value = OwnValue(figure.period, float(figure.value), figure.unit, figure.citation, figure.example)
    return resolve(replace(ref_of_goal(figure.goal), own=(value,)), basis="own")
