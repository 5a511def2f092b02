"""What was done with the releases: who did what, when and why, one line each, in `history.jsonl` of the home."""

import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Literal

from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.lineage import before
from pactwerk.figures.releases.safely import write_safely

FILE = "history.jsonl"
Kind = Literal["loaded", "staged", "discarded", "made_current", "went_back", "withdrawn", "reinstated"]
SWITCHES = frozenset({"loaded", "made_current"})
"""Acts that put a release on top; going back and withdrawing return to one below."""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, kw_only=True)
class Act:
    """One act: `release` is what it was about, `current` the release that is current after it."""

    kind: Kind
    release: str
    current: str | None
    by: str = ""
    reason: str = ""
    at: str = field(default_factory=_now)


def acts(home: Home) -> tuple[Act, ...]:
    """Every act, oldest first. One that was broken off before its switch never happened and is not among them."""
    try:
        lines = (home.root / FILE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ()
    found = [Act(**json.loads(line)) for line in lines]
    if found and found[-1].current != home.current_id():
        found.pop()
    return tuple(found)


def act(home: Home, done: Act) -> None:
    """Write the act down and then let it take effect by the switch: a kill before the switch leaves no trace of it."""
    _write(home, (*acts(home), done))
    if done.current is not None and done.current != home.current_id():
        home.switch_to(done.current)


def _write(home: Home, every: tuple[Act, ...]) -> None:
    lines = (json.dumps(asdict(entry), ensure_ascii=False) for entry in every)
    write_safely(home.root / FILE, "".join(f"{line}\n" for line in lines))


def withdrawn(home: Home) -> dict[str, Act]:
    """The releases that are withdrawn now, with the act that did it."""
    found: dict[str, Act] = {}
    for done in acts(home):
        if done.kind == "withdrawn":
            found[done.release] = done
        elif done.kind == "reinstated":
            found.pop(done.release, None)
    return found


def stack(home: Home) -> list[str]:
    """Every release that was ever made current, in the order in which that last happened; the last one made is last.

    Releases of before the history was kept come first, in the order of their manifests.
    """
    done = acts(home)
    found = [entry.release for entry in done if entry.kind in SWITCHES]
    oldest = found[0] if found else home.current_id()
    earlier = [name for name in before(home, oldest)[::-1] if name not in found]
    last = {name: place for place, name in enumerate(found)}
    return [*earlier, *sorted(last, key=lambda name: last[name])]
