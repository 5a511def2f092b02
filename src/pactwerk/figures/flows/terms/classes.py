"""Which class of the accounting identity a transition is in: exactly one, and what cannot be told is a class too."""

from typing import NamedTuple

from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.terms.positions import UNDECIDED, known_track, position, stage_of
from pactwerk.figures.flows.transition import Transition

_UNKNOWN = "onbekend"
_SECONDARY = "secondary"


class Marks(NamedTuple):
    """What is known of a leaver; None where the file cannot tell. The meaning is that of `Transition`."""

    qualified: bool | None = None
    young: bool | None = None
    registered: bool | None = None


_NOTHING_KNOWN = Marks()


def kind_of(source: State | None, target: State | None, *, diploma: str = "", marks: Marks = _NOTHING_KNOWN) -> str:
    """The code of the class (a key of `CLASSES`) of who goes from `source` to `target` in a year.

    `diploma` is that of `Transition`; the marks matter for leavers only. What is decided first
    counts: the type of school, then the height of the track, then repeating, then the direction. Without a source the
    class is `nieuw`. Raises ValueError where both are None, because nobody then went anywhere.
    """
    if source is None:
        if target is None:
            raise ValueError("a transition from nowhere to nowhere")
        return "nieuw"
    if target is None:
        return _leaving(source, marks)
    return _going(source, target, diploma)


def kind_of_transition(transition: Transition) -> str:
    """The class of one cell of a transition table."""
    marks = Marks(transition.qualified, transition.young, transition.registered)
    return kind_of(transition.source, transition.target, diploma=transition.diploma, marks=marks)


def _leaving(source: State, marks: Marks) -> str:
    if marks.registered is False:
        return "niet-in-brp"
    if marks.registered is None or marks.qualified is None:
        return "uitstroom-onbekend"
    return "uitstroom-startkwalificatie" if marks.qualified else _unqualified(source, marks.young)


def _unqualified(source: State, young: bool | None) -> str:
    """Praktijkonderwijs is never vsv; elsewhere the age decides."""
    stage = stage_of(source.level)
    if stage is None:
        return "uitstroom-onbekend"
    if not stage.early_leaving or source.track == "pro" or young is False:
        return "uitstroom-overig"
    told_apart = stage.name != _SECONDARY or bool(source.track)
    return "vsv" if young and told_apart and known_track(source) else "uitstroom-onbekend"


def _going(source: State, target: State, diploma: str) -> str:
    before, after = stage_of(source.level), stage_of(target.level)
    if before is None or after is None:
        return _UNKNOWN
    if before.order != after.order:
        return "doorstroom-hoger" if before.order < after.order else "terug"
    if not known_track(source) or not known_track(target):
        return _UNKNOWN
    lower, higher = position(source), position(target)
    if lower is not None and higher is not None and lower != higher:
        return _height(before.name, diploma, up=lower < higher)
    if lower is not None and higher is None:
        return _UNKNOWN
    return _level(source, target, has_grades=before.has_grades)


def _height(stage: str, diploma: str, *, up: bool) -> str:
    """Higher after a diploma is stacking in secondary education; in mbo the official opstroom asks for none."""
    if not up:
        return "afstroom"
    return "doorstroom-hoger" if diploma and stage in {_SECONDARY, "hbo", "wo"} else "opstroom"


def _level(source: State, target: State, *, has_grades: bool) -> str:
    """Of the same height: another sort of school, a year again, another direction, or on."""
    if source.level != target.level:
        return "switch"
    advanced = _advanced(source.grade, target.grade) if has_grades else None
    if advanced is False:
        return "zittenblijft"
    if _UNKNOWN in {source.grade, target.grade} and has_grades:
        return _UNKNOWN
    return _direction(source, target, told=advanced is not None)


def _direction(source: State, target: State, *, told: bool) -> str:
    """A first choice of sector, profile or track (from nothing or a mixed class) is no switch."""
    if _UNKNOWN in {source.field, target.field}:
        return _UNKNOWN
    other_field = source.field and target.field and source.field != target.field
    other_track = source.track and target.track and source.track not in {target.track, UNDECIDED}
    if other_field or other_track:
        return "switch"
    return "blijft" if told else "blijft-leerjaar-onbekend"


def _advanced(before: str, after: str) -> bool | None:
    """Whether the year is higher; None where one of both is not a number, so was not asked or is not known."""
    if not (before.isdecimal() and after.isdecimal()):
        return None
    return int(after) > int(before)
