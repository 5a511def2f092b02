"""The secret of a home that the roundings hang on: the same counts are always rounded the same way.

With a new draw at every run, the average of many runs would tell the exact count.
"""

import contextlib
import os
import secrets
from pathlib import Path

FILE = ".rounding"


def rounding_secret(root: Path) -> bytes:
    """The secret of the home `PACTWERK_HOME/figures`, made at the first question; only its owner may read the file."""
    path = root / "flows" / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        half = path.with_name(f"{FILE}.{secrets.token_hex(8)}")
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(secrets.token_bytes(32))
            stream.flush()
            os.fsync(stream.fileno())
        with contextlib.suppress(FileExistsError):  # who comes second keeps the first one's
            os.link(half, path)
        half.unlink()
    return path.read_bytes()
