"""The publisher's own fingerprint of a file, as a CKAN catalogue may give it."""

import hashlib
import re
from pathlib import Path

_BY_LENGTH = {32: "md5", 40: "sha1", 64: "sha256", 128: "sha512"}


def agrees(path: Path, stated: str) -> bool | None:
    """Whether a file has the fingerprint that its publisher states; None when that states none we know.

    CKAN does not say which kind its field `hash` is: its length tells, or a prefix (`md5:`, `sha256:`).
    """
    found = re.fullmatch(r"(?:[a-z0-9-]+:)?([0-9a-f]{32,128})", stated.strip().lower())
    kind = _BY_LENGTH.get(len(found[1])) if found else None
    if found is None or kind is None:
        return None
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.new(kind, usedforsecurity=False)).hexdigest() == found[1]
