"""One load: read what was offered, compute, and make the result the current release, wholly or not at all."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pactwerk.figures.indicators.compiling import kept_statements
from pactwerk.figures.releases.assembling import assemble
from pactwerk.figures.releases.cleaning import clean
from pactwerk.figures.releases.composing import compose
from pactwerk.figures.releases.engine import engine_errors
from pactwerk.figures.releases.history import Act, act
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.judging import judge
from pactwerk.figures.releases.lock import load_lock
from pactwerk.figures.releases.manifest import Manifest, read_manifest
from pactwerk.figures.releases.progress import AFTER_READING, Progress, Step, silent
from pactwerk.figures.releases.reading_files import read_all
from pactwerk.figures.releases.renewing import renew
from pactwerk.figures.releases.reports import FileLine, LoadFailed, LoadResult, Options
from pactwerk.figures.releases.running_elsewhere import chosen_runner
from pactwerk.figures.releases.stopwatch import Stopwatch

PLAIN = Options()


@dataclass(frozen=True)
class Made:
    """What reading and computing came to: a complete release that is not current, or None, and the report."""

    release: Manifest | None
    base: Manifest | None
    lines: tuple[FileLine, ...]
    steps: int
    clock: Stopwatch


def load(root: Path, paths: Iterable[Path], options: Options = PLAIN, progress: Progress | None = None) -> LoadResult:
    """Load publisher files into the home `root` and make a release of all files known so far and the new ones.

    Without any path the release is made anew from the files it has, for instance after a correction.
    A release holds example files or real ones, never both: files of the other kind stay in the releases before.
    Raises LoadRunning when another load runs, LoadFailed when disk, rights or a damaged current release stop it; then
    nothing has changed.
    """
    with working(root) as home:
        made = make(home, paths, options, progress or silent)
        if made.release:
            name = made.release.id
            act(home, Act(kind="loaded", release=name, current=name, by=options.by, reason=options.reason))
        return _result(home, made)


def _result(home: Home, made: Made) -> LoadResult:
    name, warnings = (made.release.id, made.release.warnings) if made.release else (None, ())
    return LoadResult(made.lines, name, home.current_id(), warnings, made.clock.laps, made.clock.cpu_laps)


@contextmanager
def working(root: Path, *, reading: bool = True) -> Iterator[Home]:
    """Hold the lock of a home, cleaned of what a killed load left. Raises LoadRunning, or LoadFailed; see `load`.

    With `reading=False` a damaged current release is no hindrance: to go back from it, for instance.
    """
    home = Home(root)
    try:
        with load_lock(root):
            if reading:
                current_manifest(home)
            clean(home)
            try:
                yield home
            finally:
                # inside the lock: afterwards the folder may be another load's
                shutil.rmtree(home.staged, ignore_errors=True)
    except engine_errors() as error:
        raise LoadFailed(
            f"De lading is gestopt: {error}. De vorige uitgave is nog steeds de actuele.",
            f"The load stopped: {error}. The previous release is still the current one.",
        ) from error


def current_manifest(home: Home) -> Manifest | None:
    """The manifest of the current release. Raises LoadFailed when it cannot be read."""
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


def make(home: Home, given: Iterable[Path], options: Options, progress: Progress) -> Made:
    """Read the files and make a complete release of them and those of the current one; nothing is switched."""
    clock, paths = Stopwatch(), list(given)
    base = current_manifest(home)
    work = home.staged / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    manifest, renewed = renew(home, base, work)
    same_kind = [file for file in (manifest.files if manifest else ()) if file.example == options.example]
    read = read_all(paths, work, same_kind, edition=options.edition, progress=progress, home=home)
    clock.lap("read")
    judged = judge(read, manifest, options, home.release(base.id) / "inside" if base else None)
    judged.lines += renewed.lines
    steps = len(read) + AFTER_READING
    made: Manifest | None = None
    if judged.accepted or renewed.files or _anew(paths, manifest):
        progress(Step("rekenen", "computing", len(read) + 1, steps))
        statements = kept_statements(home.compiled)
        with chosen_runner(home.compiled, work / "handed") as runner:
            clock.lap("compile")
            content = compose(home, manifest, judged, renewed, example=options.example)
            made = assemble(home, work, content, statements, runner)
        clock.lap("compute and switch")
    return Made(made, base, tuple(judged.lines), steps, clock)


def _anew(paths: Sequence[Path], manifest: Manifest | None) -> bool:
    """Whether the release itself is to be made again."""
    return not paths and manifest is not None and bool(manifest.files)
