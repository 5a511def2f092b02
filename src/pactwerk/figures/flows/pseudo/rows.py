"""The rows of a pseudo-cohort: stocks, and links with what two stocks share and the balance between them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pactwerk.figures.disclosure_control import Row, Source
from pactwerk.figures.flows.pseudo.asking import Asked
from pactwerk.figures.flows.pseudo.reading import Lane
from pactwerk.figures.flows.pseudo.spans import Span, shared, surplus
from pactwerk.figures.flows.states import State
from pactwerk.figures.releases.release import Release

MORE, LESS = "saldo-erbij", "saldo-eraf"
"""The nodes that a stock grows from or shrinks to: a net change, which holds all that was not followed. Two, so that no
picture seems to lead from the one balance to the next."""
UNIT = "leerlingen"
EXAMS = ("exam", "diploma")
"""The stages that the exam files count."""


def state_of(lane: Lane, stage: str) -> str:
    """The code of a state: level, track, sector or profile, and the stage as its grade."""
    return str(State("vo", lane.track, lane.field, stage))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands in the flow: the number of its stage, its lane, and the stages it is about."""

    number: int
    lane: Lane
    stages: tuple[str, ...]


def _counted(row: Row, asked: Asked, place: Place, span: Span, by: dict[str, str]) -> Row:
    codes = {"stage": str(place.number), **by} | ({"sex": place.lane.sex} if asked.sexed else {})
    value, low, high = span.value, float(span.low), float(span.high)
    return replace(
        row, area=asked.area, by=codes, unit=UNIT, value=None if value is None else float(value), low=low, high=high,
        numerator=None, denominator=None, numerator_low=None, numerator_high=None, denominator_low=None,
        denominator_high=None,
    )  # fmt: skip


def link_rows(row: Row, asked: Asked, place: Place, spans: tuple[Span, Span]) -> Iterator[Row]:
    """What both stocks share, what the later one has less (to LESS) and what it has more (from MORE)."""
    (before, after), (source, target) = spans, (state_of(place.lane, name) for name in place.stages)
    for start, end, span in (
        (source, target, shared(before, after)),
        (source, LESS, surplus(before, after)),
        (MORE, target, surplus(after, before)),
    ):
        if not span.nothing:
            yield _counted(row, asked, place, span, {"from": start, "to": end})


def stock_row(row: Row, asked: Asked, place: Place, period: str, span: Span) -> Row:
    """One stock, under the period it was counted in."""
    counted = _counted(row, asked, place, span, {"state": state_of(place.lane, place.stages[0])})
    return replace(counted, period=period, peildatum=row.peildatum if period == row.period else None)


def sources_of(release: Release, row: Row, stage: str, period: str) -> tuple[Source, ...]:
    """Of the files behind two counts those of one of them, and of where the locations lie."""
    table, other = ("exams", "vo_pupils") if stage in EXAMS else ("vo_pupils", "exams")
    origins = release.manifest.origins
    own = {entry.file_id for entry in origins if entry.table == table and entry.period == period}
    aside = {entry.file_id for entry in origins if entry.table in (table, other)} - own
    left_out = {kept.sha256 for kept in release.manifest.files if kept.file_id in aside}
    return tuple(dict.fromkeys(source for source in row.sources if source.sha256 not in left_out))
