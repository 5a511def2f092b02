"""Which counts a publisher hides, and what its mark stands for."""

from dataclasses import dataclass
from datetime import date

from pactwerk.figures.indicators.rules.dated_rows import rows_on


@dataclass(frozen=True, slots=True)
class HidingRule:
    """A publisher hides counts below `below`; its `mark` covers `low` up to and including `high` where it says so."""

    publisher: str
    below: int | None
    mark: str
    low: int | None
    high: int | None
    reference: str


def _whole(text: str) -> int | None:
    return int(text) if text else None


def hiding_rule(publisher: str, on: date) -> HidingRule | None:
    """The rule of a publisher on a day, or None when it hides nothing."""
    for row in rows_on("suppression", on):
        cells = row.value
        if cells["publisher"] == publisher:
            return HidingRule(
                publisher, _whole(cells["below"]), cells["mark"], _whole(cells["low"]), _whole(cells["high"]),
                row.reference,
            )  # fmt: skip
    return None


def hidden(publisher: str, count: int, on: date) -> bool:
    """Whether the publisher would not show this count; a nought is shown where its mark starts at 1."""
    rule = hiding_rule(publisher, on)
    if rule is None or rule.below is None:
        return False
    return (rule.low or 0) <= count < rule.below
