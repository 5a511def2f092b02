"""One cell of a transition table: how many persons went from a state to a state between two counts."""

from dataclasses import dataclass

from pactwerk.figures.flows.states import State


@dataclass(frozen=True, order=True, slots=True, kw_only=True)
class Transition:
    """Persons in `source` on 1 October of `year` and in `target` a year later; exact, so never shown as it is.

    `source` is None for who was not in publicly funded education before, `target` None for who no longer is.
    `diploma` is what they obtained in the school year, empty for none. The marks are told of leavers only, None where
    the file cannot tell: `qualified` holds a start qualification, `young` is under 23, `registered` is in the register
    of residents.
    """

    year: int
    source: State | None
    target: State | None
    persons: int
    diploma: str = ""
    sex: str = ""
    area: str = ""
    qualified: bool | None = None
    young: bool | None = None
    registered: bool | None = None
