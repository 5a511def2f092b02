"""Reading the product's own table of published passages."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pactwerk.figures.indicators.shipped import shipped_rows
from pactwerk.figures.texts import Text

_REFERENCE = Path(__file__).parent / "reference"


@dataclass(frozen=True, slots=True)
class Passage:
    """One split of a published total: persons by where they were and where they are found next.

    `links` are the published cells by (from, to), `subtotals` the published sums of a state at the first stage.
    `publisher` is the publication edition, and names the publisher's rule in `rules/reference/rounding.tsv`.
    """

    code: str
    name: Text
    total: int
    unit: str
    publisher: str
    area: str
    first: str
    second: str
    stages: tuple[Text, Text]
    status: str
    url: str
    reference: str
    links: dict[tuple[str, str], int]
    subtotals: dict[str, int]

    @property
    def period(self) -> str:
        """Both school years, written as published passages are: `2010/11>2011/12`."""
        return f"{self.first}>{self.second}"


def _links(code: str) -> dict[tuple[str, str], int]:
    rows = shipped_rows(_REFERENCE / "links.tsv")
    return {(row["from"], row["to"]): int(row["persons"]) for row in rows if row["passage"] == code}


def _subtotals(code: str) -> dict[str, int]:
    rows = shipped_rows(_REFERENCE / "subtotals.tsv")
    return {row["state"]: int(row["persons"]) for row in rows if row["passage"] == code}


def _passage(cells: dict[str, str]) -> Passage:
    same = ("code", "unit", "publisher", "area", "first", "second", "status", "url", "reference")
    return Passage(
        **{name: cells[name] for name in same},
        name=Text(cells["name_nl"], cells["name_en"]),
        total=int(cells["total"]),
        stages=(Text(cells["stage0_nl"], cells["stage0_en"]), Text(cells["stage1_nl"], cells["stage1_en"])),
        links=_links(cells["code"]),
        subtotals=_subtotals(cells["code"]),
    )  # fmt: skip


@cache
def passages() -> tuple[Passage, ...]:
    """Every published passage, in the order of the table. Raises ValueError for a line that does not read."""
    return tuple(_passage(cells) for cells in shipped_rows(_REFERENCE / "passages.tsv"))


@cache
def state_words() -> dict[str, Text]:
    """The name of every state that a published passage knows."""
    rows = shipped_rows(_REFERENCE / "words.tsv")
    return {row["state"]: Text(row["name_nl"], row["name_en"]) for row in rows}
