"""Stocks that the links around them contradict too nearly: shown from the links only.

Who arrives in a state is who is there at the next count. The links into it and its stock were rounded apart, so the
two can meet at their edges, and then they would tell the links sharper than each was rounded. Where that leaves a link
less than its own interval, the stock is not shown at all.
"""

from collections.abc import Iterable

from pactwerk.figures.disclosure_control.protecting import BASE, Protected, total
from pactwerk.figures.flows.kept.nesting import COUNTRY
from pactwerk.figures.flows.kept.protecting import NEW, OUT, Figure

Node = tuple[int, str]
"""A year and a state."""


def loose_stocks(figures: Iterable[Figure]) -> frozenset[Node]:
    """Years and states whose stock is not shown, of figures of the whole country.

    Within the country everybody who arrives is counted again in the same area; below it people move house, and the
    links of an area do not add up to its next stock.
    """
    coming: dict[tuple[int, str, str], list[Protected]] = {}
    stocks: dict[tuple[int, str, str], Protected] = {}
    for one in figures:
        if one.area != COUNTRY:
            continue
        if not one.target:
            stocks[one.year, one.source, one.sex] = one.persons
        elif one.target != OUT:
            coming.setdefault((one.year + 1, one.target, one.sex), []).append(one.persons)
    return frozenset(
        (year, state)
        for (year, state, sex), stock in stocks.items()
        if state != NEW and (parts := coming.get((year, state, sex))) and not _apart(total(parts), stock)
    )


def _apart(arriving: Protected, stock: Protected) -> bool:
    """Whether every link keeps its whole interval, whatever is true of the others.

    A link at its top needs room in the stock when all others are at their bottom: as much as an interval is wide; and
    the other way round.
    """
    width = 2 * (BASE - 1)
    return stock.high - arriving.low >= width and arriving.high - stock.low >= width
