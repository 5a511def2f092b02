"""What somebody types about a count of transitions, made into what the count takes.

Nothing typed is repeated in a refusal of a state or a year: an id may have been pasted there.
"""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.flows.naming import OUTSIDE
from pactwerk.figures.flows.records import layout
from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.terms.positions import known_track

ENDS = ("nieuw", OUTSIDE)
"""Who comes from outside, and who leaves: they have no track, field or grade."""
_FIELD = re.compile(r"(?=.*[a-z])[a-z0-9][a-z0-9 &_-]{0,23}")
_PARTS = {
    "track": ("de richting", "the track"),
    "field": ("het veld", "the field"),
    "grade": ("het leerjaar", "the grade"),
}


def parts(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """Names between commas, each of them known. Raises ReadableError."""
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    unknown = [name for name in names if name not in known]
    if unknown or (known[0] == "level" and "level" not in names):
        listed = ", ".join(known)
        first = " (level hoort er altijd bij)" if known[0] == "level" else ""
        raise ReadableError(
            f"'{text}': kies uit {listed}{first}.",
            f"'{text}': choose from {listed}{' (level is always part of it)' if first else ''}.",
        )
    return names


def state(text: str, ends: Sequence[str] = ()) -> str:
    """A state such as `vo:kb`, its codes known; nothing stays nothing. Raises ReadableError.

    `ends` are the codes of outside that may be asked too. A field is free: only the file knows which there are.
    """
    if not text or text in ends:
        return text
    try:
        found = State.parse(text)
    except ValueError:
        raise ReadableError(
            "Die toestand kan niet: schrijf een plaats als soort:richting:veld:leerjaar,"
            " bijvoorbeeld vo:kb of mbo:4:techniek.",
            "That state cannot be: write a state as level:track:field:grade, for instance vo:kb or mbo:4:techniek.",
        ) from None
    _known(found.level, (*layout.LEVELS, layout.UNKNOWN), ("Die schoolsoort", "That level"), "", ends)
    tracks = [code for code in layout.TRACKS if known_track(State(found.level, code))]
    _known(found.track, ("", *tracks, layout.UNKNOWN), ("Die richting", "That track"), f"{found.level}:")
    if found.field and not _FIELD.fullmatch(found.field):
        raise ReadableError(
            "Dat veld is niet bekend: een veld is een code in kleine letters, bijvoorbeeld vo:kb:techniek.",
            "That field is not known: a field is a code in small letters, for instance vo:kb:techniek.",
        )
    _known(found.grade, ("", *layout.GRADES, layout.UNKNOWN), ("Dat leerjaar", "That grade"), "")
    return str(found)


def _known(code: str, known: Sequence[str], what: tuple[str, str], before: str, more: Sequence[str] = ()) -> None:
    if code in known:
        return
    there = [before + name for name in (*known, *more) if name]
    near = [before + name for name in get_close_matches(code, [name for name in known if name], 1)]
    raise ReadableError(
        f"{what[0]} is niet bekend.{f' Bedoelt u {near[0]}?' if near else ''} Kies uit {', '.join(there)}.",
        f"{what[1]} is not known.{f' Do you mean {near[0]}?' if near else ''} Choose from {', '.join(there)}.",
    )


def grain_for(text: str | None, states: Sequence[str]) -> tuple[str, ...]:
    """The grain that was asked; none asked: as fine as the states that were. Raises ReadableError.

    A state with a part that the grain does not tell apart would find nobody, so is refused.
    """
    asked = [State.parse(one) for one in states if one and one not in ENDS]
    finer = [name for name in layout.GRAIN[1:] if any(getattr(one, name) for one in asked)]
    if text is None:
        return ("level", *finer)
    grain = parts(text, layout.GRAIN)
    lacking = [name for name in finer if name not in grain]
    if lacking:
        whole = ",".join(name for name in layout.GRAIN if name in (*grain, *lacking))
        nl, en = (" en ".join(_PARTS[name][0] for name in lacking), " and ".join(_PARTS[name][1] for name in lacking))
        raise ReadableError(
            f"Die toestand is fijner dan --grain {','.join(grain)}: {nl} wordt zo niet geteld."
            f" Kies --grain {whole}, of laat --grain weg.",
            f"That state is finer than --grain {','.join(grain)}: {en} is not counted then."
            f" Choose --grain {whole}, or leave --grain out.",
        )
    return grain


def asked_years(text: str) -> range | None:
    """`2016` or `2016-2020`: first years of pairs; nothing means all. Raises ReadableError."""
    if not text:
        return None
    first, _, last = text.partition("-")
    there = [int(year) for year in (first, last or first) if re.fullmatch(r"\d{4}", year, re.ASCII)]
    if len(there) < 2 or not layout.FIRST_YEAR <= there[0] <= there[1] <= layout.LAST_YEAR:
        raise ReadableError(
            "Die jaren kunnen niet: schrijf een jaar of een reeks, bijvoorbeeld 2016 of 2016-2020.",
            "Those years cannot be: write a year or a range, for instance 2016 or 2016-2020.",
        )
    return range(there[0], there[1] + 1)


def check_years(asked: range | None, there: Sequence[int]) -> None:
    """Refuse years of which no pair is in the file, and say which there are. Raises ReadableError."""
    pairs = [year for year in there if year + 1 in there]
    if asked is None or any(year in asked for year in pairs):
        return
    nl = f"Kies uit {', '.join(map(str, pairs))}." if pairs else "Het bestand heeft geen twee opeenvolgende jaren."
    en = f"Choose from {', '.join(map(str, pairs))}." if pairs else "The file has no two successive years."
    raise ReadableError(
        f"Van die jaren staan geen twee opeenvolgende schooljaren in het bestand. {nl}",
        f"Of those years no two successive school years are in the file. {en}",
    )
