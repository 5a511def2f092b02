"""Where releases live: the folder layout, which release is current, and the atomic switch."""

import os
from pathlib import Path

CURRENT = "CURRENT"


class Home:
    """The folder `PACTWERK_HOME/figures`: kept files, staging, releases, and the name of the current release."""

    def __init__(self, root: Path) -> None:
        """`root` is the folder itself; it need not exist yet."""
        self.root = root

    @property
    def files(self) -> Path:
        """Raw publisher bytes by sha256."""
        return self.root / "files"

    @property
    def staged(self) -> Path:
        """Work of a running load; what a killed load leaves here is removed by the next one."""
        return self.root / "staged"

    @property
    def releases(self) -> Path:
        """One immutable folder per release."""
        return self.root / "releases"

    @property
    def compiled(self) -> Path:
        """Compiled expressions, remade whenever they are missing."""
        return self.root / "compiled"

    def current_id(self) -> str | None:
        """The id of the current release, or None when nothing was ever loaded."""
        try:
            name = (self.root / CURRENT).read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        return name or None

    def release(self, release_id: str) -> Path:
        """The folder of a release."""
        return self.releases / release_id

    def switch_to(self, release_id: str) -> None:
        """Make a complete release current: one rename, so a reader sees the old or the new one, never neither."""
        half = self.root / f".{CURRENT}.half"
        with half.open("w", encoding="ascii") as stream:
            stream.write(release_id + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        half.replace(self.root / CURRENT)
        sync_folder(self.root)


def sync_folder(folder: Path) -> None:
    """Make renames and new names in a folder durable."""
    sync_file(folder)


def sync_file(path: Path) -> None:
    """Make a file's bytes durable."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    """Make every file and folder below durable; called before the switch, so CURRENT never names half a release."""
    for parent, _, names in os.walk(folder):
        for name in names:
            sync_file(Path(parent) / name)
        sync_folder(Path(parent))
