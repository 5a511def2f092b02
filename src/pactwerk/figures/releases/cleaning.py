"""What a killed load left behind is removed by the next one, which holds the lock."""

import shutil
from collections.abc import Iterator

from pactwerk.figures.releases.candidate import marks
from pactwerk.figures.releases.history import acts
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.lineage import manifest_of
from pactwerk.figures.releases.manifest import Manifest


def clean(home: Home) -> None:
    """Remove staged work and releases that are neither prepared nor ever became current.

    Such a release names the current one as its predecessor and no other release names it. Anything less sure stays:
    a release that cannot be read is damaged, not left over.
    """
    shutil.rmtree(home.staged, ignore_errors=True)
    current = home.current_id()
    told = {entry.current for entry in acts(home)}
    for name, mark in marks(home).items():
        if name == current or not home.release(name).is_dir():
            mark.unlink(missing_ok=True)
    if current is None or manifest_of(home, current) is None:
        return
    known = list(readable(home))
    followed = {manifest.previous for manifest in known}
    for manifest in known:
        stays = manifest.id in followed or manifest.id in told or manifest.id in marks(home)
        if manifest.previous == current and not stays:
            shutil.rmtree(home.release(manifest.id), ignore_errors=True)


def readable(home: Home) -> Iterator[Manifest]:
    """The manifest of every release folder, candidates too, that can be read; oldest first."""
    for folder in sorted(home.releases.iterdir()) if home.releases.is_dir() else ():
        manifest = manifest_of(home, folder.name)
        if manifest:
            yield manifest
