"""Files that somebody uploaded, on disk beside the releases, so that they survive a reload and a restart.

`uploads/<id>/` holds the bytes in `files/`, who offered them in `upload.json`, and what came of reading them in
`reading.json`. The reader holds a lock while it works: a state "reading" without the lock is a reader that was killed.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

State = Literal["waiting", "reading", "interrupted", "failed", "read"]
Outcome = Literal["", "current", "discarded"]
PATIENCE = 20.0
"""Seconds that a reader may take to start before we say that it did not."""


@dataclass(frozen=True)
class Choices:
    """What the uploader said about the files: the edition where nothing else tells it, and the marks."""

    edition: str = ""
    replace: bool = False
    example: bool = False


@dataclass(frozen=True)
class Reading:
    """How far the reading is: `step` of `steps` with its words, then the candidate release and a line per file.

    `reason_nl` and `reason_en` say what it is doing, or why it failed; `candidate` is empty when nothing new was in the
    files.
    """

    state: Literal["reading", "failed", "read"]
    step: int = 0
    steps: int = 0
    reason_nl: str = ""
    reason_en: str = ""
    candidate: str = ""
    lines: tuple[Mapping[str, Any], ...] = ()
    """Per file the load's report as plain data, `nl` and `en`."""


@dataclass(frozen=True)
class Upload:
    """One upload: an id, who (`user:5`), when (ISO), which files with their size in bytes."""

    id: str
    by: str
    at: str
    files: tuple[tuple[str, int], ...]
    choices: Choices = field(default_factory=Choices)
    outcome: Outcome = ""


class UploadStore:
    """The uploads of one figures home."""

    def __init__(self, root: Path) -> None:
        """`root` is the figures home; its folder of uploads need not exist yet."""
        self.folder = root / "uploads"

    def add(self, by: str, files: Mapping[str, Path], choices: Choices) -> Upload:
        """Take over the files (moved, not copied) under a new id."""
        now = datetime.now(UTC)
        upload_id = f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
        place = self.folder / upload_id / "files"
        place.mkdir(parents=True)
        for name, path in files.items():
            shutil.move(path, place / name)
        sizes = tuple((name, (place / name).stat().st_size) for name in files)
        upload = Upload(upload_id, by, now.isoformat(timespec="seconds"), sizes, choices)
        self._write(upload_id, "upload.json", asdict(upload))
        return upload

    def get(self, upload_id: str) -> Upload | None:
        """The upload with this id, or None."""
        data = self._read(upload_id, "upload.json")
        if data is None:
            return None
        files = tuple((name, size) for name, size in data.pop("files"))
        return Upload(files=files, choices=Choices(**data.pop("choices")), **data)

    def all(self) -> tuple[Upload, ...]:
        """Every upload, newest first."""
        names = sorted((path.name for path in self.folder.iterdir()), reverse=True) if self.folder.is_dir() else []
        return tuple(upload for name in names if (upload := self.get(name)))

    def paths(self, upload: Upload) -> list[Path]:
        """The uploaded files."""
        return [self.folder / upload.id / "files" / name for name, _size in upload.files]

    def reading(self, upload: Upload) -> Reading | None:
        """What the reader wrote last; None when it has not begun."""
        data = self._read(upload.id, "reading.json")
        if data is None:
            return None
        return Reading(**{**data, "lines": tuple(data["lines"])})

    def write_reading(self, upload: Upload, reading: Reading) -> None:
        """Replace what is known of the reading, in one rename."""
        self._write(upload.id, "reading.json", asdict(reading))

    def begin_again(self, upload: Upload) -> None:
        """Forget an earlier reading."""
        (self.folder / upload.id / "reading.json").unlink(missing_ok=True)
        os.utime(self.folder / upload.id / "upload.json")

    def state(self, upload: Upload) -> State:
        """How it stands with the reading, judged by the lock and not by what a killed reader last wrote."""
        reading = self.reading(upload)
        if reading is not None and reading.state != "reading":
            return reading.state
        if self._locked(upload):
            return "reading"
        begun = (self.folder / upload.id / "upload.json").stat().st_mtime
        return "waiting" if reading is None and time.time() - begun < PATIENCE else "interrupted"

    def close(self, upload: Upload, outcome: Outcome) -> None:
        """Say what became of the upload; its bytes go, the release keeps its own copy."""
        self._write(upload.id, "upload.json", {**asdict(upload), "outcome": outcome})
        shutil.rmtree(self.folder / upload.id / "files", ignore_errors=True)

    @contextmanager
    def held(self, upload: Upload) -> Iterator[bool]:
        """Hold the reader's lock; False when another reader of this upload has it."""
        with (self.folder / upload.id / ".lock").open("a") as stream:
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True

    def _locked(self, upload: Upload) -> bool:
        with self.held(upload) as free:
            return not free

    def _read(self, upload_id: str, name: str) -> dict[str, Any] | None:
        if not upload_id or upload_id != Path(upload_id).name or upload_id.startswith("."):
            return None
        try:
            found: dict[str, Any] = json.loads((self.folder / upload_id / name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return found

    def _write(self, upload_id: str, name: str, data: Mapping[str, Any]) -> None:
        half = self.folder / upload_id / f".{name}.half"
        half.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
        half.replace(self.folder / upload_id / name)
