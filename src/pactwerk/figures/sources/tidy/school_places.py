"""The municipality that a file itself gives its schools: it goes before any address file of another year."""

import re

from pactwerk.basis.places import municipality_by_name
from pactwerk.figures.sources.contract import Column
from pactwerk.figures.sources.tidy.shape import Coded


def _by_number(text: str) -> tuple[str] | None:
    """`0106`, `106`, ` 637` and `GM0106`."""
    found = re.fullmatch(r"(?:GM)?\s*(\d{1,4})", text.strip().upper())
    return (f"GM{found[1].zfill(4)}",) if found else None


def _by_name(text: str) -> tuple[str] | None:
    code = municipality_by_name(text)
    return (code,) if code else None


NUMBERED = Column("municipality", ("GEMEENTENUMMER VESTIGING", "GEMEENTENUMMER"), required=False)
NUMBER = Coded("municipality", ("municipality",), _by_number)
NAMED = Column("municipality_name", ("GEMEENTENAAM VESTIGING", "GEMEENTENAAM"), required=False)
NAME = Coded("municipality_name", ("municipality",), _by_name)
"""For tables of which no known edition has the number. An unknown one is told; the school is then looked up."""
