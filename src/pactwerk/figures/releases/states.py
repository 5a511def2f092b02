"""Every release with where it stands: current, earlier, prepared or withdrawn."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pactwerk.figures.releases.history import Act, acts, stack, withdrawn
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.lineage import manifest_of
from pactwerk.figures.releases.manifest import Manifest, is_readable
from pactwerk.figures.releases.release import Release


@dataclass(frozen=True)
class ReleaseState:
    """A release that is or was current; `readable` False: made by another program, or damaged."""

    manifest: Manifest
    current: bool
    withdrawn: Act | None
    readable: bool

    @property
    def id(self) -> str:
        """The release's name."""
        return self.manifest.id


def states(root: Path) -> tuple[ReleaseState, ...]:
    """Every release that is or was current, the one made current last first; candidates are not among them."""
    home = Home(root)
    current, gone = home.current_id(), withdrawn(home)
    found = []
    for name in reversed(stack(home)):
        manifest = manifest_of(home, name)
        if manifest:
            readable = is_readable(manifest, home.release(name))
            found.append(ReleaseState(manifest, name == current, gone.get(name), readable))
    return tuple(found)


def release_by_id(root: Path, name: str) -> Release | None:
    """A release by its id, a candidate or a withdrawn one too; None when there is none or it cannot be read."""
    home = Home(root)
    folder = home.release(name)
    if folder.parent != home.releases or name in {"", ".", ".."}:
        return None
    manifest = manifest_of(home, name)
    if manifest is None or not is_readable(manifest, folder):
        return None
    return _opened(folder)


@lru_cache(maxsize=8)
def _opened(folder: Path) -> Release:
    return Release(folder)


def withdrawal(root: Path, name: str) -> Act | None:
    """The act that withdrew a release, or None when it is not withdrawn."""
    return withdrawn(Home(root)).get(name)


def release_before(root: Path, release: Release) -> Release | None:
    """The release that this one was made from, which it is compared with; None for a first one, or one that is gone."""
    name = release.manifest.previous
    return release_by_id(root, name) if name else None


def history(root: Path) -> tuple[Act, ...]:
    """Everything that was done with the releases of a home, oldest first."""
    return acts(Home(root))
