"""Protected figures of one area as a flow: the only form in which transitions are shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from pactwerk.figures.disclosure_control import PublishableTable, Row, Source, protected_figures
from pactwerk.figures.disclosure_control.protecting import Protected, ProtectedCounts, total
from pactwerk.figures.flows.flow import LINK, STOCK, Flow, Stage
from pactwerk.figures.flows.kept.nesting import COUNTRY
from pactwerk.figures.flows.kept.protecting import NEW, OUT, Figure
from pactwerk.figures.flows.kept.refusals import NotKept
from pactwerk.figures.flows.naming import place_of, state_name
from pactwerk.figures.flows.records.layout import DIPLOMAS
from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.terms import kind_of
from pactwerk.figures.flows.terms.official import VMBO
from pactwerk.figures.texts import Text

Place = tuple[int, str, str, str]
"""Stage, sex, source and target of a link; source and target are one and the same state for a stock."""

ROUNDED = Text(
    "Elk aantal is een som van delen die op tien zijn afgerond, zodat niemand te herleiden is. Het echte aantal ligt"
    " zeker tussen de grenzen die erbij staan: van één deel tot 9 eronder en 9 erboven, van een som van meer delen"
    " verder. Een overgang van minder dan tien personen kan ontbreken.",
    "Every count is a sum of parts that are rounded to ten so that nobody can be traced. The real count certainly lies"
    " within the bounds beside it: of one part up to 9 below and 9 above, of a sum of several parts further. A passage"
    " of fewer than ten persons may be missing.",
)
LAST = Text(
    "Van de laatste stand, en van wie het onderwijs verliet, tellen alleen de personen in de getoonde overgangen mee.",
    "Of the last stage, and of who left education, only the persons in the passages shown are counted.",
)
FOLLOWED_YEARLY = Text(
    "Personen zijn van jaar op jaar gevolgd, niet over meer jaren achter elkaar: wie van links naar rechts leest,"
    " volgt niet dezelfde personen.",
    "Persons were followed from one year to the next, not over several years: reading from left to right does not"
    " follow the same persons.",
)


@dataclass(frozen=True)
class Shown:
    """What a flow is shown as, besides its figures. `definition` tells the grain: flows of one grain are comparable."""

    code: str
    name: Text
    definition: str
    area: str
    years: tuple[int, ...]
    by_sex: tuple[str, ...] = ()
    """The sexes to tell apart; none for all together."""
    sources: tuple[Source, ...] = ()
    example: bool = False
    known_at: str = ""
    notes: tuple[Text, ...] = ()
    loose: frozenset[tuple[int, str]] = field(default_factory=frozenset)
    """Years and states of which no stock may be shown besides the links (see `auditing`)."""


def school_year(year: int) -> str:
    """A school year as periods are written: 2016/17."""
    return f"{year}/{(year + 1) % 100:02}"


def definition_of(grain: Sequence[str]) -> str:
    """What flows of this grain are counted by."""
    return "inschrijvingen-1-oktober " + "-".join(grain)


def flow_of(figures: Iterable[Figure], shown: Shown) -> Flow:
    """The flow of protected figures of one area. Raises NotKept when the years do not follow each other."""
    _check(shown.years)
    links, stocks = _placed(figures, shown)
    named = sorted({state for _, _, source, target in links for state in (source, target)}, key=place_of)
    notes = (ROUNDED, LAST, *((FOLLOWED_YEARLY,) if len(shown.years) > 1 else ()), *shown.notes)
    return Flow(
        code=shown.code,
        name=shown.name,
        followed=True,
        stages=tuple(_stage(year) for year in (*shown.years, shown.years[-1] + 1)),
        links=_table(links, shown, LINK, notes),
        stocks=_table(stocks, shown, STOCK, notes),
        words={state: _word(state) for state in named},
        notes=notes,
        kinds=_kinds({(source, target) for _, _, source, target in links}),
    )


def _check(years: Sequence[int]) -> None:
    if not years or any(after != before + 1 for before, after in pairwise(years)):
        raise NotKept(
            "Kies jaren die in het bestand staan en op elkaar volgen.",
            "Choose years that are in the file and follow each other.",
        )


def _stage(year: int) -> Stage:
    return Stage(Text(f"1 oktober {year}", f"1 October {year}"), school_year(year))


def _placed(figures: Iterable[Figure], shown: Shown) -> tuple[Mapping[Place, Protected], Mapping[Place, Protected]]:
    """Links and stocks by stage; where one sex has a figure every sex gets a row, hidden if need be."""
    sexes = shown.by_sex or ("",)
    stage = {year: number for number, year in enumerate(shown.years)}
    mine = [figure for figure in figures if figure.year in stage and figure.sex in sexes]
    found = {(stage[one.year], one.sex, one.source, one.target): one.persons for one in mine}
    shown_links = sorted({(number, source, target) for number, _, source, target in found if target})
    hidden = ProtectedCounts.nobody()
    links = {
        (number, sex, source, target): found.get((number, sex, source, target), hidden)
        for number, source, target in shown_links
        for sex in sexes
    }
    told = {place: count for place, count in found.items() if not place[3]}
    return links, _stocks(links, told, shown, sexes)


def _stocks(
    links: Mapping[Place, Protected], told: Mapping[Place, Protected], shown: Shown, sexes: Sequence[str]
) -> Mapping[Place, Protected]:
    """Of every state at every stage the stock that was rounded itself, else that of the links shown."""
    leaving: dict[tuple[int, str, str], list[Protected]] = {}
    coming: dict[tuple[int, str, str], list[Protected]] = {}
    for (number, sex, source, target), count in links.items():
        leaving.setdefault((number, sex, source), []).append(count)
        coming.setdefault((number + 1, sex, target), []).append(count)
    found = {}
    for number, state in sorted({(number, state) for number, _, state in (*leaving, *coming)}):
        for sex in sexes:
            stock = told.get((number, sex, state, ""))
            if stock is None or (number < len(shown.years) and (shown.years[number], state) in shown.loose):
                parts = leaving.get((number, sex, state)) or coming.get((number, sex, state)) or ()
                stock = total(parts)
            found[number, sex, state, state] = stock
    return found


def _table(
    counts: Mapping[Place, Protected], shown: Shown, dimensions: tuple[str, ...], notes: tuple[Text, ...]
) -> PublishableTable:
    more = ("sex",) if shown.by_sex else ()
    rows = ((_row(place, shown, dimensions), count) for place, count in counts.items())
    return protected_figures(rows, (*dimensions, *more), example=shown.example, notes=notes)


def _row(place: Place, shown: Shown, dimensions: tuple[str, ...]) -> Row:
    number, sex, source, target = place
    years = (*shown.years, shown.years[-1] + 1)
    by = {"stage": str(number), dimensions[1]: source} | ({"to": target} if dimensions == LINK else {})
    return Row(
        indicator="FLOW",
        definition=shown.definition,
        area=shown.area,
        period=school_year(years[number]),
        value=None,
        unit="personen",
        by=by | ({"sex": sex} if sex else {}),
        publication_edition=shown.sources[0].file if shown.sources else None,
        known_at=shown.known_at or None,
        peildatum=f"{years[number]}-10-01",
        concept="home",
        sources=shown.sources,
    )


_NEW = Text("hiervoor niet in bekostigd onderwijs", "not in publicly funded education before")


def _word(code: str) -> Text:
    return _NEW if code == NEW else state_name(None if code == OUT else State.parse(code))


def _kinds(links: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Of each link its class, where it has one."""
    return {link: kind for link in links if (kind := kind_of_link(*link))}


@lru_cache(maxsize=16_384)
def kind_of_link(source: str, target: str) -> str:
    """The class of a link; where it hangs on what is not counted here (diploma, age), the wider word that does hold."""
    if target == OUT:
        return "uitstroom"
    before, after = (None if state == NEW else State.parse(state) for state in (source, target))
    classes = {kind_of(before, after, diploma=diploma) for diploma in ("", *DIPLOMAS)}
    if len(classes) == 1:
        return classes.pop()
    return _higher(before, after) if before and after and "opstroom" in classes else ""


def _higher(source: State, target: State) -> str:
    """Higher, the diploma not told: from vmbo to havo or vwo it is passage to a higher type, in vo else opstroom."""
    if source.track in VMBO and target.track not in VMBO and source.grade in ("", "4"):
        return "doorstroom-hoger"
    return "opstroom-vo" if source.level in ("vo", "vso", "vavo") else "opstroom"


__all__ = ["COUNTRY", "Shown", "definition_of", "flow_of", "school_year"]
