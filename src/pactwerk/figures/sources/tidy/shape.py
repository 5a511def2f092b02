"""What a tidy table's columns mean: which text gives which code, and what the header of an amount says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.texts import Text

Concept = Literal["home", "school", "seat", "work"]
"""Whose place a row is about: the home of a person, the location of a school, the seat of an institution, of work."""

Status = Literal["voorlopig", "definitief", "afgeleid"]
"""`afgeleid`: computed from a publisher's figures by somebody else."""

TEXTS = (
    *("file_id", "period", "peildatum", "location", "institution", "postcode4", "municipality", "province", "area"),
    *("concept", "measure", "sex", "level", "pathway", "domain", "programme", "age", "status"),
)
"""The text columns of an observation."""


def counts(_text: str) -> Text | None:
    """No row of the column is left out."""
    return None


@dataclass(frozen=True)
class Coded:
    """Codes that a text column gives.

    `key` is our name of the column, `targets` the columns of the observation it fills, `decode` gives a code for each
    target, or None for a text it does not know: such a row counts without these codes, and a warning says so.
    `aside` gives the reason why rows with this text are no observations (a total of other rows, no place): they are
    counted, told and left out. `beside` is a second column whose text stands behind the first one's, after a blank.
    """

    key: str
    targets: tuple[str, ...]
    decode: Callable[[str], tuple[str | None, ...] | None]
    aside: Callable[[str], Text | None] = counts
    beside: str = ""


@dataclass(frozen=True)
class Shape:
    """How the rows of a table become observations.

    `says` gets the groups of an amount's header (see `Wide`) and gives the columns they fill: at least `measure`
    somewhere. `fixed` holds what is the same for all rows. `totals`: the table has amounts of `sex` *total* of its own,
    so that the parts are not added up to a total. `weights` names for a measure that is a mean the measure that it is a
    mean over. `day` is the peildatum within the period's first year, as `10-01`. `part` says of which part of an
    edition the file is, `staged` names the columns that it looks at besides. `totalled` is the measure that the
    contract's band of totals is about, when it is not all of them. `remarks` says what is to be known of the
    observations that were written.
    """

    concept: Concept
    says: Callable[[tuple[str, ...]], Mapping[str, str]]
    coded: tuple[Coded, ...] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)
    totals: bool = False
    weights: Mapping[str, str] = field(default_factory=dict)
    day: str = ""
    part: Callable[[Layout], str] | None = None
    status: Status = "definitief"
    totalled: str = ""
    staged: tuple[str, ...] = ()
    remarks: Callable[[Path], list[Text]] | None = None


def same(*targets: str) -> Callable[[str], tuple[str | None, ...]]:
    """A decoder that takes the publisher's own word as the code, an empty word as none."""
    return lambda text: (text or None,) * max(1, len(targets))
