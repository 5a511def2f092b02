"""A publisher's delimited text as the engine's table `raw`: one row per line of data, with its true line number.

Fast when the text is what it should be; anything else is read a second time, record by record, which finds the
line and column to complain about, or the stray lines to leave out.
"""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

import csv
import io
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.layout import Layout, header_of
from pactwerk.figures.sources.refusal import refuse_at
from pactwerk.figures.sources.report import RowProblem

# An expression over the cells `c0`, `c1`, … and the name it gets in `raw`.
Select = tuple[str, str]


def cell(position: int) -> str:
    """The engine's name of the cell at a position."""
    return f"c{position}"


def text_of(position: int) -> str:
    """A cell as text without blanks around it; an empty cell is an empty text."""
    return f"coalesce(trim({cell(position)}), '')"


def stage_plain(text: str, layout: Layout, folder: Path, selects: Sequence[Select]) -> int | None:
    """Fill `raw` with `row` and the selected expressions; the number of rows.

    None when the text is not plainly one record a line, so that line numbers would not be sure.
    """
    if layout.header_line != 1 or layout.sheet:
        return None
    with _scratch(folder) as file:
        expected = _write_plain(text, file) - layout.header_line
        return expected if _fill(layout, file, selects, numbered=False) == expected else None


def stage_records(text: str, layout: Layout, folder: Path, selects: Sequence[Select]) -> tuple[int, list[RowProblem]]:
    """As `stage_plain`, record by record: the number of rows and the lines that are no data.

    Raises Refused with the line for a record that is not whole.
    """
    with _scratch(folder) as file:
        strays = _write_records(text, layout, file)
        return _fill(layout, file, selects, numbered=True) or 0, strays


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{secrets.token_hex(8)}.txt"
    try:
        yield file
    finally:
        # The copy holds columns that are never read (telephone, mail): it does not outlive the reading.
        file.unlink(missing_ok=True)


def _write_plain(text: str, file: Path) -> int:
    file.write_bytes(text.encode())
    return text.count("\n") + (0 if text.endswith("\n") else 1)


def _fill(layout: Layout, file: Path, selects: Sequence[Select], *, numbered: bool) -> int | None:
    """Create `raw`; the number of rows, or None when the engine cannot read the plain file."""
    names = [cell(position) for position in range(len(layout.header))]
    if numbered:
        names.insert(0, "line")
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    delimiter = ";" if numbered else layout.delimiter
    row = "line::INTEGER" if numbered else f"(row_number() OVER () + {layout.header_line})::INTEGER"
    chosen = ", ".join(f"{expression} AS {name}" for expression, name in selects)
    source = (
        f"read_csv({engine.literal(file)}, delim = {engine.literal(delimiter)}, header = false, "
        f"skip = {0 if numbered else layout.header_line}, columns = {{{columns}}}, auto_detect = false, "
        "quote = '\"', escape = '\"', strict_mode = true, null_padding = false)"
    )
    try:
        counted = engine.rows(f"CREATE OR REPLACE TEMP TABLE raw AS SELECT {row} AS row, {chosen} FROM {source}")
    except engine.EngineError:
        if numbered:
            raise
        return None
    return int(counted[0][0])


def _write_records(text: str, layout: Layout, file: Path) -> list[RowProblem]:
    """Write the records again with their line numbers; the stray lines. Raises Refused for one that is not whole."""
    strays: list[RowProblem] = []
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL)
        for line, record in _records(text, layout):
            reason = layout.stray(record)
            if reason:
                strays.append(RowProblem(line, "", reason))
            elif len(record) != len(layout.header):
                raise _ragged(line, len(record), len(layout.header))
            else:
                writer.writerow([line, *record])
    return strays


def _records(text: str, layout: Layout) -> Sequence[tuple[int, list[str]]]:
    if layout.sheet:
        return layout.sheet.records
    try:
        return list(_quoted(text, layout))
    except csv.Error as error:
        plain = [(number, line.rstrip("\r").split(layout.delimiter)) for number, line in enumerate(text.split("\n"), 1)]
        found = [(number, record) for number, record in plain if number > layout.header_line]
        whole = all(layout.stray(record) or len(record) == len(layout.header) for _, record in found)
        if whole and '"' not in header_of(text)[0]:
            return found
        raise refuse_at(
            _broken_line(text, layout), "",
            f"aanhalingstekens kloppen niet, de regel is niet heel ({error})",
            f"quotes do not match, the line is not whole ({error})",
        ) from None  # fmt: skip


def _quoted(text: str, layout: Layout) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=layout.delimiter, strict=True)
    found, last = [], 0
    for record in reader:
        line, last = last + 1, reader.line_num
        if line > layout.header_line:
            found.append((line, record))
    return found


def _broken_line(text: str, layout: Layout) -> int:
    """The line at which the record begins that cannot be read."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=layout.delimiter, strict=True)
    last = 0
    try:
        for _ in reader:
            last = reader.line_num
    except csv.Error:
        return last + 1
    return last


def _ragged(line: int, found: int, wanted: int) -> Exception:
    return refuse_at(
        line, "",
        f"{found} cellen waar er {wanted} horen te staan (is het bestand afgebroken, of een ander scheidingsteken?)",
        f"{found} cells where there should be {wanted} (is the file cut off, or the separator another one?)",
    )  # fmt: skip
