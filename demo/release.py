"""The figures release of the demo: example files, or the real files of PACTWERK_SHARED instead."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from demo.example_files import write_example_files
from pactwerk.figures.releases import current_release
from pactwerk.figures.releases.loading import load
from pactwerk.figures.releases.reports import Options

STAMP = "demo-bestanden.txt"


def real_files() -> Path | None:
    """The folder of real publisher files when the environment names one; the test default does not count."""
    shared = os.environ.get("PACTWERK_SHARED", "")
    return Path(shared) / "data" if shared else None


def _fingerprint(files: Iterable[Path]) -> str:
    """Names, sizes and times of the files: enough to see that nothing changed without reading them all."""
    digest = hashlib.sha256()
    for path in sorted(files):
        state = path.stat()
        digest.update(f"{path}\t{state.st_size}\t{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _park(figures: Path, *, example: bool) -> None:
    """Example and real files never share a release: put the other kind aside, take back the own kind."""
    release = current_release(figures)
    if release is None or release.manifest.example == example:
        return
    other = figures.with_name("figures-real" if example else "figures-example")
    own = figures.with_name("figures-example" if example else "figures-real")
    figures.replace(other)
    if own.exists():
        own.replace(figures)


def build_release(home: Path, clock: date, *, progress: Callable[[str], None]) -> None:
    """Make the release when the files differ from those of the last one. Raises LoadFailed, LoadRunning."""
    figures, real = home / "figures", real_files()
    _park(figures, example=real is None)
    mark = f"example {clock}" if real is None else _fingerprint(p for p in real.rglob("*") if p.is_file())
    stamp = figures / STAMP
    if stamp.exists() and stamp.read_text(encoding="ascii") == mark and current_release(figures) is not None:
        return
    if real is not None:
        load(figures, [real], Options(), progress)
    else:
        with tempfile.TemporaryDirectory() as folder:
            write_example_files(Path(folder), clock=clock)
            load(figures, [Path(folder)], Options(example=True, replace=True), progress)
    stamp.write_text(mark, encoding="ascii")
