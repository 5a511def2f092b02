"""Flows in a notebook: what there is, and one of them with its links and stocks as frames."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.disclosure_control.serialise import bounds
from pactwerk.figures.flows.flow import Flow
from pactwerk.figures.flows.kept import kept_flows, read_kept
from pactwerk.figures.flows.passages import published_passages
from pactwerk.figures.flows.pseudo import available_cohorts, pseudo_cohort
from pactwerk.figures.notebook.listing import Listing
from pactwerk.figures.releases import Release
from pactwerk.figures.texts import Text

if TYPE_CHECKING:
    import pandas
    import polars

COHORT, KEPT = "schijncohort-", "bewaard-"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which flow: its code, an area, the first year (empty: the newest, of a kept set all), and at most one split."""

    code: str
    area: str = "NL"
    start: str = ""
    by: tuple[str, ...] = ()


class NoFlow(ReadableError):
    """No flow has this code."""

    def __init__(self, code: str) -> None:
        """Say where the codes are listed."""
        super().__init__(
            f"Er is geen stroom '{code}'; flows() noemt ze.", f"There is no flow '{code}'; flows() lists them."
        )


@dataclass(frozen=True)
class FlowReply:
    """One flow. `flow.followed` says whether persons were followed, or stocks only stand side by side."""

    flow: Flow
    dutch: bool = True

    @property
    def notes(self) -> tuple[str, ...]:
        """What must be known beside the numbers."""
        return tuple(self._said(note) for note in self.flow.notes)

    def links(self) -> Listing:
        """A row per link: stage, from, to (code and name), further breakdowns, and the number or its bounds."""
        return self._listing(self.flow.links, ("from", "to"))

    def stocks(self) -> Listing:
        """A row per place and stage: how many there were."""
        return self._listing(self.flow.stocks, ("state",))

    def to_polars(self) -> "polars.DataFrame":
        """`links()` as a Polars frame."""
        return self.links().to_polars()

    def to_pandas(self) -> "pandas.DataFrame":
        """`links()` as a pandas frame."""
        return self.links().to_pandas()

    def _listing(self, table: PublishableTable, places: tuple[str, ...]) -> Listing:
        named = [name for place in places for name in (place, f"{place}_name")]
        rest = [name for name in table.dimensions if name not in ("stage", *places)]
        texts = ("stage", "moment", "period", *named, *rest)
        columns = dict.fromkeys(texts, "text") | dict.fromkeys(("value", "low", "high"), "number")
        columns |= dict.fromkeys(("status", "sources"), "text")
        return Listing(columns, tuple(self._rows(table, places, rest)), self._caption())

    def _rows(
        self, table: PublishableTable, places: tuple[str, ...], rest: list[str]
    ) -> Iterator[tuple[str | float | None, ...]]:
        for row in table:
            stage = self.flow.stages[int(row.by["stage"])]
            named = [text for place in places for text in (row.by[place], self._name(row.by[place]))]
            numbers = [float(text) if text else None for text in bounds(row)]
            files = "; ".join(dict.fromkeys(source.label for source in row.sources))
            others = [row.by.get(name, "") for name in rest]
            yield row.by["stage"], self._said(stage.name), stage.period, *named, *others, *numbers, row.status, files

    def _name(self, state: str) -> str:
        return self._said(self.flow.words.get(state, Text(state)))

    def _said(self, text: Text) -> str:
        return str(text) if self.dutch else text.en

    def _caption(self) -> str:
        followed = ("Personen zijn gevolgd.", "Persons were followed.")
        beside = ("Standen naast elkaar: niemand is gevolgd.", "Stocks side by side: nobody was followed.")
        said = followed if self.flow.followed else beside
        example = ("VOORBEELDGEGEVENS. ", "EXAMPLE DATA. ")[not self.dutch] if self.flow.links.example else ""
        return " ".join([f"{example}{self._said(self.flow.name)}.", said[not self.dutch], *self.notes])

    def _repr_html_(self) -> str:
        return self.links()._repr_html_()

    def __str__(self) -> str:
        """The links as text in columns."""
        return str(self.links())


def listed(home: Path, release: Release | None, *, dutch: bool) -> Listing:
    """Every flow that can be asked, with the kind it is and the first years it can start in."""
    columns = dict.fromkeys(("code", "kind", "name", "starts"), "text")
    return Listing(columns, tuple(_listed(home, release, dutch=dutch)))


def _listed(home: Path, release: Release | None, *, dutch: bool) -> Iterator[tuple[str, str, str, str]]:
    cohorts: dict[str, list[str]] = {}
    for found in available_cohorts(release) if release else ():
        cohorts.setdefault(found.chain, []).append(found.start)
    kinds = ("schijncohort", "gevolgd", "gepubliceerd") if dutch else ("pseudo-cohort", "followed", "published")
    for chain, starts in cohorts.items():
        yield f"{COHORT}{chain}", kinds[0], chain, ", ".join(starts)
    for one in kept_flows(home):
        yield f"{KEPT}{one.name}", kinds[1], one.title, ", ".join(map(str, one.years))
    for flow in published_passages():
        yield flow.code, kinds[2], str(flow.name) if dutch else flow.name.en, flow.stages[0].period


def read(home: Path, release: Release | None, wanted: Wanted) -> Flow:
    """One flow. Raises NoFlow, and what reading it raises: BadQuery, UnknownArea, UnknownPeriod or NotKept."""
    if wanted.code.startswith(KEPT):
        return read_kept(home, wanted.code.removeprefix(KEPT), wanted.area, wanted.start, wanted.by)
    if wanted.code.startswith(COHORT) and release:
        chain = wanted.code.removeprefix(COHORT)
        starts = [found.start for found in available_cohorts(release) if chain in (found.chain, *found.tracks)]
        if starts:
            return pseudo_cohort(release, wanted.area, wanted.start or max(starts), track=chain, by=wanted.by)
    for flow in published_passages():
        if flow.code == wanted.code:
            return flow
    raise NoFlow(wanted.code)
