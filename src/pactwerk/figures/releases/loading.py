"""One load: read what was offered, compute, and make the result the current release, wholly or not at all."""

import shutil
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pactwerk.figures.indicators.compiling import kept_statements
from pactwerk.figures.releases.assembling import Content, assemble
from pactwerk.figures.releases.cleaning import clean
from pactwerk.figures.releases.engine import engine_errors
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.judging import Accepted, Judged, judge
from pactwerk.figures.releases.lock import load_lock
from pactwerk.figures.releases.manifest import KeptFile, Manifest, read_manifest
from pactwerk.figures.releases.reading_files import read_all
from pactwerk.figures.releases.renewing import Renewed, renew
from pactwerk.figures.releases.reports import LoadFailed, LoadResult, Options
from pactwerk.figures.sources import LoadedPupils, cohort_warnings
from pactwerk.figures.texts import Text

Progress = Callable[[str], None]
PLAIN = Options()


def load(root: Path, paths: Iterable[Path], options: Options = PLAIN, progress: Progress | None = None) -> LoadResult:
    """Load publisher files into the home `root` and make a release of all files known so far and the new ones.

    A release holds example files or real ones, never both: files of the other kind stay in the releases before.
    Raises LoadRunning when another load runs, LoadFailed when disk, rights or a damaged current release stop it; then
    nothing has changed.
    """
    home = Home(root)
    try:
        with load_lock(root):
            manifest = _current(home)
            clean(home)
            try:
                return _load(home, manifest, list(paths), options, progress or _silent)
            finally:
                # inside the lock: afterwards the folder may be another load's
                shutil.rmtree(home.staged, ignore_errors=True)
    except engine_errors() as error:
        raise LoadFailed(
            f"De lading is gestopt: {error}. De vorige uitgave is nog steeds de actuele.",
            f"The load stopped: {error}. The previous release is still the current one.",
        ) from error


def _silent(_text: str) -> None:
    """Tell nobody."""


def _current(home: Home) -> Manifest | None:
    name = home.current_id()
    try:
        return read_manifest(home.release(name)) if name else None
    except (OSError, ValueError) as error:
        raise LoadFailed(
            f"De actuele uitgave {name} is beschadigd: manifest.json is niet te lezen ({error}). Er is niets veranderd"
            " of verwijderd; zet de map van die uitgave terug uit een reservekopie en laad dan opnieuw.",
            f"The current release {name} is damaged: manifest.json cannot be read ({error}). Nothing was changed or"
            " removed; restore the folder of that release from a backup and load again.",
        ) from error


def _load(home: Home, manifest: Manifest | None, paths: list[Path], options: Options, progress: Progress) -> LoadResult:
    clock = Stopwatch()
    current = manifest.id if manifest else None
    work = home.staged / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    manifest, renewed = renew(home, manifest, work)
    same_kind = [file for file in (manifest.files if manifest else ()) if file.example == options.example]
    read = read_all(paths, work, same_kind, edition=options.edition, progress=progress)
    clock.lap("read")
    judged = judge(read, manifest, example=options.example, replace=options.replace)
    judged.lines += renewed.lines
    made: Manifest | None = None
    if judged.accepted or renewed.files:
        progress("rekenen")
        statements = kept_statements(home.compiled)
        clock.lap("compile")
        made = assemble(home, work, _content(home, manifest, judged, renewed, example=options.example), statements)
        clock.lap("compute and switch")
    release_id = made.id if made else None
    warnings = made.warnings if made else ()
    lines = tuple(judged.lines)
    return LoadResult(lines, release_id, release_id or current, warnings, clock.laps, clock.cpu_laps)


def _content(home: Home, manifest: Manifest | None, judged: Judged, renewed: Renewed, *, example: bool) -> Content:
    """The files of the current release that stay, and the new ones; what is doubtful about them together."""
    new = {entry.kept.file_id for entry in judged.accepted}
    known = manifest.files if manifest else ()
    stay = [file for file in known if file.file_id not in judged.replaced and file.file_id not in new]
    kind = example if new else all(file.example for file in known)
    kept = tuple(file for file in stay if file.example == kind)
    left = len(stay) - len(kept)
    again = [renewed.files[file.file_id] for file in kept if file.file_id in renewed.files]
    accepted = (*judged.accepted, *again)
    kept = tuple(file for file in kept if file.file_id not in renewed.files)
    doubts = (*([_left_behind(left, example=kind)] if left else []), *_cohorts(home, manifest, kept, accepted))
    return Content(manifest, kept, accepted, tuple(judged.lines), doubts)


def _left_behind(files: int, *, example: bool) -> Text:
    if example:
        return Text(
            f"Deze uitgave bevat alleen voorbeeldgegevens; {files} echte bestanden staan er niet meer in.",
            f"This release holds example data only; {files} real files are no longer in it.",
        )
    return Text(
        f"Deze uitgave bevat alleen echte bestanden; {files} bestanden met voorbeeldgegevens staan er niet meer in.",
        f"This release holds real files only; {files} files of example data are no longer in it.",
    )


def _cohorts(
    home: Home, manifest: Manifest | None, kept: Sequence[KeptFile], accepted: Sequence[Accepted]
) -> list[Text]:
    """Named school years that the pupils contradict: vwo 5 is last year's vwo 4. Said of every release anew."""
    editions = [
        LoadedPupils(entry.kept.name, entry.kept.edition, entry.observations)
        for entry in accepted
        if entry.kept.table == "vo_pupils"
    ]
    for file in kept:
        if file.table == "vo_pupils" and manifest:
            folder = home.release(manifest.id) / "inside" / file.table
            editions.append(LoadedPupils(file.name, file.edition, folder / f"{file.file_id}.parquet"))
    return cohort_warnings(editions)


class Stopwatch:
    """Wall and processor seconds per stage of a load, for the benchmark and the curious."""

    def __init__(self) -> None:
        """Start counting."""
        self.laps: dict[str, float] = {}
        self.cpu_laps: dict[str, float] = {}
        self._last, self._last_cpu = time.perf_counter(), time.process_time()

    def lap(self, name: str) -> None:
        """Close a stage."""
        now, cpu = time.perf_counter(), time.process_time()
        self.laps[name], self.cpu_laps[name] = now - self._last, cpu - self._last_cpu
        self._last, self._last_cpu = now, cpu
