"""States in words, for tables, pictures and sentences."""

from collections.abc import Mapping

from pactwerk.basis.vocabularies.schooling import PROFILES, SECTORS
from pactwerk.figures.flows.states import State
from pactwerk.figures.texts import Text

OUTSIDE = "out"
"""The code of a node for who is not in publicly funded education at that moment."""

_LEVELS = {
    "bo": Text("basisonderwijs", "primary education"),
    "sbo": Text("speciaal basisonderwijs", "special primary education"),
    "so": Text("speciaal onderwijs", "special education"),
    "vso": Text("vso", "special secondary education"),
    "vo": Text("vo", "secondary education"),
    "vavo": Text("vavo", "adult secondary education (vavo)"),
    "mbo": Text("mbo", "mbo"),
    "mbo-extraneus": Text("mbo, extraneus", "mbo, external candidate"),
    "hbo": Text("hbo", "hbo"),
    "wo": Text("wo", "university"),
    "onbekend": Text("onbekend", "unknown"),
    OUTSIDE: Text("niet in bekostigd onderwijs", "not in publicly funded education"),
}
_TRACKS = {
    "pro": Text("praktijkonderwijs", "practical training"),
    "bb": Text("vmbo bb", "vmbo bb"),
    "kb": Text("vmbo kb", "vmbo kb"),
    "gl": Text("vmbo gl", "vmbo gl"),
    "tl": Text("vmbo tl", "vmbo tl"),
    "havo": Text("havo", "havo"),
    "vwo": Text("vwo", "vwo"),
    "brug": Text("brugklas", "mixed first class"),
    "ad": Text("associate degree", "associate degree"),
    "ba": Text("bachelor", "bachelor"),
    "ma": Text("master", "master"),
    "onbekend": Text("schoolsoort of niveau onbekend", "track or level unknown"),
}
_FIELDS: Mapping[str, Text] = {
    **{code.lower().replace("_", "-"): Text(term.name_nl, term.name_en) for code, term in SECTORS.items()},
    **{code.lower(): Text(term.name_nl, term.name_en) for code, term in PROFILES.items()},
    "onbekend": Text("richting onbekend", "field unknown"),
}


def place_of(code: str) -> tuple[int, int, str]:
    """Where a state stands among others: by level as a pupil passes them, then track; outside education last."""
    if code == "nieuw":
        return len(_LEVELS), 0, code
    level, track = (*code.split(":"), "")[:2]
    levels, tracks = list(_LEVELS), list(_TRACKS)
    return (
        levels.index(level) if level in levels else len(levels),
        tracks.index(track) if track in tracks else -1,
        code,
    )


def state_name(state: State | None) -> Text:
    """A state as a reader knows it: `vmbo kb, leerjaar 4, techniek`; None is outside publicly funded education.

    A code without a name of its own stands as it is.
    """
    if state is None:
        return _LEVELS[OUTSIDE]
    parts = [_kind(state), _grade(state), _field(state)]
    said = [part for part in parts if part]
    return Text(", ".join(said), ", ".join(part.en for part in said))


def _kind(state: State) -> Text:
    """Level and track in one: of vo the track says enough, of mbo it is a level from 1 to 4."""
    level = _LEVELS.get(state.level, Text(state.level))
    if not state.track:
        return level
    track = _TRACKS.get(state.track, Text(state.track))
    if state.level == "vo":
        return track
    if state.track.isdecimal():
        track = Text(f"niveau {state.track}", f"level {state.track}")
    return Text(f"{level} {track}", f"{level.en} {track.en}")


def _grade(state: State) -> Text:
    if not state.grade:
        return Text("")
    if state.grade == "onbekend":
        return Text("leerjaar onbekend", "year unknown")
    return Text(
        f"groep {state.grade}" if state.level in {"bo", "sbo"} else f"leerjaar {state.grade}", f"year {state.grade}"
    )


def _field(state: State) -> Text:
    found = _FIELDS.get(state.field, Text(state.field))
    return Text(found[:1].lower() + found[1:], found.en[:1].lower() + found.en[1:])
