"""Which flow sets there are, and who may see them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from pactwerk.figures.flows.kept import manifest
from pactwerk.figures.flows.kept.acts import FILE, FlowAct, acts, existing
from pactwerk.figures.flows.kept.folder import SETS, flows_of
from pactwerk.figures.flows.kept.manifest import FlowSet
from pactwerk.figures.flows.kept.refusals import unknown


def kept_flows(root: Path, *, public_only: bool = True) -> tuple[FlowSet, ...]:
    """The flow sets in a home, newest first. Outside the office only public ones are seen; that is the default."""
    found = sorted(_found(flows_of(root)), key=lambda one: one.id, reverse=True)
    return tuple(one for one in found if one.public or not public_only)


def kept_set(root: Path, name: str, *, public_only: bool = True) -> FlowSet:
    """The set with this name. Raises NotKept, the same for a set that is not there as for one that is not public."""
    for one in kept_flows(root, public_only=public_only):
        if one.name == name:
            return one
    raise unknown(name)


def _found(flows: Path) -> Iterator[FlowSet]:
    for name, public in existing(_acts(flows)).items():
        one = _manifest(flows / SETS / name)
        if one is not None:
            yield replace(one, public=public)


def _acts(flows: Path) -> tuple[FlowAct, ...]:
    try:
        changed = (flows / FILE).stat()
    except FileNotFoundError:
        return ()
    return _acts_as_of(flows, changed.st_mtime_ns, changed.st_ino)


@lru_cache(maxsize=8)
def _acts_as_of(flows: Path, _changed: int, _file: int) -> tuple[FlowAct, ...]:
    return acts(flows)


def _manifest(folder: Path) -> FlowSet | None:
    return _manifest_of(folder) if (folder / manifest.FIGURES).is_dir() else None


@lru_cache(maxsize=64)
def _manifest_of(folder: Path) -> FlowSet | None:
    """A set never changes and its id is never used again."""
    return manifest.read(folder)
