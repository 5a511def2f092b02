"""A plan carried out: every file by itself, so that one that fails keeps no other back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.sources.fetching.cbs import Cbs
from pactwerk.figures.sources.fetching.client import Client
from pactwerk.figures.sources.fetching.disk import alone_in, hash_of, put_in_place
from pactwerk.figures.sources.fetching.download import Fetched, Wanted, fetch
from pactwerk.figures.sources.fetching.observations import Pages, fetch_pages
from pactwerk.figures.sources.fetching.plan import Plan, PlanLine
from pactwerk.figures.sources.fetching.refusals import FetchFailed
from pactwerk.figures.sources.fetching.state import Held, held, remember
from pactwerk.figures.sources.fetching.statline import render

Told = Callable[[PlanLine, int, int | None], None]
"""Called while a file comes in: how many bytes (of CBS: observations) there are, and of how many."""


@dataclass(frozen=True)
class Done:
    """What became of one line: the file, or why it is not there."""

    line: PlanLine
    fetched: Fetched | None = None
    error: ReadableError | None = None

    def as_data(self, *, dutch: bool) -> dict[str, Any]:
        """The outcome as plain data."""
        error = self.error and (self.error.message_nl if dutch else self.error.message_en)
        state = self.fetched.state.__dict__ if self.fetched else {}
        return {**self.line.as_data(), **state, "new": bool(self.fetched and self.fetched.new), "error": error}


def carry_out(client: Client, plan: Plan, told: Told = lambda _line, _have, _of: None) -> Iterator[Done]:
    """Fetch what the plan names. A file that is held in its newest version is not fetched again."""
    for line in plan.lines:
        try:
            yield Done(line, _one(client, line, told))
        except ReadableError as error:
            yield Done(line, error=error)


def _one(client: Client, line: PlanLine, told: Told) -> Fetched:
    def progress(have: int, of: int | None) -> None:
        told(line, have, of)

    if line.publisher != "CBS":
        return fetch(client, Wanted(line.address, line.target, line.stated_hash, line.licence), progress)
    entry = held(line.target)
    if entry and line.held == "same":
        return Fetched(line.target, entry, new=False)
    try:
        line.target.parent.mkdir(parents=True, exist_ok=True)
        with alone_in(line.target.parent):
            return _table(Cbs(client), line, progress)
    except OSError as error:
        raise FetchFailed(
            f"{line.target.name} is niet te schrijven ({error.strerror}). Maak ruimte of kies een andere map met --to.",
            f"{line.target.name} cannot be written ({error.strerror}). Make room or choose another folder with --to.",
        ) from error


class _Observations:
    """The observations on disk, to be gone through as often as needed."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return self._pages.each()


def _table(cbs: Cbs, line: PlanLine, told: Callable[[int, int | None], None]) -> Fetched:
    pages = fetch_pages(cbs, line, told)
    if not pages.rows:
        pages.drop()
        raise FetchFailed(
            f"Tabel {line.dataset} heeft geen waarnemingen die aan de vraag voldoen. Kijk het filter na.",
            f"Table {line.dataset} has no observations that meet the question. Check the filter.",
        )
    half = line.target.with_name(f".{line.target.name}.part")
    render(half, cbs, line.dataset, line.table, _Observations(pages))
    state = Held(
        address=line.address,
        sha256=hash_of(half),
        bytes=half.stat().st_size,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
        modified=line.modified,
        licence=line.licence,
    )
    put_in_place(half, line.target)
    remember(line.target, state)
    pages.drop()
    return Fetched(line.target, state, new=True)
