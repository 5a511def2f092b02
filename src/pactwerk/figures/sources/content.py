"""From a file's bytes to its text: how it is encoded, and what it turns out not to be."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pactwerk.figures.sources.refusal import Refused, Unknown, refuse_at
from pactwerk.figures.texts import Text

# Files with these names claim to be data; others that we cannot read are simply no table of ours.
DATA_SUFFIXES = frozenset({".csv", ".asc", ".txt", ".tsv", ".json", ".geojson"})
_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b", b"\x89PNG", b"PAR1")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Content:
    """The text, its lines ended by `\\n` or `\\r\\n`, without byte order mark; and how it was encoded."""

    text: str
    encoding: str


def load(path: Path) -> bytes:
    """The bytes of a file. Raises Refused when it cannot be read."""
    try:
        return path.read_bytes()
    except PermissionError:
        raise Refused(Text("geen toestemming om dit bestand te lezen", "no permission to read this file")) from None
    except OSError as error:
        raise Refused(Text(f"niet te lezen: {error.strerror}", f"cannot be read: {error.strerror}")) from None


def sha256_of(data: bytes) -> str:
    """The hash by which a file is known."""
    return hashlib.sha256(data).hexdigest()


def open_text(data: bytes, suffix: str) -> Content:
    """Decode strictly: UTF-8 (with or without mark), UTF-16 with mark, else cp1252. Raises Refused or Unknown."""
    claims = suffix.lower() in DATA_SUFFIXES
    if not data.strip(b"\x00 \t\r\n"):
        raise _no_data(claims)
    if data.startswith(_ARCHIVES):
        raise Unknown(Text("geen bekende tabel (geen tekstbestand)", "no known table (not a text file)"))
    text, encoding = _decode(data)
    if not text.strip("\x00 \t\r\n"):
        raise _no_data(claims)  # a byte order mark and nothing behind it
    if _is_html(text):
        raise _page(claims)
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    if "\x00" in text:
        raise _binary(text, claims)
    return Content(text, encoding)


def _decode(data: bytes) -> tuple[str, str]:
    if data.startswith(_UTF16):
        return data.decode("utf-16"), "utf-16"
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise refuse_at(
            row, "", "teken dat in UTF-8 noch in cp1252 bestaat", "a byte that is neither UTF-8 nor cp1252"
        ) from None


def _is_html(text: str) -> bool:
    start = text[:2000].lstrip().lower()
    return start.startswith(("<!doctype html", "<html", "<head", "<body")) or "<html" in start


def _no_data(claims: bool) -> Exception:
    text = Text("het bestand is leeg", "the file is empty")
    return Refused(text) if claims else Unknown(text)


def _page(claims: bool) -> Exception:
    text = Text(
        "dit is een webpagina (HTML), geen gegevensbestand; download het bestand opnieuw",
        "this is a web page (HTML), not a data file; download the file again",
    )
    return Refused(text) if claims else Unknown(text)


def _binary(text: str, claims: bool) -> Exception:
    if not claims:
        return Unknown(Text("geen bekende tabel (geen tekstbestand)", "no known table (not a text file)"))
    row = text.count("\n", 0, text.index("\x00")) + 1
    return refuse_at(row, "", "bevat een NUL-teken; het bestand is beschadigd", "holds a NUL byte; the file is damaged")
