"""Homes with loaded files, kept on disk between test runs and shared by workers, until the program or a file changes.

What is kept is never handed out: a test session gets a copy, so that nothing a test does outlives it.
"""

import fcntl
import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_KEPT = ROOT / ".pytest_cache" / "built"
_SOURCES = ("src/pactwerk/figures", "src/pactwerk/basis", "requirements.lock")
"""All that decides what a release holds: figures and basis import nothing else of the product."""


def built_home(name: str, paths: Sequence[Path], home: Path, load: Callable[[Path], None]) -> Path:
    """`home`, filled by `load` or by a copy of what `load` made earlier from the same program and files."""
    _KEPT.mkdir(parents=True, exist_ok=True)
    kept = _KEPT / f"{name}-{_key(paths)}"
    with (_KEPT / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.is_dir():
            for older in _KEPT.glob(f"{name}-*"):
                shutil.rmtree(older)
            half = _KEPT / f"half-{name}"
            shutil.rmtree(half, ignore_errors=True)
            load(half)
            half.rename(kept)
        shutil.copytree(kept, home, dirs_exist_ok=True)
    return home


def _key(paths: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in _files([ROOT / source for source in _SOURCES]):
        if path.suffix not in (".pyc", ".pyo"):
            digest.update(f"{path.relative_to(ROOT)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for path in _files(paths):
        digest.update(f"{path}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:24]


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(found for found in path.rglob("*") if found.is_file()) if path.is_dir() else [path]
