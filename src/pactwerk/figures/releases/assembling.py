"""The release folder: put together in staging, made durable, renamed into place; made current by who asked for it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pactwerk.basis.places import areas_of
from pactwerk.figures.releases.accepted import Accepted
from pactwerk.figures.releases.borders import write_borders
from pactwerk.figures.releases.building import Built, build
from pactwerk.figures.releases.copying import link_or_copy
from pactwerk.figures.releases.corrections import in_force
from pactwerk.figures.releases.home import Home, sync_file, sync_folder, sync_tree
from pactwerk.figures.releases.manifest import ENGINE, KeptFile, Manifest, write_manifest
from pactwerk.figures.releases.origin import StagedFile
from pactwerk.figures.releases.reports import FileLine
from pactwerk.figures.releases.running import InProcess, Runner
from pactwerk.figures.texts import Text


@dataclass(frozen=True)
class Content:
    """What goes into a release: its predecessor, the files kept from it, the new ones, and the report of the load."""

    previous: Manifest | None
    kept: tuple[KeptFile, ...]
    accepted: tuple[Accepted, ...]
    lines: tuple[FileLine, ...]
    doubts: tuple[Text, ...] = ()

    @property
    def files(self) -> tuple[KeptFile, ...]:
        """Every file of the release."""
        return (*self.kept, *(entry.kept for entry in self.accepted))


def assemble(
    home: Home, work: Path, content: Content, statements: Mapping[str, str], runner: Runner = InProcess
) -> Manifest:
    """Make a complete release of the kept and the accepted files; it is not current yet."""
    folder = work / "release"
    staged = [_old(home, content.previous, file, folder) for file in content.kept]
    staged += [_new(entry, folder) for entry in content.accepted]
    with areas_of(home.root):
        built = build(staged, statements, folder, in_force(home.root), runner)
    write_borders(staged, folder)
    manifest = _manifest(content, built)
    write_manifest(manifest, folder)
    _keep_raw(home, content.accepted)
    sync_tree(folder)
    home.releases.mkdir(parents=True, exist_ok=True)
    folder.rename(home.release(manifest.id))
    sync_folder(home.releases)
    return manifest


def _staged(file: KeptFile, folder: Path) -> StagedFile:
    path = folder / "inside" / file.table / f"{file.file_id}.parquet"
    return StagedFile(file.table, file.edition, file.file_id, path, file.example, file.part, file.known_at)


def _old(home: Home, previous: Manifest | None, file: KeptFile, folder: Path) -> StagedFile:
    staged = _staged(file, folder)
    assert previous is not None
    link_or_copy(home.release(previous.id) / "inside" / file.table / staged.path.name, staged.path)
    return staged


def _new(entry: Accepted, folder: Path) -> StagedFile:
    staged = _staged(entry.kept, folder)
    staged.path.parent.mkdir(parents=True, exist_ok=True)
    entry.observations.rename(staged.path)
    return staged


def _keep_raw(home: Home, accepted: Sequence[Accepted]) -> None:
    """Keep the bytes by their hash; a name that exists holds the same bytes."""
    home.files.mkdir(parents=True, exist_ok=True)
    for entry in accepted:
        kept = home.root / entry.kept.kept_as
        entry.raw.replace(kept)
        sync_file(kept)
    sync_file(home.files)


def _manifest(content: Content, built: Built) -> Manifest:
    now = datetime.now(UTC)
    names = " ".join([ENGINE, *sorted(file.file_id for file in content.files)])
    return Manifest(
        id=f"{now:%Y%m%dT%H%M%S%fZ}-{hashlib.sha256(names.encode()).hexdigest()[:8]}",
        created=now.isoformat(timespec="seconds"),
        engine=ENGINE,
        previous=content.previous.id if content.previous else None,
        example=any(file.example for file in content.files),
        files=content.files,
        periods=built.periods,
        origins=built.origins,
        gaps=built.gaps,
        quality=built.quality,
        warnings=(*content.doubts, *built.warnings),
        load={
            "at": now.isoformat(timespec="seconds"),
            "command": "figures load",
            "offered": [line.as_data() for line in content.lines],
        },
    )
