"""Published passages as flows through the gate."""

from collections.abc import Iterator
from functools import cache

from pactwerk.figures.disclosure_control import Row, Source, open_published_figures
from pactwerk.figures.flows.flow import LINK, STOCK, Flow, Stage
from pactwerk.figures.flows.passages.adding_up import adds_up
from pactwerk.figures.flows.passages.table import Passage, passages, state_words
from pactwerk.figures.texts import Text

_ROUNDED = Text("CBS rondt deze aantallen af op 10.", "CBS rounds these counts to 10.")
_EXACT = Text("CBS geeft deze aantallen zonder afronding.", "CBS gives these counts without rounding.")
_COUNTED = Text(
    "Geteld zijn de personen die deze overstap maakten of dit behaalden, niet iedereen die op die plaats begon.",
    "Counted are the persons who made this passage or obtained this, not everybody who began in that place.",
)
_PROVISIONAL = Text("Het CBS noemt deze cijfers voorlopig.", "CBS calls these figures provisional.")


def _row(passage: Passage, by: dict[str, str], persons: int, *, added: bool = False) -> Row:
    return Row(
        indicator="FLOW",
        definition=passage.code,
        area=passage.area,
        period=passage.period,
        by=by,
        value=persons,
        unit=passage.unit,
        status="afgeleid" if added else passage.status,
        basis="published",
        publication_edition=passage.publisher,
        sources=(Source(file=passage.reference, url=passage.url),),
    )


def _links(passage: Passage) -> Iterator[Row]:
    for (source, target), persons in passage.links.items():
        yield _row(passage, {"stage": "0", "from": source, "to": target}, persons)


def _stocks(passage: Passage) -> Iterator[Row]:
    """Published sums where there are; what we added from several published cells is marked `afgeleid`."""
    whole = {target for _, target in passage.links}
    published = passage.subtotals | ({next(iter(whole)): passage.total} if len(whole) == 1 else {})
    for stage in (0, 1):
        for state in dict.fromkeys(link[stage] for link in passage.links):
            cells = [persons for link, persons in passage.links.items() if link[stage] == state]
            persons = published.get(state, sum(cells))
            added = len(cells) > 1 and state not in published
            yield _row(passage, {"stage": str(stage), "state": state}, persons, added=added)


def _notes(passage: Passage) -> tuple[Text, ...]:
    rounding = _ROUNDED if passage.publisher == "cbs-71894ned" else _EXACT
    provisional = (_PROVISIONAL,) if passage.status == "voorlopig" else ()
    return (_COUNTED, rounding, *provisional, Text(passage.reference))


def _flow(passage: Passage) -> Flow:
    if not adds_up(passage):
        raise ValueError(f"{passage.code}: parts and total contradict each other")
    notes = _notes(passage)
    words = state_words()
    named = dict.fromkeys(state for link in passage.links for state in link)
    return Flow(
        code=passage.code,
        name=passage.name,
        followed=True,
        stages=(Stage(passage.stages[0], passage.first), Stage(passage.stages[1], passage.second)),
        links=open_published_figures(_links(passage), LINK, notes=notes),
        stocks=open_published_figures(_stocks(passage), STOCK, notes=notes),
        words={state: words[state] for state in named},
        notes=notes,
    )


@cache
def published_passages() -> tuple[Flow, ...]:
    """Every cited passage as a flow of two stages; needs no release and no file. Persons were followed, by CBS.

    Raises ValueError where the shipped parts contradict their total beyond the publisher's rounding.
    """
    return tuple(_flow(passage) for passage in passages())
