"""Schools followed through mergers, transfers and divisions: a graph in which time only runs forward.

Source: DUO/RIO, OVERGANGEN: from one code to another on a day, as *fusie* (F), *overdracht* (V) or *splitsing* (S), of
the whole or of a part. Codes are institutions (BRIN, 4 signs) or locations (6 signs).
"""

# ruff: noqa: S608  -- SQL over our own names

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from pactwerk.figures.releases.engine import Connection, parquet_list

Kind = Literal["fusie", "overdracht", "splitsing"]


@dataclass(frozen=True, order=True)
class Succession:
    """One code went over to another on a day (ISO text); `whole` when nothing of it stayed; where that is written."""

    day: str
    old: str
    new: str
    kind: str
    whole: bool
    file_id: str = ""
    row: int = 0


@dataclass(frozen=True)
class SchoolGraph:
    """Every succession that is known."""

    successions: tuple[Succession, ...]

    @cached_property
    def _from(self) -> Mapping[str, tuple[Succession, ...]]:
        return _by(self.successions, "old")

    @cached_property
    def _to(self) -> Mapping[str, tuple[Succession, ...]]:
        return _by(self.successions, "new")

    def successors(self, code: str) -> tuple[Succession, ...]:
        """Where a code went, oldest first; after a division every part."""
        return self._from.get(code, ())

    def predecessors(self, code: str) -> tuple[Succession, ...]:
        """What went into a code, oldest first."""
        return self._to.get(code, ())

    def only_successor(self, code: str) -> str | None:
        """The one code that all of this one went to; None when there is none, several, or only parts went."""
        return _only(self.successors(code), {entry.new for entry in self.successors(code)})

    def only_predecessor(self, code: str) -> str | None:
        """The one code that went wholly into this one; None when there is none, several, or only a part came."""
        found = _only(self.predecessors(code), {entry.old for entry in self.predecessors(code)})
        return found if found and self.only_successor(found) == code else None

    def later(self, code: str) -> tuple[Succession, ...]:
        """Everything that followed from a code, however many steps on, each step on or after the one before."""
        return tuple(sorted(set(self._walk(code, forward=True))))

    def earlier(self, code: str) -> tuple[Succession, ...]:
        """Everything that led to a code, each step on or before the one after it."""
        return tuple(sorted(set(self._walk(code, forward=False))))

    def _walk(self, code: str, *, forward: bool) -> Iterator[Succession]:
        """Per code the best moment of arrival; a code is left again only by what happened from then on."""
        arrived: dict[str, str] = {code: "" if forward else "9999"}
        todo = [code]
        while todo:
            here = todo.pop()
            for entry in self.successors(here) if forward else self.predecessors(here):
                if (entry.day < arrived[here]) if forward else (entry.day > arrived[here]):
                    continue
                yield entry
                there = entry.new if forward else entry.old
                known = arrived.get(there)
                if known is None or ((entry.day < known) if forward else (entry.day > known)):
                    arrived[there] = entry.day
                    todo.append(there)


def _by(successions: Iterable[Succession], side: Literal["old", "new"]) -> Mapping[str, tuple[Succession, ...]]:
    found: dict[str, list[Succession]] = defaultdict(list)
    for entry in sorted(successions):
        found[getattr(entry, side)].append(entry)
    return {code: tuple(entries) for code, entries in found.items()}


def _only(entries: Sequence[Succession], others: set[str]) -> str | None:
    whole = all(entry.whole and entry.kind != "splitsing" for entry in entries)
    return next(iter(others)) if whole and len(others) == 1 else None


def graph_of(connection: Connection, files: Sequence[Path]) -> SchoolGraph:
    """The graph of the loaded successions between schools; boards and other bodies are left out."""
    if not files:
        return SchoolGraph(())
    rows = connection.execute(
        "SELECT DISTINCT ON (day, old, new) day, old, new, kind, whole, file_id, row FROM"
        f" (SELECT day, old, new, kind, whole, file_id, row FROM read_parquet({parquet_list(files)})) WHERE old <> new"
        " AND regexp_full_match(old, '[0-9]{2}[A-Z]{2}([0-9A-Z]{2})?') AND length(old) = length(new) ORDER BY ALL"
    ).fetchall()
    return SchoolGraph(tuple(Succession(*row) for row in rows))
