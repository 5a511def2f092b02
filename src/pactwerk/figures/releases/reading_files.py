"""The offered files through the source readers, two at a time, known bytes not read again."""

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pactwerk.figures.releases.copying import copy_and_hash, hash_of
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.manifest import KeptFile
from pactwerk.figures.releases.progress import AFTER_READING, Progress, Step
from pactwerk.figures.releases.reports import FileLine
from pactwerk.figures.sources import FileReport, Outcome, find, read
from pactwerk.figures.sources.mapping import installed_tables


@dataclass(frozen=True)
class ReadFile:
    """One offered file after reading: a finished line, or a report still to be judged."""

    path: Path
    line: FileLine | None = None
    report: FileReport | None = None
    copy: Path | None = None


def read_all(  # noqa: PLR0913 -- keywords that say what they are
    paths: Sequence[Path],
    work: Path,
    present: Iterable[KeptFile],
    *,
    edition: str | None,
    progress: Progress,
    home: Home,
) -> list[ReadFile]:
    """Read every offered file into `work`, but not those `present` with the same name and bytes.

    The engine releases the interpreter, so threads do help. The mapping files of `home` add tables to the publishers'.
    """
    known = {(kept.sha256, kept.name): kept for kept in present}
    found = find(paths)
    reading = partial(read, workdir=work / "observations", edition=edition, mapped=installed_tables(home.root))

    def one(numbered: tuple[int, Path]) -> ReadFile:
        number, file = numbered
        progress(Step(f"{number}/{len(found.files)} {file.name}", number=number, of=len(found.files) + AFTER_READING))
        return _read_one(file, work / "raw" / str(number) / file.name, known, edition, reading)

    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        read_files = list(pool.map(one, enumerate(found.files, 1)))
    return read_files + [ReadFile(report.path, report=report) for report in found.refused]


def _read_one(
    file: Path,
    copy: Path,
    known: dict[tuple[str, str], KeptFile],
    edition: str | None,
    reading: Callable[[Path], FileReport],
) -> ReadFile:
    if not os.access(file, os.R_OK):
        return ReadFile(file, report=reading(file))
    kept = known.get((hash_of(file), file.name)) if any(name == file.name for _, name in known) else None
    if kept and edition in (None, kept.edition):
        return ReadFile(file, already(file, kept))
    copy_and_hash(file, copy)
    report = reading(copy)
    same = next((kept for (sha256, _), kept in known.items() if sha256 == report.sha256), None)
    if same and edition is None and report.outcome == Outcome.REFUSED:
        # these bytes were read before: what this name does not tell, the name of the first copy did
        return ReadFile(file, already(file, same))
    return ReadFile(file, report=report, copy=copy)


def already(path: Path, kept: KeptFile) -> FileLine:
    """The line of a file whose content is in the current release."""
    return FileLine(
        path=path,
        outcome="already",
        sha256=kept.sha256,
        table=kept.table,
        edition=kept.edition,
        part=kept.part,
        rows_read=kept.rows_read,
        observations=kept.observations,
        reason=(f"staat al in de uitgave als {kept.name}", f"is in the release already as {kept.name}"),
    )
