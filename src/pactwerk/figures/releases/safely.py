"""Small files that are written whole or not at all."""

import os
from pathlib import Path

from pactwerk.figures.releases.home import sync_folder


def write_safely(path: Path, text: str) -> None:
    """Write a text beside the file, make it durable, and put it in the file's place by one rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.half")
    with half.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    half.replace(path)
    sync_folder(path.parent)
