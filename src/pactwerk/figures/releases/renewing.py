"""The files of a release that this program cannot read, read again from the bytes that were kept of them."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from pactwerk.figures.releases.accepted import Accepted
from pactwerk.figures.releases.copying import link_or_copy
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.keeping import accepted_again
from pactwerk.figures.releases.manifest import KeptFile, Manifest, is_readable
from pactwerk.figures.releases.reports import FileLine
from pactwerk.figures.sources import read
from pactwerk.figures.sources.mapping import installed_tables


@dataclass(frozen=True)
class Renewed:
    """What was read again, by file id, and a line for every file that can no longer be read."""

    files: dict[str, Accepted] = field(default_factory=dict)
    lines: list[FileLine] = field(default_factory=list)


def renew(home: Home, manifest: Manifest | None, work: Path) -> tuple[Manifest | None, Renewed]:
    """The current manifest with its files as they are read now, when its release cannot be read; else as it is."""
    renewed = Renewed()
    if manifest is None or is_readable(manifest, home.release(manifest.id)):
        return manifest, renewed
    for number, kept in enumerate(manifest.files, 1):
        found = _again(home, kept, work / "kept" / str(number) / kept.name, work)
        if isinstance(found, Accepted):
            renewed.files[found.kept.file_id] = found
        else:
            renewed.lines.append(found)
    return replace(manifest, files=tuple(entry.kept for entry in renewed.files.values())), renewed


def _again(home: Home, kept: KeptFile, copy: Path, work: Path) -> Accepted | FileLine:
    raw = home.root / kept.kept_as
    if raw.is_file():
        copy.parent.mkdir(parents=True, exist_ok=True)
        link_or_copy(raw, copy)
    report = read(copy, workdir=work / "observations", edition=kept.edition, mapped=installed_tables(home.root))
    if report.parquet is not None:
        return accepted_again(kept, report, copy, report.parquet)
    return FileLine(
        path=raw,
        outcome="refused",
        sha256=kept.sha256,
        table=kept.table,
        edition=kept.edition,
        part=kept.part,
        reason=(
            f"{kept.name} uit de vorige uitgave is niet meer te lezen en telt niet meer mee: {report.reason}",
            f"{kept.name} of the previous release can no longer be read and counts no more: {report.reason.en}",
        ),
    )
