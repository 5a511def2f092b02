"""What was done with flow sets: who kept, published, hid or dropped one, and when; a set exists by its line here."""

import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pactwerk.figures.releases.safely import write_safely

FILE = "history.jsonl"
Kind = Literal["kept", "published", "hidden", "dropped"]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, kw_only=True)
class FlowAct:
    """One act; `base` and `years` are those of the set, known even when it is gone."""

    kind: Kind
    id: str
    name: str
    base: str
    years: tuple[int, ...]
    by: str = ""
    reason: str = ""
    at: str = field(default_factory=_now)


def acts(flows: Path) -> tuple[FlowAct, ...]:
    """Every act, oldest first."""
    try:
        lines = (flows / FILE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ()
    found = (json.loads(line) for line in lines)
    return tuple(FlowAct(**{**entry, "years": tuple(entry["years"])}) for entry in found)


def act(flows: Path, done: FlowAct) -> None:
    """Write an act down; from then on it holds."""
    lines = (json.dumps(asdict(entry), ensure_ascii=False) for entry in (*acts(flows), done))
    write_safely(flows / FILE, "".join(f"{line}\n" for line in lines))


def existing(done: tuple[FlowAct, ...]) -> dict[str, bool]:
    """The ids of the sets that are there, and whether each is public."""
    found: dict[str, bool] = {}
    for entry in done:
        if entry.kind == "dropped":
            found.pop(entry.id, None)
        else:
            found[entry.id] = entry.kind == "published"
    return found
