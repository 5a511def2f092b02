"""A question as a user types it, answered: which basis to show, what is missing, and what would have worked."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from pactwerk.basis.dated import parse_period
from pactwerk.basis.places import Area
from pactwerk.figures.disclosure_control import PublishableTable, merge
from pactwerk.figures.indicators import Indicator
from pactwerk.figures.indicators.published import published_figures
from pactwerk.figures.releases.query import BadQuery, FigureQuery, Wanted
from pactwerk.figures.releases.release import Release, UnreadableRelease, published, readable_release

Message = tuple[str, str]
Read = Callable[[Release, FigureQuery], PublishableTable]

NO_RELEASE: Message = (
    "Er is nog geen uitgave; laad eerst bestanden met: pactwerk figures load PAD",
    "There is no release yet; load files first with: pactwerk figures load PATH",
)


@dataclass(frozen=True)
class Question:
    """What was typed; `basis` None means: computed where there are such figures, else published, which is then said."""

    indicator: str
    area: str
    period: str
    by: tuple[str, ...] = ()
    definition: str | None = None
    basis: Wanted | None = None
    borders: int | None = None
    estimate: bool = False
    known: bool = False
    """Every publication edition of a value, not only the newest."""


@dataclass(frozen=True)
class Answer:
    """The figures, what to say beside them (Dutch, English), and the exit code of the command."""

    table: PublishableTable
    indicator: Indicator
    area: Area
    messages: list[Message] = field(default_factory=list)
    exit_code: int = 0


def answer(home: Path, question: Question, *, explain: bool = False) -> Answer:
    """Answer a question from the current release and the published table.

    Raises UnknownIndicator, UnknownArea, UnknownPeriod or BadQuery, each with a text for the user.
    """
    basis = question.basis or "computed"
    typed = FigureQuery(
        question.indicator, question.area, question.period, question.by, question.definition, basis, question.borders
    )
    query, found, place = typed.checked()
    query = replace(query, period=_period(query.period, found))
    messages: list[Message] = []
    if not place.composition_known:
        messages.append(
            (f"{place.code}: samenstelling niet bekend; alleen gepubliceerde cijfers.",
             f"{place.code}: composition not known; published figures only."),
        )  # fmt: skip
    if basis == "published" or not (place.composition_known and found.state == "computed"):
        if question.basis == "computed":
            raise _not_computed(found, place)
        return Answer(_published(query, found, messages), found, place, messages)
    reply = Answer(_nothing(query), found, place, messages)
    return _computed(home, query, question.basis, reply, _reader(question, explain=explain))


def _reader(question: Question, *, explain: bool) -> Read:
    """How figures are read: as they are, with the rows behind them, in every edition, or with estimates."""
    if explain:
        return Release.explain
    if question.known:
        return Release.known
    return Release.estimated if question.estimate else Release.figures


def _computed(home: Path, query: FigureQuery, basis: Wanted | None, reply: Answer, read: Read) -> Answer:
    """Figures of the release; published ones beside them when asked, in their stead when no basis was asked."""
    found, beside = reply.indicator, _nothing(query) if basis == "computed" else published(query)
    try:
        release = readable_release(home)
        reason = NO_RELEASE
    except UnreadableRelease as unreadable:
        release, reason = None, (unreadable.message_nl, unreadable.message_en)
    if release is None:
        reply.messages.append(reason)
        return replace(_shown(reply, beside), exit_code=0 if beside.rows else 1)
    try:
        _check_period(query, release, found)
    except BadQuery as missing:
        if not beside.rows:
            raise
        reply.messages.append((missing.message_nl, missing.message_en))
        return _shown(reply, beside)
    table = read(release, replace(query, basis="computed"))
    if not table.rows:
        reply.messages.append(
            (f"Geen cijfer van {found.code} voor {reply.area.name_nl} ({reply.area.code}) in de geladen bestanden."
             + (f" {found.missing_nl}." if found.missing_nl else ""),
             f"No figure of {found.code} for {reply.area.name_en} ({reply.area.code}) in the loaded files."
             + (f" {found.missing_en}." if found.missing_en else "")),
        )  # fmt: skip
        return _shown(reply, merge(table, beside) if beside.rows else table)
    return replace(reply, table=merge(table, beside) if basis == "all" else table)


def _shown(reply: Answer, table: PublishableTable) -> Answer:
    """The answer with published figures, said so, where computed ones were looked for first."""
    if table.rows:
        reply.messages.append(("Getoond: gepubliceerde cijfers.", "Shown: published figures."))
    return replace(reply, table=table)


def _nothing(query: FigureQuery) -> PublishableTable:
    return published(query).select(period="-")


def _not_computed(found: Indicator, place: Area) -> BadQuery:
    return BadQuery(
        f"{found.code} wordt voor {place.name_nl} ({place.code}) niet berekend; vraag --basis published.",
        f"{found.code} is not computed for {place.name_en} ({place.code}); ask --basis published.",
    )


def _published(query: FigureQuery, found: Indicator, messages: list[Message]) -> PublishableTable:
    table = published(query)
    if not table.rows:
        missing = (
            f" {found.missing_nl}." if found.missing_nl else "",
            f" {found.missing_en}." if found.missing_en else "",
        )
        messages.append(
            (f"Geen gepubliceerd cijfer van {found.code} voor {query.area} {query.period}.{missing[0]}",
             f"No published figure of {found.code} for {query.area} {query.period}.{missing[1]}"),
        )  # fmt: skip
    elif query.basis != "published":
        messages.append(
            (f"{found.code} wordt hiervoor niet berekend; getoond: gepubliceerde cijfers.",
             f"{found.code} is not computed for this; shown: published figures."),
        )  # fmt: skip
    return table


def _period(text: str, found: Indicator) -> str:
    """A period as we write it; a span that a publication uses stays as it is. Raises UnknownPeriod."""
    own = {row.period for row in published_figures(found.code)}
    return text if text == "all" or text in own else str(parse_period(text))


def _check_period(query: FigureQuery, release: Release, found: Indicator) -> None:
    """Raise BadQuery when the release has no table for the period."""
    known = release.periods(found)
    if query.period == "all" or query.period in known:
        return
    nl = f"wel voor {', '.join(known)}" if known else f"geen enkel bestand ({', '.join(found.tables)}) is geladen"
    en = f"there are for {', '.join(known)}" if known else f"no file ({', '.join(found.tables)}) is loaded"
    raise BadQuery(
        f"De uitgave heeft geen cijfers van {found.code} voor {query.period}; {nl}.",
        f"The release has no figures of {found.code} for {query.period}; {en}.",
    )
