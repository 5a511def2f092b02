"""A release prepared to be looked at before anybody sees it: made from uploaded files, kept as a candidate."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.releases.candidate import Candidate, mark, marked, marks
from pactwerk.figures.releases.cleaning import readable
from pactwerk.figures.releases.differences import Differences, differences
from pactwerk.figures.releases.history import Act, act, stack
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.loading import PLAIN, Made, make, working
from pactwerk.figures.releases.progress import Progress, Step, silent
from pactwerk.figures.releases.reports import LoadResult, Options


class NoCandidate(ReadableError):
    """There is no prepared release with this id."""

    def __init__(self, name: str) -> None:
        """Name it."""
        super().__init__(f"Er is geen voorbereide uitgave {name}.", f"There is no prepared release {name}.")


@dataclass(frozen=True)
class Staged:
    """A prepared release: `id` is None when no file could be used. `result` has the lines per file, as of a load."""

    id: str | None
    base: str | None
    result: LoadResult
    differences: Differences | None


def stage(root: Path, paths: Iterable[Path], options: Options = PLAIN, progress: Progress | None = None) -> Staged:
    """Read the files and make a complete release that is not current; nothing else changes.

    Raises LoadRunning and LoadFailed, as `load` does.
    """
    say = progress or silent
    with working(root) as home:
        made = make(home, paths, options, say)
        base = made.base.id if made.base else None
        if made.release is None:
            return Staged(None, base, _result(made), None)
        say(
            Step("vergelijken met de actuele uitgave", "comparing with the current release", made.steps - 1, made.steps)
        )
        found = differences(home.release(base) if base else None, home.release(made.release.id))
        staged = Staged(made.release.id, base, _result(made), found)
        load = made.release.load
        mark(home, Candidate(made.release.id, base, str(load["at"]), options.by, _report(staged)))
        act(home, Act(kind="staged", release=made.release.id, current=base, by=options.by, reason=options.reason))
        say(Step("klaar", "ready", made.steps, made.steps))
        return staged


def _result(made: Made) -> LoadResult:
    name, warnings = (made.release.id, made.release.warnings) if made.release else (None, ())
    base = made.base.id if made.base else None
    return LoadResult(made.lines, name, base, warnings, made.clock.laps, made.clock.cpu_laps)


def _report(staged: Staged) -> dict[str, object]:
    result = staged.result
    return {
        "files": [line.as_data(dutch=True) for line in result.lines],
        "files_en": [line.as_data(dutch=False) for line in result.lines],
        "warnings": [str(text) for text in result.warnings],
        "warnings_en": [text.en for text in result.warnings],
        "differences": staged.differences.as_data() if staged.differences else None,
    }


def candidates(root: Path) -> tuple[Candidate, ...]:
    """Every prepared release, newest first."""
    home = Home(root)
    done = set(stack(home))
    found = (marked(home, name) for name in marks(home) if name not in done and home.release(name).is_dir())
    return tuple(sorted((entry for entry in found if entry), key=lambda entry: entry.id, reverse=True))


def discard(root: Path, name: str, by: str = "", reason: str = "") -> None:
    """Throw a prepared release away, with the bytes of files that no other release holds. Raises NoCandidate."""
    with working(root) as home:
        path = marks(home).get(name)
        if path is None or name in stack(home):
            raise NoCandidate(name)
        act(home, Act(kind="discarded", release=name, current=home.current_id(), by=by, reason=reason))
        _forget_bytes(home, name)
        shutil.rmtree(home.release(name), ignore_errors=True)
        path.unlink()


def _forget_bytes(home: Home, name: str) -> None:
    """A file that was uploaded by mistake goes with its release; when a release cannot be read, every file stays."""
    known = {manifest.id: manifest for manifest in readable(home)}
    if len(known) != sum(1 for folder in home.releases.iterdir() if folder.is_dir()):
        return
    dropped = {file.kept_as for file in known[name].files}
    used = {file.kept_as for other in known.values() if other.id != name for file in other.files}
    for kept_as in dropped - used:
        (home.root / kept_as).unlink(missing_ok=True)
