"""A question as a user types it, answered: which basis to show, what is missing, and what would have worked."""

from dataclasses import dataclass, field
from pathlib import Path

from pactwerk.basis.dated import parse_period
from pactwerk.basis.places import Area
from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.indicators import Indicator
from pactwerk.figures.releases.query import BadQuery, FigureQuery, Wanted
from pactwerk.figures.releases.release import Release, current_release, published

Message = tuple[str, str]

NO_RELEASE: Message = (
    "Er is nog geen uitgave; laad eerst bestanden met: pactwerk figures load PAD",
    "There is no release yet; load files first with: pactwerk figures load PATH",
)


@dataclass(frozen=True)
class Question:
    """What was typed; `basis` None means: computed where that can be, else published."""

    indicator: str
    area: str
    period: str
    by: tuple[str, ...] = ()
    definition: str | None = None
    basis: Wanted | None = None


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
    messages: list[Message] = []
    basis = question.basis or "computed"
    typed = FigureQuery(question.indicator, question.area, question.period, question.by, question.definition, basis)
    query, found, place = typed.checked()
    if not place.composition_known:
        messages.append(
            (f"{place.code}: samenstelling niet bekend; alleen gepubliceerde cijfers.",
             f"{place.code}: composition not known; published figures only."),
        )  # fmt: skip
    computable = place.composition_known and found.state == "computed"
    if not computable:
        query = FigureQuery(query.indicator, query.area, query.period, query.by, query.definition, "published")
    release = current_release(home)
    if query.basis == "published":
        return Answer(_published(query, found, messages), found, place, messages)
    if release is None:
        messages.append(NO_RELEASE)
        return Answer(published(query).select(period="-"), found, place, messages, exit_code=1)
    query = _period(query, release, found)
    table = release.explain(query) if explain else release.figures(query)
    if not table.rows:
        messages.append(
            (f"Geen cijfer van {found.code} voor {place.name_nl} ({place.code}) in de geladen bestanden.",
             f"No figure of {found.code} for {place.name_en} ({place.code}) in the loaded files."),
        )  # fmt: skip
    return Answer(table, found, place, messages)


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
    return table


def _period(query: FigureQuery, release: Release, found: Indicator) -> FigureQuery:
    """The query with its period as we write it, refused when the release has no table for that period."""
    if query.period == "all":
        return query
    period = str(parse_period(query.period))
    known = release.periods(found)
    if period not in known:
        nl = f"wel voor {', '.join(known)}" if known else f"geen enkel bestand ({', '.join(found.tables)}) is geladen"
        en = f"there are for {', '.join(known)}" if known else f"no file ({', '.join(found.tables)}) is loaded"
        raise BadQuery(
            f"De uitgave heeft geen cijfers van {found.code} voor {period}; {nl}.",
            f"The release has no figures of {found.code} for {period}; {en}.",
        )
    return FigureQuery(query.indicator, query.area, period, query.by, query.definition, query.basis)
