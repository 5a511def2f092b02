"""What an upload may be: publishers' formats, below a size, unpacked when it is a zip; anything else is refused."""

from __future__ import annotations

import re
import shutil
import zipfile
import zlib
from collections.abc import Iterable
from lzma import LZMAError
from pathlib import Path, PurePath
from typing import IO, Protocol

from django.utils.translation import gettext as _

from pactwerk.foundation.operations import OperationError

FORMATS = (".csv", ".tsv", ".txt", ".asc", ".xlsx", ".json", ".geojson")
MAX_FILES = 400
MIB = 1024 * 1024
MAX_BYTES = 512 * MIB
"""Of one upload, unpacked: the largest table of a publisher in our files is 40 MiB."""
_CHUNK = MIB
_LONGEST = 180
"""Bytes of a file's name: file systems take 255, and the name gets company."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, LZMAError, RuntimeError, NotImplementedError, EOFError, ValueError)
"""What reading a zip raises when it is damaged, locked with a password, or packed in a way that nobody reads."""


class Offered(Protocol):
    """An uploaded file as Django hands it over."""

    name: str | None
    size: int | None
    file: IO[bytes]


def receive(offered: Iterable[Offered], folder: Path) -> dict[str, Path]:
    """Write the offered files below `folder`, a zip as the files inside it; the result maps names to paths.

    Raises OperationError, in words, for no file, another format, a damaged zip, or too much.
    """
    received = Received(folder)
    for upload in offered:
        name = _plain_name(upload.name or "")
        if name.lower().endswith(".zip"):
            received.add_zip(name, upload.file)
        else:
            received.add(name, upload.file)
    if not received.files:
        raise OperationError(_("Kies ten minste één bestand."), field="offered")
    return received.files


class Readable(Protocol):
    """What gives its bytes in pieces."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""


class _Unpacking:
    """A file inside a zip; bzip2 reports damage as an OSError, which must not look like a full disk."""

    def __init__(self, packed: IO[bytes]) -> None:
        self.packed = packed

    def read(self, size: int, /) -> bytes:
        """The next unpacked bytes. Raises BadZipFile for damage."""
        try:
            return self.packed.read(size)
        except OSError as error:
            raise zipfile.BadZipFile(str(error)) from error


class Received:
    """The files so far and their total size."""

    def __init__(self, folder: Path) -> None:
        """Start empty."""
        self.folder = folder
        self.files: dict[str, Path] = {}
        self.total = 0

    def add_zip(self, name: str, stream: IO[bytes]) -> None:
        """The files of a zip by their own name; folders, hidden files and what macOS adds are left out."""
        try:
            with zipfile.ZipFile(stream) as packed:
                for entry in packed.infolist():
                    inner = _plain_name(PurePath(entry.filename).name)
                    if entry.is_dir() or inner.startswith(".") or entry.filename.startswith("__MACOSX"):
                        continue
                    with packed.open(entry) as content:
                        self.add(inner, _Unpacking(content))
        except _DAMAGED as error:
            text = _("%(name)s is geen leesbaar zipbestand; pak het zelf uit en kies de bestanden.")
            raise OperationError(text % {"name": name}, field="offered") from error

    def add(self, name: str, stream: Readable) -> None:
        """One file. Raises OperationError for another format, a name that is taken, or too much."""
        if not name.lower().endswith(FORMATS):
            text = _("%(name)s kan niet worden gelezen: kies bestanden van het type %(formats)s of zip.")
            raise OperationError(text % {"name": name, "formats": ", ".join(FORMATS)}, field="offered")
        if name in self.files:
            text = _("Er zijn twee bestanden met de naam %(name)s; laad ze na elkaar.")
            raise OperationError(text % {"name": name}, field="offered")
        if len(self.files) >= MAX_FILES:
            raise OperationError(_("Kies ten hoogste %(n)s bestanden tegelijk.") % {"n": MAX_FILES}, field="offered")
        path = self.folder / name
        with path.open("wb") as target:
            self._copy(stream, target)
        self.files[name] = path

    def _copy(self, stream: Readable, target: IO[bytes]) -> None:
        while chunk := stream.read(_CHUNK):
            self.total += len(chunk)
            if self.total > MAX_BYTES:
                text = _("Samen zijn de bestanden groter dan %(n)s MB; laad ze in delen.")
                raise OperationError(text % {"n": MAX_BYTES // MIB}, field="offered")
            target.write(chunk)


def _plain_name(name: str) -> str:
    """The name without folders and without signs that a file system or a page could trip over, short enough to keep."""
    plain = re.sub(r"[^\w .,()+-]", "_", PurePath(name.replace("\\", "/")).name)
    return plain.encode()[-_LONGEST:].decode(errors="ignore") or "bestand"


def enough_room(folder: Path) -> bool:
    """Whether the disk has room for a full upload and the release made of it."""
    return shutil.disk_usage(folder).free > 2 * MAX_BYTES
