"""Mutations of real files: what each does to the bytes, and whether it must be accepted, told or refused."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from tests.figures.sources.real_tables import Bendable

Expected = Literal["accept", "warn", "refuse"]
Bend = Callable[[Bendable], "bytes | None"]


@dataclass(frozen=True)
class Mutation:
    """`expected` accept: read with the same observations and no remark; warn: the same observations (unless they are
    what changed), and `says` in the report; refuse: nothing written, `says` in the reason."""

    bend: Bend
    expected: Expected
    says: str = ""
    same: bool = True
    school: Expected | None = None
    """What is expected of the school family's tables, where it differs."""


def _text(change: Callable[[str, Bendable], str]) -> Bend:
    return lambda file: change(file.text(), file).encode(file.encoding)


def _encoded(encoding: str) -> Bend:
    return lambda file: file.text().encode(encoding, errors="strict")


def _shuffled(file: Bendable) -> bytes:
    places = list(range(len(file.header)))
    random.Random(7).shuffle(places)
    # lines above the header, and a header that is empty at its first place, belong where they are
    return file.data() if file.above or not file.header[0] else file.order(places).data()


def _delimited(delimiter: str) -> Bend:
    def bend(file: Bendable) -> bytes | None:
        return None if file.above else replace(file, delimiter=delimiter).data()

    return bend


def _header(change: Callable[[str], str]) -> Bend:
    return lambda file: replace(file, header=tuple(map(change, file.header))).data()


def _without(file: Bendable) -> bytes | None:
    if not file.file.required:
        return None
    gone = file.place(file.file.required)
    return file.order([place for place in range(len(file.header)) if place != gone]).data()


def _renamed(file: Bendable) -> bytes | None:
    if not file.file.required:
        return None
    header = tuple("HEEL ANDERS" if name == file.file.required else name for name in file.header)
    return replace(file, header=header).data()


def _doubled(file: Bendable) -> bytes | None:
    if not file.file.required:
        return None
    return file.order([*range(len(file.header)), file.place(file.file.required)]).data()


def _extra(file: Bendable) -> bytes | None:
    if file.above:
        return None
    return replace(file, header=(*file.header, "NIEUWE KOLOM"), rows=tuple((*row, "x") for row in file.rows)).data()


def _amount(text: str) -> Bend:
    def bend(file: Bendable) -> bytes | None:
        if not file.file.amount:
            return None
        return file.cell(2, file.place(file.file.amount), text).data()

    return bend


def _code(file: Bendable) -> bytes | None:
    if not file.file.coded:
        return None
    place = file.place(file.file.coded)
    filled = next(number for number, row in enumerate(file.rows) if sum(cell.isdigit() for cell in row) > 1)
    return file.cell(filled, place, "VMBO Nieuw woord").data()


def _line(at: float, line: str) -> Bend:
    def bend(file: Bendable) -> bytes:
        text = file.text()
        lines = text.split(file.end)
        lines.insert(max(file.file.above + 2, int(at * len(lines))), line)
        return file.end.join(lines).encode(file.encoding)

    return bend


def _appended(make: Callable[[Bendable], str]) -> Bend:
    return lambda file: (file.text() + make(file) + file.end).encode(file.encoding)


def _totals(file: Bendable) -> str:
    return file.delimiter.join(["Totaal", *(["9999"] * (len(file.header) - 1))])


def _twice(file: Bendable) -> bytes:
    return replace(file, rows=(*file.rows, file.rows[3])).data()


def _header_twice(file: Bendable) -> bytes:
    return replace(file, rows=(*file.rows[:9], file.header, *file.rows[9:])).data()


def _half(file: Bendable) -> bytes:
    """Cut in the first third of a line."""
    data, end = file.data(), file.end.encode()
    start = data.index(end, len(data) // 2) + len(end)
    return data[: start + (data.index(end, start) - start) // 3]


def _ragged(file: Bendable) -> bytes:
    return replace(file, rows=(*file.rows[:5], (*file.rows[5], "te", "veel"), *file.rows[6:])).data()


def _padded(file: Bendable) -> bytes:
    return replace(file, rows=tuple(tuple(f"{cell} " for cell in row) for row in file.rows)).data()


def _nul(file: Bendable) -> bytes:
    data = file.data()
    return data[: len(data) // 2] + b"\x00" + data[len(data) // 2 :]


_HTML = b"<!DOCTYPE html><html><head><title>502</title></head><body>Bad gateway</body></html>"

MUTATIONS = {
    "byte order mark": Mutation(_encoded("utf-8-sig"), "accept"),
    "UTF-8": Mutation(_encoded("utf-8"), "accept"),
    "UTF-16": Mutation(_encoded("utf-16"), "accept"),
    "other line ends": Mutation(
        lambda file: file.text().replace(file.end, "\n" if file.end == "\r\n" else "\r\n").encode(file.encoding),
        "accept",
    ),
    "every cell quoted": Mutation(lambda file: replace(file, quoted=True).data(), "accept"),
    "columns in another order": Mutation(_shuffled, "accept"),
    "rows in another order": Mutation(lambda file: replace(file, rows=file.rows[::-1]).data(), "accept"),
    "tab as separator": Mutation(_delimited("\t"), "accept"),
    "pipe as separator": Mutation(_delimited("|"), "accept"),
    "header in small letters": Mutation(_header(str.lower), "accept"),
    "header with underscores": Mutation(_header(lambda name: name.replace(" ", "_")), "accept"),
    "header with blanks around": Mutation(_header(lambda name: f" {name}  "), "accept"),
    "cells with blanks behind": Mutation(_padded, "accept"),
    "no last line end": Mutation(lambda file: file.data().removesuffix(file.end.encode()), "warn", "regeleinde"),
    "blank line": Mutation(_line(0.5, ""), "warn", "lege regel"),
    "stray quotes": Mutation(_line(0.3, '""'), "warn", "lege regel"),
    "line of totals": Mutation(_appended(_totals), "warn", "totaalregel"),
    "footer": Mutation(_appended(lambda _file: "Bron: uitgever"), "warn", "voetregel"),
    "unknown column": Mutation(_extra, "warn", "NIEUWE KOLOM", school="refuse"),
    "new code": Mutation(_code, "warn", "Nieuw woord", same=False),
    "line twice": Mutation(_twice, "refuse", "regel"),
    "column missing": Mutation(_without, "refuse", "ontbreekt"),
    "column renamed": Mutation(_renamed, "refuse", "HEEL ANDERS"),
    "column twice": Mutation(_doubled, "refuse", "twee keer"),
    "header twice": Mutation(_header_twice, "warn", "kopregel"),
    "half a file": Mutation(_half, "refuse", "regel"),
    "line too long": Mutation(_ragged, "refuse", "cellen"),
    "text in an amount": Mutation(_amount("veel"), "refuse", "veel"),
    "negative amount": Mutation(_amount("-3x"), "refuse", "-3x"),
    "two decimal marks": Mutation(_amount("1.2.3,4"), "refuse", "1.2.3,4"),
    "NUL byte": Mutation(_nul, "refuse", "NUL"),
    "web page": Mutation(lambda _file: _HTML, "refuse", "HTML"),
    "empty": Mutation(lambda _file: b"", "refuse", "leeg"),
    "only a header": Mutation(lambda file: replace(file, rows=()).data(), "refuse", "geen gegevens"),
}
