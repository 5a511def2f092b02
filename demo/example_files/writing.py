"""Putting cells on disk as the publisher does: the old editions bare in cp1252, the new ones quoted in UTF-8."""

from collections.abc import Iterable, Sequence
from pathlib import Path

Cells = Sequence[str | int]


def old_layout(path: Path, header: Cells, rows: Iterable[Cells]) -> Path:
    """Separator `;`, nothing quoted, cp1252, CRLF."""
    lines = [header, *rows]
    path.write_bytes("".join(";".join(map(str, line)) + "\r\n" for line in lines).encode("cp1252"))
    return path


def new_layout(path: Path, header: Cells, rows: Iterable[Cells]) -> Path:
    """Separator `;`, every cell quoted, UTF-8, CRLF."""
    lines = [header, *rows]
    text = "".join(";".join(f'"{cell}"' for cell in line) + "\r\n" for line in lines)
    path.write_bytes(text.encode())
    return path
