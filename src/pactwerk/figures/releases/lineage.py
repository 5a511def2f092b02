"""Which releases came before which, as their manifests say it."""

from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.manifest import Manifest, read_manifest


def lineage(home: Home) -> list[str]:
    """The current release and its predecessors as far as they can be read, newest first."""
    return before(home, home.current_id())


def before(home: Home, name: str | None) -> list[str]:
    """A release and its predecessors as far as they can be read, newest first."""
    found: list[str] = []
    while name and name not in found:
        manifest = manifest_of(home, name)
        if manifest is None:
            break
        found.append(name)
        name = manifest.previous
    return found


def manifest_of(home: Home, name: str) -> Manifest | None:
    """The manifest of a release folder, or None when there is none or it is damaged."""
    try:
        manifest = read_manifest(home.release(name))
    except (OSError, ValueError):
        return None
    return manifest if manifest.id == name else None
