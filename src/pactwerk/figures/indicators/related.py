"""Indicators that belong together: who enters technical education and who works in it (inventory A164)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pactwerk.figures.indicators.shipped import shipped_rows
from pactwerk.figures.texts import Text

_TABLE = Path(__file__).parent / "reference" / "related.tsv"

SHORTAGE = ("W07", "W09", "W10", "W15")
"""Vacancies, tightness, vacancies per 100 unemployed, future perspective: shown for the country beside the region,
always with date and source (A186)."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Another indicator and, in a sentence, what it has to do with this one."""

    code: str
    sentence: Text


@cache
def related(code: str) -> tuple[Relation, ...]:
    """The indicators linked with one, in the order of the table; a link holds both ways. None for an unknown code."""
    found = []
    for row in shipped_rows(_TABLE):
        pair = (row["first"], row["second"])
        if code in pair:
            other = pair[1] if code == pair[0] else pair[0]
            found.append(Relation(other, Text(row["sentence_nl"], row["sentence_en"])))
    return tuple(found)
