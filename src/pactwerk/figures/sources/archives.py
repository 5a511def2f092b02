"""A zip that holds one data file: looked at before anything is unpacked."""

import io
import zipfile
import zlib
from pathlib import PurePath

from pactwerk.figures.sources.refusal import Refused
from pactwerk.figures.texts import Text

_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, RuntimeError, ValueError, EOFError, OSError)
_SUFFIXES = frozenset({".csv", ".json", ".geojson", ".txt"})
_CLAIMS = frozenset({".zip", ".xlsx", ".ods"})
MOST_BYTES = 200_000_000
MOST_TIMES = 200
"""How many times larger a file may be when unpacked; real tables shrink to a tenth or so."""


def only_member(data: bytes, suffix: str) -> tuple[bytes, str] | None:
    """The bytes and suffix of the one data file in a zip; None when it is no zip, or holds none or several.

    Raises Refused for a zip that unpacks to far more than tables do, and for a broken or locked one whose suffix claims
    to be a table.
    """
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if PurePath(entry.filename).suffix.lower() in _SUFFIXES]
            if len(entries) != 1:
                return None
            entry = entries[0]
            if entry.file_size > min(MOST_BYTES, MOST_TIMES * max(len(data), 1_000)):
                raise Refused(Text("het zipbestand is uitgepakt te groot", "the zip is too large when unpacked"))
            with archive.open(entry) as member:
                found = member.read(entry.file_size + 1)
            return found, PurePath(entry.filename).suffix
    except _BROKEN:
        if suffix.lower() not in _CLAIMS:
            return None
        raise Refused(Text("het zipbestand is niet te lezen", "the zip cannot be read")) from None
