"""The data sets that Pactwerk knows of: where they are described, and which of them it expects to read.

Facts from the publishers' catalogues as public software listed them (docs/beheer/ophalen.md names the source).
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pactwerk.figures.sources.registry import TABLES


@dataclass(frozen=True)
class Known:
    """A data set. `table` is the table that we expect its `file` to be; empty when no reader of ours fits.

    Expected by the columns that others saw in the file, or in the file beside it; what a file really is, its reader
    decides by the header. DUO's long files of several years (01voins, 02voins, 03_voex) are tables that no reader of
    ours reads: the yearly files that we do read stand on other pages of DUO, in no catalogue.
    """

    publisher: str
    dataset: str
    title: str
    file: str
    table: str
    address: str


@cache
def known() -> tuple[Known, ...]:
    """Every data set in the shipped list, in its order."""
    with (Path(__file__).parent / "known.tsv").open(encoding="utf-8", newline="") as stream:
        return tuple(Known(**row) for row in csv.DictReader(stream, delimiter="\t"))


def readable(publisher: str) -> tuple[Known, ...]:
    """The data sets of a publisher that we expect to read."""
    return tuple(one for one in known() if one.publisher == publisher and one.table in TABLES)


def expected_table(publisher: str, dataset: str, file: str) -> str:
    """The table that a file of a data set is expected to be; empty when there is none."""
    found = (one for one in readable(publisher) if one.dataset.lower() == dataset.lower())
    return next((one.table for one in found if one.file in {"", file}), "")
