"""A cohort as a flow and as shares of where it came to, through the gate."""

from collections.abc import Iterator
from dataclasses import dataclass

from pactwerk.basis.dated import SchoolYear
from pactwerk.figures.disclosure_control import PublishableTable, Row, Source, protected_figures
from pactwerk.figures.disclosure_control.protecting import Protected, Share
from pactwerk.figures.flows.cohorts.counting import MOST_YEARS, Cohort
from pactwerk.figures.flows.cohorts.protecting import WITH, ProtectedCohort
from pactwerk.figures.flows.flow import LINK, STOCK, Flow, Stage
from pactwerk.figures.flows.naming import OUTSIDE, state_name
from pactwerk.figures.flows.rates import interval, share_of
from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.terms import TERMS
from pactwerk.figures.texts import Text

SHARE = "aandeel"
"""The indicator of a share of the cohort; its bounds are those of the rounding, or of 95 percent (`wilson-95`)."""

_ENTERED = Text(
    "Het cohort is wie hier dat schooljaar binnenkwam: wie er een jaar eerder al was telt niet mee.",
    "The cohort is who entered here in that school year: who was there a year before does not count.",
)
_PRESENT = Text(
    "Het jaar ervoor staat niet in het bestand: het cohort is wie hier dat schooljaar was, ook wie bleef zitten.",
    "The year before is not in the file: the cohort is everybody who was here in that year, repeaters too.",
)
_ROUNDED = Text(
    "Personen zijn gevolgd. Aantallen zijn op tientallen afgerond; wat op nul is afgerond (0 tot 9) staat er niet bij.",
    "Persons were followed. Counts are rounded to tens; what is rounded to zero (0 to 9) is not listed.",
)
_DIPLOMA = Text(
    "Het diploma is het laatste dat voor de laatste teldag is behaald.",
    "The diploma is the last one obtained before the last day of counting.",
)
_MIDDLE = Text(
    "Van de stand na twee jaar staan alleen de overgangen er; vraag het cohort over twee jaar voor de stand zelf.",
    "Of the stage after two years only the links are given; ask for the cohort over two years for the stage itself.",
)
_WILSON = Text(
    "Interval van 95 procent van Wilson over de leerlingen van dit ene cohort; de afronding zit erin.",
    "Wilson's 95 percent interval over the pupils of this one cohort; the rounding is in it.",
)


@dataclass(frozen=True)
class CohortShown:
    """A flow of the cohort, and its shares by (stage, state) and perhaps sex, each twice: rounding, and 95 percent."""

    flow: Flow
    shares: PublishableTable


@dataclass(frozen=True)
class _Frame:
    cohort: Cohort
    counts: ProtectedCohort
    file: str
    by_sex: bool

    @property
    def start(self) -> str:
        """The node of stage 0."""
        return " ".join(str(state) for state in self.cohort.starts)

    def by(self, sex: str, **names: str) -> dict[str, str]:
        return names | ({"sex": sex} if self.by_sex else {})

    def row(self, stage: int, by: dict[str, str], *, indicator: str = "FLOW", definition: str = "cohort") -> Row:
        return Row(
            indicator=indicator,
            definition=definition,
            area="bestand",
            period=SchoolYear.starting(self.cohort.year + stage).text,
            value=None,
            unit="personen" if indicator == "FLOW" else "%",
            by=by,
            sources=(Source(file=self.file),),
        )


def shown_cohort(
    cohort: Cohort, secret: bytes, *, file: str, by_sex: bool = False, diplomas: bool = False
) -> CohortShown:
    """The cohort as protected figures; `diplomas` tells the nodes of the last stage apart by the last diploma.

    Everything comes from one additive rounding. Raises NotProtected.
    """
    frame = _Frame(cohort, ProtectedCohort(cohort, secret, by_sex=by_sex, diplomas=diplomas), file, by_sex)
    sex = ("sex",) if by_sex else ()
    notes = (_ENTERED if cohort.entered else _PRESENT, *((_DIPLOMA,) if diplomas else ()), *_middle(cohort), _ROUNDED)
    links = protected_figures(_links(frame), (*LINK, *sex), notes=notes)
    stocks = protected_figures(_stocks(frame), (*STOCK, *sex), notes=notes)
    period = SchoolYear.starting(cohort.year).text
    flow = Flow(
        code=f"cohort-{cohort.year}-{cohort.years_later}",
        name=Text(f"Cohort {period}: {_start_name(cohort)}", f"Cohort {period}: {_start_name(cohort).en}"),
        followed=True,
        stages=tuple(_stage(cohort, step) for step in range(cohort.years_later + 1)),
        links=links,
        stocks=stocks,
        words=_words(frame, links, stocks),
        notes=(*notes, TERMS["cohort"].definition),
    )
    return CohortShown(flow, protected_figures(_shares(frame), (*STOCK, *sex), notes=(*notes, _WILSON)))


def _middle(cohort: Cohort) -> tuple[Text, ...]:
    """Three years have one stage that no tree of totals reaches (see `protecting`)."""
    return (_MIDDLE,) if cohort.years_later == MOST_YEARS else ()


def _links(frame: _Frame) -> Iterator[tuple[Row, Protected]]:
    for sex, stage, source, target in frame.counts.links:
        count = frame.counts.link(sex, stage, source, target)
        if count.value:
            names = {"stage": str(stage), "from": source or frame.start, "to": target}
            yield frame.row(stage, frame.by(sex, **names)), count


def _nodes(frame: _Frame) -> Iterator[tuple[str, int, str]]:
    """Sex, stage and code of every node; the start has an empty code."""
    for sex in sorted({link[0] for link in frame.counts.links}):
        yield sex, 0, ""
        mine = {(stage + 1, target) for other, stage, _, target in frame.counts.links if other == sex}
        yield from ((sex, stage, state) for stage, state in sorted(mine))


def _stocks(frame: _Frame) -> Iterator[tuple[Row, Protected]]:
    for sex, stage, state in _nodes(frame):
        count = frame.counts.node(sex, stage, state)
        if count is not None and count.value:
            yield frame.row(stage, frame.by(sex, stage=str(stage), state=state or frame.start)), count


def _shares(frame: _Frame) -> Iterator[tuple[Row, Share]]:
    for sex, stage, state in _nodes(frame):
        count = frame.counts.node(sex, stage, state)
        if stage == 0 or count is None or not count.value:
            continue
        by = frame.by(sex, stage=str(stage), state=state)
        share = share_of(count, frame.counts.size(sex))
        yield frame.row(stage, by, indicator=SHARE, definition="afronding"), share
        yield frame.row(stage, by, indicator=SHARE, definition="wilson-95"), interval(share)


def _stage(cohort: Cohort, step: int) -> Stage:
    year = cohort.year + step
    nl = "begin" if step == 0 else f"{step} jaar later"
    en = "start" if step == 0 else f"{step} year{'s' if step > 1 else ''} later"
    return Stage(Text(f"{nl}, 1 oktober {year}", f"{en}, 1 October {year}"), SchoolYear.starting(year).text)


def _start_name(cohort: Cohort) -> Text:
    names = [state_name(state) for state in cohort.starts]
    return Text(" of ".join(names), " or ".join(name.en for name in names))


def _words(frame: _Frame, links: PublishableTable, stocks: PublishableTable) -> dict[str, Text]:
    """Of the nodes that are shown, and of no others: that a state exists may tell of a person."""
    codes = {row.by[end] for row in links for end in ("from", "to")} | {row.by["state"] for row in stocks}
    named = {code: _word(code) for code in sorted(codes - {frame.start})}
    return {frame.start: _start_name(frame.cohort)} | named


def _word(code: str) -> Text:
    place, _, diploma = code.partition(WITH)
    name = state_name(None if place == OUTSIDE else State.parse(place))
    return Text(f"{name}, diploma {diploma}", f"{name.en}, diploma {diploma}") if diploma else name
