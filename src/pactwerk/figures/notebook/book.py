"""An installation's figures, opened for reading."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from pactwerk.basis.places import areas, areas_of
from pactwerk.basis.readable import ReadableError
from pactwerk.figures.indicators import catalogue
from pactwerk.figures.notebook.listing import Listing
from pactwerk.figures.notebook.reply import Reply
from pactwerk.figures.releases import Release
from pactwerk.figures.releases.asking import Question, answer
from pactwerk.figures.releases.query import Wanted
from pactwerk.figures.releases.release import readable_release
from pactwerk.figures.releases.states import ReleaseState, states

if TYPE_CHECKING:
    from pactwerk.figures.notebook.passing import FlowReply


class NoFigures(ReadableError):
    """There are no figures to read at a place."""

    def __init__(self, home: Path) -> None:
        """Say where was looked and what fills it."""
        super().__init__(
            f"In {home} staat geen uitgave van cijfers; laad eerst bestanden met: pactwerk figures load PAD",
            f"There is no release of figures in {home}; load files first with: pactwerk figures load PATH",
        )


class Asked(TypedDict, total=False):
    """What a question may name besides indicator, area and period, as on the command line."""

    by: Sequence[str]
    """At most two breakdowns, or one as a text."""
    definition: str | None
    basis: Wanted | None
    """`computed`, `published` or `all`; not named: computed, and published where nothing is computed."""
    borders: int | None
    """In the municipal borders of this year."""
    estimate: bool
    """Estimates, marked, over what a publisher hid."""
    known: bool
    """Every publication edition, not the newest only."""


@dataclass(frozen=True)
class Book:
    """The figures of one installation. Reading only; every answer passed the disclosure gate."""

    home: Path
    """The installation's folder of figures."""
    dutch: bool = True

    @property
    def release(self) -> Release:
        """The current release. Raises NoFigures."""
        found = readable_release(self.home)
        if found is None:
            raise NoFigures(self.home)
        return found

    @property
    def example(self) -> bool:
        """Whether the figures are example data that the project made up. Raises NoFigures."""
        return self.release.manifest.example

    def releases(self) -> Listing:
        """Every release with the moment it was made and its state."""
        rows = tuple((state.id, state.manifest.created, self._said(state)) for state in states(self.home))
        return Listing(dict.fromkeys(("release", "created", "state"), "text"), rows)

    def indicators(self, state: str | None = None) -> Listing:
        """The catalogue; `state` is `computed`, `published_only`, `own_records` or `not_available`."""
        names = ("code", "name", "line", "unit", "state", "breakdowns", "missing")
        rows = tuple(
            (
                entry.code,
                entry.name_nl if self.dutch else entry.name_en,
                entry.line,
                entry.unit if self.dutch else entry.unit_en,
                entry.state,
                ", ".join(entry.dimensions),
                (entry.missing_nl if self.dutch else entry.missing_en) or None,
            )
            for entry in catalogue()
            if state in (None, entry.state)
        )
        return Listing(dict.fromkeys(names, "text"), rows)

    def areas(self, text: str = "") -> Listing:
        """The areas one can ask for whose code or name holds `text`."""
        with areas_of(self.home):
            named = [(area.code, area.name_nl if self.dutch else area.name_en, str(area.kind)) for area in areas()]
        wanted = text.casefold()
        rows = tuple(row for row in named if any(wanted in cell.casefold() for cell in row[:2]))
        return Listing(dict.fromkeys(("code", "name", "kind"), "text"), rows)

    def query(self, code: str, area: str, period: str = "all", **asked: Unpack[Asked]) -> Reply:
        """The figures that `pactwerk figures show` gives with the same words.

        Raises UnknownIndicator, UnknownArea, UnknownPeriod or BadQuery, each saying what would have worked.
        """
        return self._reply(_question(code, area, period, asked), explain=False)

    def explain(self, code: str, area: str, period: str = "all", **asked: Unpack[Asked]) -> Reply:
        """The same figures with the files and line numbers behind each: `explain(...).sources()`."""
        return self._reply(_question(code, area, period, asked), explain=True)

    def flows(self) -> Listing:
        """Every flow one can ask for: pseudo-cohorts of the release, public kept flows, published passages."""
        from pactwerk.figures.notebook.passing import listed

        return listed(self.home, self.release, dutch=self.dutch)

    def flow(self, code: str, area: str = "NL", start: str = "", by: Sequence[str] = ()) -> "FlowReply":
        """One flow by its code from `flows()`; `by` splits it by `sex`, `sector` or `profile` where it can be.

        Raises NoFlow for an unknown code, and an error in words for an area, year or split that it does not have.
        """
        from pactwerk.figures.notebook.passing import FlowReply, Wanted, read

        split = (by,) if isinstance(by, str) else tuple(by)
        with areas_of(self.home):
            return FlowReply(read(self.home, self.release, Wanted(code, area, start, split)), self.dutch)

    def _said(self, state: ReleaseState) -> str:
        if state.withdrawn:
            return "ingetrokken" if self.dutch else "withdrawn"
        if not state.readable:
            return "niet leesbaar" if self.dutch else "not readable"
        return ("geldend" if self.dutch else "current") if state.current else ""

    def _reply(self, question: Question, *, explain: bool) -> Reply:
        with areas_of(self.home):
            found = answer(self.home, question, explain=explain)
        said = tuple(nl if self.dutch else en for nl, en in found.messages)
        return Reply(found.table, found.indicator, found.area, said, self.dutch)


def _question(code: str, area: str, period: str, asked: Asked) -> Question:
    by = asked.get("by", ())
    return Question(
        code,
        area,
        period,
        (by,) if isinstance(by, str) else tuple(by),
        asked.get("definition"),
        asked.get("basis"),
        asked.get("borders"),
        asked.get("estimate", False),
        asked.get("known", False),
    )


def open_book(home: str | Path | None, *, dutch: bool) -> Book:
    """See `pactwerk.figures.open`."""
    root = Path(home or os.environ.get("PACTWERK_HOME") or "var")
    inside = root / "figures"
    book = Book(inside if inside.is_dir() else root, dutch)
    _ = book.release
    return book
