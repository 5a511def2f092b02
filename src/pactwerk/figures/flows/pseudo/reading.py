"""The figures behind the links of a chain, lane by lane."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pactwerk.figures.disclosure_control import Row
from pactwerk.figures.flows.pseudo.chains import Link
from pactwerk.figures.flows.pseudo.spans import Span
from pactwerk.figures.texts import Text

DIMENSION = {"sex": "sex", "sector": "domain", "profile": "profile"}
"""What a question calls a split, and the dimension of the figures."""


@dataclass(frozen=True, slots=True, order=True)
class Lane:
    """One line through the stages: a track, a sector or profile, and a sex; empty where it is not told apart."""

    track: str
    field: str = ""
    sex: str = ""


@dataclass(frozen=True)
class Read:
    """The rows of a link with what must be said beside them."""

    rows: tuple[Row, ...]
    notes: tuple[Text, ...] = ()
    example: bool = False


Reader = Callable[[str, str, tuple[str, ...]], Read]
"""Code of an indicator, period and dimensions -> its rows for one place."""


def covers(link: Link, lane: Lane, by: tuple[str, ...]) -> bool:
    """Whether a link has the two counts of a lane: sectors and profiles are not told apart everywhere."""
    if "sector" in by:
        # bb, kb and gl together have no exams by sector: gl is counted there by the exam taken
        tracks = link.sector_tracks if link.sectors else ("", *link.sector_tracks)
        return lane.track in tracks and lane.field in (link.sectors or (lane.field,))
    return link.profiled if "profile" in by else True


def read_link(
    read: Reader, link: Link, period: str, tracks: tuple[str, ...], by: tuple[str, ...]
) -> tuple[Mapping[Lane, Row], Read]:
    """The figure of each lane of a link."""
    code = link.sectoral if "sector" in by else link.code
    if not code or ("profile" in by and not link.profiled):
        return {}, Read(())
    whole = bool({"sector", "profile"} & set(by)) and len(tracks) > 1
    dimensions = tuple(name for name in by if name in DIMENSION)
    asked = (*(("track",) if link.tracked and not whole else ()), *(DIMENSION[name] for name in dimensions))
    found = read(code, period, asked)
    lanes = {}
    for row in found.rows:
        track = "" if whole else row.by.get("track", tracks[0])
        field = row.by.get("domain") or row.by.get("profile") or ""
        lane = Lane(track, field, row.by.get("sex", ""))
        if (whole or track in tracks) and covers(link, lane, by):
            lanes[lane] = row
    return lanes, found


def counts(row: Row) -> tuple[Span, Span]:
    """Both counts of a figure: the earlier one (its denominator) and the later one."""
    bounds = (row.denominator_low, row.denominator_high, row.numerator_low, row.numerator_high)
    first_low, first_high, last_low, last_high = (int(bound or 0) for bound in bounds)
    return Span(first_low, first_high), Span(last_low, last_high)
