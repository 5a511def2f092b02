"""Whether the parts of a published passage make up its total, as far as the publisher's rounding allows."""

from datetime import date

from pactwerk.figures.flows.passages.table import Passage
from pactwerk.figures.indicators.rules.rounding import rounding_step


def allowed(passage: Passage, parts: int) -> float:
    """How far a rounded total may lie from the sum of its rounded parts: half a step for each of them."""
    year = int(passage.first[:4])
    return rounding_step(passage.publisher, "FLOW", passage.unit, date(year, 10, 1)) / 2 * (parts + 1)


def _fits(passage: Passage, total: int, parts: list[int]) -> bool:
    return abs(total - sum(parts)) <= allowed(passage, len(parts))


def adds_up(passage: Passage) -> bool:
    """Whether the links make the total, and the links of each state its published subtotal.

    CBS rounds table 71894ned to 10, so eight parts may differ 45 from their total; unrounded tables must agree.
    """
    parts = {
        state: [persons for (source, _), persons in passage.links.items() if source == state]
        for state in passage.subtotals
    }
    return (
        _fits(passage, passage.total, list(passage.links.values()))
        and all(_fits(passage, total, parts[state]) for state, total in passage.subtotals.items())
        and (not passage.subtotals or _fits(passage, passage.total, list(passage.subtotals.values())))
    )
