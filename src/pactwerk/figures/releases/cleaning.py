"""What a killed load left behind is removed by the next one, which holds the lock."""

import shutil
from collections.abc import Iterator

from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.manifest import Manifest, read_manifest


def lineage(home: Home) -> list[str]:
    """The current release and its predecessors as far as they can be read, newest first."""
    found: list[str] = []
    name = home.current_id()
    while name and name not in found:
        try:
            previous = read_manifest(home.release(name)).previous
        except (OSError, ValueError):
            break
        found.append(name)
        name = previous
    return found


def clean(home: Home) -> None:
    """Remove staged work and releases that never became current.

    Such a release names the current one as its predecessor and no other release names it. Anything less sure stays:
    a release that cannot be read is damaged, not left over.
    """
    shutil.rmtree(home.staged, ignore_errors=True)
    current = home.current_id()
    if current is None:
        return
    known = list(_readable(home))
    followed = {manifest.previous for manifest in known}
    for manifest in known:
        if manifest.previous == current and manifest.id not in followed:
            shutil.rmtree(home.release(manifest.id), ignore_errors=True)


def _readable(home: Home) -> Iterator[Manifest]:
    for folder in sorted(home.releases.iterdir()) if home.releases.is_dir() else ():
        try:
            manifest = read_manifest(folder)
        except (OSError, ValueError):
            continue
        if manifest.id == folder.name:
            yield manifest
