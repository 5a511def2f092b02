"""The offered files through the source readers, two at a time, known bytes not read again."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from pactwerk.figures.releases.manifest import KeptFile, Manifest
from pactwerk.figures.releases.offered import Offered, copy_and_hash
from pactwerk.figures.releases.reports import FileLine
from pactwerk.figures.sources import FileReport, read


@dataclass(frozen=True)
class ReadFile:
    """One offered file after reading: a finished line, or a report still to be judged."""

    path: Path
    line: FileLine | None = None
    report: FileReport | None = None
    copy: Path | None = None


def read_all(
    offered: Sequence[Offered],
    work: Path,
    manifest: Manifest | None,
    *,
    edition: str | None,
    progress: Callable[[str], None],
) -> list[ReadFile]:
    """Read every offered file into `work`; the engine releases the interpreter, so threads do help."""
    known = {(kept.sha256, kept.name): kept for kept in (manifest.files if manifest else ())}

    def one(numbered: tuple[int, Offered]) -> ReadFile:
        number, file = numbered
        progress(f"{number}/{len(offered)} {file.path.name}")
        return _read_one(file, work / "raw" / str(number) / file.path.name, work, known, edition)

    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        return list(pool.map(one, enumerate(offered, 1)))


def _read_one(
    file: Offered, copy: Path, work: Path, known: dict[tuple[str, str], KeptFile], edition: str | None
) -> ReadFile:
    if file.problem:
        return ReadFile(file.path, FileLine(path=file.path, outcome="refused", reason=file.problem))
    try:
        file.path.open("rb").close()
    except OSError as error:
        reason = (f"niet te openen: {error.strerror}", f"cannot be opened: {error.strerror}")
        return ReadFile(file.path, FileLine(path=file.path, outcome="refused", reason=reason))
    sha256 = copy_and_hash(file.path, copy)
    kept = known.get((sha256, file.path.name))
    if kept and edition in (None, kept.edition):
        return ReadFile(file.path, already(file.path, kept))
    return ReadFile(file.path, report=read(copy, workdir=work / "observations", edition=edition), copy=copy)


def already(path: Path, kept: KeptFile) -> FileLine:
    """The line of a file whose content is in the current release."""
    return FileLine(
        path=path,
        outcome="already",
        sha256=kept.sha256,
        table=kept.table,
        edition=kept.edition,
        rows_read=kept.rows_read,
        observations=kept.observations,
        reason=(f"staat al in de uitgave als {kept.name}", f"is in the release already as {kept.name}"),
    )
