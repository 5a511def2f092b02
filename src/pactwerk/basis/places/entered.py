"""Areas that an office entered: STO regions, today's labour market regions and own sub-regions, with dated members.

They stand in a file `areas.json` of the home folder, which the platform or the command line writes as a whole.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

FILE = "areas.json"
KINDS = ("sto-regio", "arbeidsmarktregio", "deelregio")
"""The kinds of area that are entered; the others come from publishers."""


@dataclass(frozen=True, order=True)
class DatedMember:
    """A municipality that belongs to the area from a day on (None: always) until another (exclusive; None: still)."""

    municipality: str
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it belongs to the area on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True)
class EnteredArea:
    """An area as entered; `owner` is the office that may change it, `reference` where its composition was published."""

    code: str
    name: str
    kind: str
    owner: str
    members: tuple[DatedMember, ...]
    reference: str = ""

    @property
    def turns(self) -> tuple[date, ...]:
        """The days on which its composition changes, oldest first."""
        days = {day for member in self.members for day in (member.since, member.until) if day is not None}
        return tuple(sorted(days))

    def on(self, day: date) -> tuple[str, ...]:
        """The municipalities that belong to it on a day."""
        return tuple(sorted({member.municipality for member in self.members if member.holds_on(day)}))

    def eras(self) -> Iterator[tuple[date | None, date | None, tuple[str, ...]]]:
        """Every stretch of time with one composition: first day, first day no longer, municipalities."""
        edges: list[date | None] = [None, *self.turns, None]
        for since, until in pairwise(edges):
            held = self.on(since or date.min)
            if held:
                yield since, until, held


def _home_file() -> Path:
    return Path(os.environ.get("PACTWERK_HOME") or "var") / "figures" / FILE


_where: list[Callable[[], Path]] = [_home_file]
_instead: ContextVar[Path | None] = ContextVar("areas_file", default=None)


def read_areas_from(path: Callable[[], Path]) -> None:
    """Say where the file is; asked anew each time. The default is the home folder of the environment."""
    _where[0] = path


@contextmanager
def areas_of(root: Path) -> Iterator[None]:
    """Inside, the entered areas are those of this figures home."""
    token = _instead.set(root / FILE)
    try:
        yield
    finally:
        _instead.reset(token)


def entered_areas() -> Mapping[str, EnteredArea]:
    """The entered areas by code; none when there is no file. Raises ValueError when the file is damaged."""
    path = _instead.get() or _where[0]()
    try:
        stamp = path.stat()
    except OSError:
        return {}
    return _read(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=8)
def _read(path: Path, _stamp: int, _size: int) -> Mapping[str, EnteredArea]:
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
        found = [
            EnteredArea(
                **{**entry, "members": tuple(DatedMember(m, _day(since), _day(until)) for m, since, until in rows)}
            )
            for entry in entries
            for rows in (entry["members"],)
        ]
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"{path}: {error!r}") from error
    return {entry.code: entry for entry in found}


def write_areas(root: Path, entries: Mapping[str, EnteredArea]) -> None:
    """Write all entered areas of a figures home, in one rename: a reader sees the old or the new file."""
    rows = []
    for code in sorted(entries):
        data = asdict(entries[code])
        members = sorted(entries[code].members, key=lambda m: (m.municipality, m.since or date.min))
        data["members"] = [[m.municipality, _text(m.since), _text(m.until)] for m in members]
        rows.append(data)
    root.mkdir(parents=True, exist_ok=True)
    half = root / f".{FILE}.half"
    with half.open("w", encoding="utf-8") as stream:
        json.dump(rows, stream, ensure_ascii=False, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    half.replace(root / FILE)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
