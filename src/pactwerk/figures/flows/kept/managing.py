"""What may be done with a flow set after it was kept: shown to everybody, hidden again, dropped."""

import shutil
from pathlib import Path

from pactwerk.figures.flows.kept.acts import FlowAct, Kind, act, acts
from pactwerk.figures.flows.kept.folder import SETS, working
from pactwerk.figures.flows.kept.listing import kept_set
from pactwerk.figures.flows.kept.manifest import FlowSet
from pactwerk.figures.flows.kept.refusals import NotKept


def publish(root: Path, name: str, by: str, reason: str = "") -> FlowSet:
    """Show a set on public pages.

    Raises NotKept when another rounding of one of its years was ever public: two roundings of the same persons beside
    each other tell more than each alone.
    """
    with working(root) as flows:
        found = kept_set(root, name, public_only=False)
        if found.public:
            raise NotKept(f"Stroom {name} is al openbaar.", f"Flow {name} is public already.")
        _alone(found, acts(flows))
        _do(flows, "published", found, by, reason)
    return found


def _alone(found: FlowSet, done: tuple[FlowAct, ...]) -> None:
    for earlier in done:
        both = sorted(set(earlier.years) & set(found.years))
        if earlier.kind == "published" and earlier.base != found.base and both:
            raise NotKept(
                f"Van {both[0]} is al eens een andere telling openbaar geweest ({earlier.name}, {earlier.at[:10]}). Wie"
                " beide naast elkaar legt, kan aantallen scherper afleiden. Deze stroom blijft binnen het bureau.",
                f"Of {both[0]} another count was public before ({earlier.name}, {earlier.at[:10]}). Laid side by side"
                " the two could tell counts more sharply. This flow stays within the office.",
            )


def hide(root: Path, name: str, by: str, reason: str = "") -> FlowSet:
    """Take a set from public pages; it stays for the office. Raises NotKept."""
    with working(root) as flows:
        found = kept_set(root, name)
        _do(flows, "hidden", found, by, reason)
    return found


def drop(root: Path, name: str, by: str, reason: str = "") -> FlowSet:
    """Throw a set away; the line that it was there stays. Raises NotKept."""
    with working(root) as flows:
        found = kept_set(root, name, public_only=False)
        _do(flows, "dropped", found, by, reason)
        shutil.rmtree(flows / SETS / found.id, ignore_errors=True)
    return found


def _do(flows: Path, kind: Kind, found: FlowSet, by: str, reason: str) -> None:
    done = FlowAct(kind=kind, id=found.id, name=found.name, base=found.base, years=found.years, by=by, reason=reason)
    act(flows, done)
