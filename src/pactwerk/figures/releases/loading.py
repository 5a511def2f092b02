"""One load: read what was offered, compute, and make the result the current release, wholly or not at all."""

import shutil
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from pactwerk.figures.indicators.compiling import kept_statements
from pactwerk.figures.releases.assembling import Content, assemble
from pactwerk.figures.releases.cleaning import clean
from pactwerk.figures.releases.engine import engine_errors
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.judging import Judged, judge
from pactwerk.figures.releases.lock import load_lock
from pactwerk.figures.releases.manifest import ENGINE, Manifest, read_manifest
from pactwerk.figures.releases.reading_files import read_all
from pactwerk.figures.releases.reports import LoadFailed, LoadResult, Options
from pactwerk.figures.sources import LoadedPupils, cohort_warnings
from pactwerk.figures.texts import Text

Progress = Callable[[str], None]
PLAIN = Options()


def load(root: Path, paths: Iterable[Path], options: Options = PLAIN, progress: Progress | None = None) -> LoadResult:
    """Load publisher files into the home `root` and make a release of all files known so far and the new ones.

    Raises LoadRunning when another load runs, LoadFailed when disk or rights stop it; then nothing has changed.
    """
    home = Home(root)
    try:
        with load_lock(root):
            clean(home)
            return _load(home, list(paths), options, progress or _silent)
    except engine_errors() as error:
        shutil.rmtree(home.staged, ignore_errors=True)
        raise LoadFailed(
            f"De lading is gestopt: {error}. De vorige uitgave is nog steeds de actuele.",
            f"The load stopped: {error}. The previous release is still the current one.",
        ) from error


def _silent(_text: str) -> None:
    """Tell nobody."""


def _load(home: Home, paths: list[Path], options: Options, progress: Progress) -> LoadResult:
    clock = Stopwatch()
    current = home.current_id()
    manifest = read_manifest(home.release(current)) if current else None
    work = home.staged / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    read = read_all(paths, work, manifest, edition=options.edition, progress=progress)
    clock.lap("read")
    judged = judge(read, manifest, example=options.example, replace=options.replace)
    stale = manifest is not None and manifest.engine != ENGINE
    doubts = _doubts(judged, manifest, home)
    made: Manifest | None = None
    if judged.accepted or (stale and judged.nothing_refused):
        progress("rekenen")
        statements = kept_statements(home.compiled)
        clock.lap("compile")
        made = assemble(home, work, _content(manifest, judged, doubts), statements)
        clock.lap("compute and switch")
    shutil.rmtree(home.staged, ignore_errors=True)
    release_id = made.id if made else None
    warnings = made.warnings if made else ()
    lines = tuple(judged.lines)
    return LoadResult(lines, release_id, release_id or current, warnings, clock.laps, clock.cpu_laps)


def _doubts(judged: Judged, manifest: Manifest | None, home: Home) -> tuple[Text, ...]:
    """Named school years that the pupils contradict: first-years are second-years a year later."""
    new = [entry for entry in judged.accepted if entry.kept.table == "vo_pupils"]
    if not new:
        return ()
    editions = [LoadedPupils(entry.kept.name, entry.kept.edition, entry.observations) for entry in new]
    for file in manifest.files if manifest else ():
        if file.table == "vo_pupils" and file.file_id not in judged.replaced and manifest:
            folder = home.release(manifest.id) / "inside" / file.table
            editions.append(LoadedPupils(file.name, file.edition, folder / f"{file.file_id}.parquet"))
    return tuple(cohort_warnings(editions))


def _content(manifest: Manifest | None, judged: Judged, doubts: tuple[Text, ...]) -> Content:
    """The files of the current release that stay, and the new ones."""
    new = {entry.kept.file_id for entry in judged.accepted}
    known = manifest.files if manifest else ()
    kept = [file for file in known if file.file_id not in judged.replaced and file.file_id not in new]
    return Content(manifest, tuple(kept), tuple(judged.accepted), tuple(judged.lines), doubts)


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
