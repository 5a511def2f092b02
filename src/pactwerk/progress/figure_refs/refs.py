"""What a page or a goal refers to: an indicator in an area, one slice of it, under one definition."""

from __future__ import annotations

from dataclasses import dataclass

from pactwerk.domain.pact.models import Goal


@dataclass(frozen=True)
class OwnValue:
    """A figure the pact recorded itself, with its source."""

    period: str
    value: float
    unit: str
    citation: str
    example: bool = False


@dataclass(frozen=True)
class FigureRef:
    """One figure through time. `by` names the slice, such as (("track", "havo"),); empty is the whole."""

    indicator: str
    area: str
    period: str = "all"
    by: tuple[tuple[str, str], ...] = ()
    definition: str | None = None
    own: tuple[OwnValue, ...] = ()


def ref_of_goal(goal: Goal) -> FigureRef:
    """The reference of a goal, with the own figures that were not withdrawn."""
    own = tuple(
        OwnValue(
            period=figure.period,
            value=float(figure.value),
            unit=figure.unit,
            citation=figure.citation,
            example=figure.example,
        )
        for figure in goal.own_figures.all()
        if figure.withdrawn_on is None
    )
    return FigureRef(
        indicator=goal.indicator_code,
        area=goal.area_code,
        by=tuple(sorted((str(name), str(code)) for name, code in goal.by.items())),
        definition=goal.definition or None,
        own=own,
    )
