"""Workbooks (XLSX, ODS, XLS) as sheets of text; how a workbook is made is left to calamine."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime

from pactwerk.figures.sources.refusal import Refused
from pactwerk.figures.sources.sheet import Record, Sheet
from pactwerk.figures.texts import Text

_MARKS = ("xl/workbook.xml", "content.xml")
_OLD = b"\xd0\xcf\x11\xe0"
# A workbook is a zip: what it unpacks to is looked at before anything is unpacked.
MOST_BYTES = 400_000_000
MOST_CELLS = 20_000_000
HEADER_WITHIN = 20
"""A sheet's header is looked for in its first rows."""


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are a workbook."""
    if data.startswith(_OLD):
        return True
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(mark in archive.namelist() for mark in _MARKS)
    except (zipfile.BadZipFile, RuntimeError, ValueError, OSError):
        return False


def rows_of(data: bytes) -> Iterator[tuple[str, list[Record]]]:
    """The name and the rows of every sheet, rows numbered from 1. Raises Refused for a broken or immense workbook."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    _check_size(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height * sheet.total_width > MOST_CELLS:
                raise Refused(Text(f"werkblad '{name}' is te groot", f"sheet '{name}' is too large"))
            cells = sheet.to_python(skip_empty_area=False)
            yield name, [(number, [_text(cell) for cell in row]) for number, row in enumerate(cells, 1)]
    except PasswordError:
        raise Refused(Text("de werkmap heeft een wachtwoord", "the workbook has a password")) from None
    except (CalamineError, OSError, ValueError) as error:
        raise Refused(
            Text(f"de werkmap is niet te lezen ({error})", f"the workbook cannot be read ({error})")
        ) from None


def sheets_of(data: bytes) -> Iterator[Sheet]:
    """Every sheet of a workbook with each of its first rows as the header."""
    for name, rows in rows_of(data):
        for place, (number, header) in enumerate(rows[:HEADER_WITHIN]):
            if sum(1 for cell in header if cell) > 1:
                yield Sheet(name, tuple(header), number, tuple(rows[place + 1 :]))


def _check_size(data: bytes) -> None:
    if data.startswith(_OLD):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > MOST_BYTES:
        raise Refused(Text("de werkmap is uitgepakt te groot", "the workbook is too large when unpacked"))


def _text(cell: object) -> str:
    """A cell as the publisher's text files write it: whole numbers without a point, dates as 2024-10-01."""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    return str(cell).strip()
