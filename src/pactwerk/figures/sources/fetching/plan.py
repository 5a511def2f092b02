"""What would be fetched: shown before anything is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from pactwerk.figures.sources.fetching.client import Client
from pactwerk.figures.sources.fetching.hashes import agrees
from pactwerk.figures.sources.fetching.refusals import FetchFailed
from pactwerk.figures.sources.fetching.state import held
from pactwerk.figures.texts import Text

Holding = Literal["no", "same", "older", "unsure"]
"""Of what is on this disk: nothing, the newest, another version than the publisher's, or the publisher did not say."""


@dataclass(frozen=True)
class PlanLine:
    """One file. Size and day are what the publisher says of them; empty where it says nothing."""

    publisher: str
    dataset: str
    title: str
    address: str
    target: Path
    bytes: int | None = None
    observations: int | None = None
    """How many observations an answer of CBS has; it has no size before it is made."""
    modified: str = ""
    stated_hash: str = ""
    licence: str = ""
    table: str = ""
    """The table of ours that it is expected to be; empty when no reader of ours fits."""
    held: Holding = "no"

    def as_data(self) -> dict[str, Any]:
        """The line as plain data."""
        return {**self.__dict__, "target": str(self.target)}


@dataclass(frozen=True)
class Plan:
    """Every file that would be fetched, and what is left out."""

    lines: tuple[PlanLine, ...]
    remarks: tuple[Text, ...] = ()

    @property
    def bytes(self) -> int:
        """The sizes that are known, of what is not held, added up."""
        return sum(line.bytes or 0 for line in self.lines if line.held != "same")

    @property
    def unknown(self) -> int:
        """How many files have no stated size."""
        return sum(1 for line in self.lines if line.bytes is None and line.held != "same")


def holding(client: Client, address: str, target: Path, stated_hash: str = "") -> Holding:
    """Whether the file on this disk is what the publisher has: by its stated fingerprint, else by asking (HEAD)."""
    entry = held(target)
    if entry is None or entry.address != address:
        return "no"
    if stated_hash and agrees(target, stated_hash) is not None:
        return "same" if agrees(target, stated_hash) else "older"
    if not (entry.etag or entry.modified):
        return "unsure"
    condition = {"If-None-Match": entry.etag} if entry.etag else {"If-Modified-Since": entry.modified}
    try:
        with client.open(address, condition, "HEAD") as response:
            if response.status_code == 304 or (entry.etag and response.headers.get("ETag") == entry.etag):
                return "same"
            return "older"
    except FetchFailed:
        return "unsure"


def apart(lines: Iterable[PlanLine]) -> tuple[PlanLine, ...]:
    """Lines that would be written to one and the same file get names of their own."""
    seen: dict[Path, int] = {}
    made = []
    for line in lines:
        seen[line.target] = number = seen.get(line.target, 0) + 1
        other = line.target.with_stem(f"{line.target.stem}-{number}")
        made.append(line if number == 1 else replace(line, target=other))
    return tuple(made)
