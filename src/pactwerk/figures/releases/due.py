"""Which edition of a publisher should have appeared by now and is not loaded, by a dated table of their rhythms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pactwerk.basis.dated import SchoolYear
from pactwerk.figures.indicators.shipped import shipped_rows
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.lineage import manifest_of
from pactwerk.figures.releases.manifest import Manifest
from pactwerk.figures.sources import TABLES

_TABLE = Path(__file__).parent / "reference" / "rhythm.tsv"
_PERIOD = re.compile(r"(?P<year>(?:19|20)\d\d)(?:/\d\d|-?Q(?P<quarter>[1-4])|-(?P<month>\d\d)(?:-\d\d)?)?")
_PER_YEAR = {"school_year": 1, "year": 1, "quarter": 4}


@dataclass(frozen=True)
class Rhythm:
    """When an edition of a table usually appears: so many months after its peildatum (day and month)."""

    table: str
    cycle: str
    month: int
    months_after: int
    reference: str

    def place(self, text: str) -> int | None:
        """Which edition a period is of, as a number that counts editions; None for words."""
        match = _PERIOD.fullmatch(text)
        if match is None:
            return None
        year = int(match["year"])
        if self.cycle == "quarter":
            return year * 4 + int(match["quarter"] or 1) - 1
        before_october = match["month"] and self.cycle == "school_year" and int(match["month"]) < self.month
        return year - 1 if before_october else year

    def name(self, place: int) -> str:
        """The edition as we write it."""
        if self.cycle == "quarter":
            return f"{place // 4}-Q{place % 4 + 1}"
        return str(SchoolYear.starting(place)) if self.cycle == "school_year" else str(place)

    def expected(self, place: int) -> date:
        """From which day the edition may be expected."""
        year, part = divmod(place, _PER_YEAR[self.cycle])
        months = year * 12 + self.month - 1 + part * 3 + self.months_after
        return date(months // 12, months % 12 + 1, 1)


@dataclass(frozen=True)
class Due:
    """The newest edition that should be there; `last` is the newest one loaded, `behind` how many editions ago."""

    table: str
    publisher: str
    edition: str
    expected: date
    last: str
    behind: int
    reference: str


@cache
def rhythms() -> tuple[Rhythm, ...]:
    """The rhythm of every table that has one."""
    return tuple(
        Rhythm(row["table"], row["cycle"], int(row["peildatum"][:2]), int(row["months_after"]), row["reference"])
        for row in shipped_rows(_TABLE)
    )


def due(root: Path, today: date) -> tuple[Due, ...]:
    """What is due for the current release of a home; nothing before the first load."""
    home = Home(root)
    name = home.current_id()
    manifest = manifest_of(home, name) if name else None
    return due_of(manifest, today) if manifest else ()


def due_of(manifest: Manifest, today: date) -> tuple[Due, ...]:
    """What is due for a release, the longest awaited first; nothing for example data."""
    if manifest.example:
        return ()
    found = (notice for rhythm in rhythms() for notice in _due(rhythm, manifest, today))
    return tuple(sorted(found, key=lambda notice: (notice.expected, notice.table)))


def _due(rhythm: Rhythm, manifest: Manifest, today: date) -> Iterator[Due]:
    places = [place for place in map(rhythm.place, _periods(rhythm.table, manifest)) if place is not None]
    if not places:
        return
    last = newest = max(places)
    while rhythm.expected(newest + 1) <= today:
        newest += 1
    if newest > last:
        contract = TABLES.get(rhythm.table)
        yield Due(
            rhythm.table,
            contract.publisher if contract else "",
            rhythm.name(newest),
            rhythm.expected(newest),
            rhythm.name(last),
            newest - last,
            rhythm.reference,
        )


def _periods(table: str, manifest: Manifest) -> Iterable[str]:
    """The periods of a table in a release; of a register, which has none, the editions of its files."""
    editions = " ".join(kept.edition for kept in manifest.files if kept.table == table)
    return manifest.periods.get(table) or editions.replace("–", " ").split()
