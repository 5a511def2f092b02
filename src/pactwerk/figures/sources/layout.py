"""From a header line to a table: which delimiter, which contract, which column stands where."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from pactwerk.figures.sources.contract import Contract, plain
from pactwerk.figures.sources.refusal import Refused
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.sheet import Sheet
from pactwerk.figures.sources.strays import stray
from pactwerk.figures.texts import Text

DELIMITERS = (";", ",", "\t", "|")
# A longer first line is no header; it would only cost time.
LONGEST_HEADER = 100_000


@dataclass(frozen=True)
class WideColumn:
    """A repeated column: its position, the groups of its pattern, its header."""

    position: int
    groups: tuple[str, ...]
    header: str


@dataclass(frozen=True)
class Layout:
    """How this file writes the table: delimiter, header, the position of every column that is read.

    `extra` are columns that the contract does not know, of a table in which such a column takes nothing away.
    """

    contract: Contract
    delimiter: str
    header: tuple[str, ...]
    header_line: int
    positions: dict[str, int]
    wide: tuple[WideColumn, ...]
    sheet: Sheet | None = None
    extra: tuple[str, ...] = ()

    def stray(self, record: Sequence[str]) -> Text | None:
        """Why a record is no data, or None: one with the table's key is data, whatever else it says."""
        if len(record) == len(self.header) and all(map(_same_name, record, self.header)):
            return Text("de kopregel nog eens, overgeslagen", "the header once more, left out")
        key, pattern = self.contract.key
        return stray(record, self.positions.get(key, 0), re.compile(pattern))

    def told(self) -> list[Text]:
        """A warning for every column that is not known."""
        return [
            Text(f"onbekende kolom '{name}', niet gelezen", f"unknown column '{name}', not read") for name in self.extra
        ]

    def header_of(self, key: str) -> str:
        """The publisher's header of one of our columns."""
        return self.header[self.positions[key]]


def _same_name(cell: str, header: str) -> bool:
    return plain(cell) == plain(header)


def header_of(text: str) -> tuple[str, int]:
    """The first line that is not blank and its line number."""
    return next(filled_lines(text), ("", 0))


def filled_lines(text: str) -> Iterator[tuple[str, int]]:
    """The lines that are not blank, with their numbers."""
    start, line = 0, 1
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip(' \t\r";,'):
            yield text[start:end].rstrip("\r"), line
        start, line = end + 1, line + 1


def recognise(text: str, contracts: Iterable[Contract]) -> Layout | None:
    """The layout of a known table, or None when the header belongs to none. Raises Refused for a broken header."""
    known = tuple(contracts)
    for above, (line, number) in enumerate(islice(filled_lines(text), 1 + max(entry.preamble for entry in known))):
        for delimiter in delimiters_in(line):
            if len(line) > LONGEST_HEADER:
                continue
            cells = cells_of(line, delimiter)
            contract = _fitting(cells, [contract for contract in known if contract.preamble >= above])
            if contract:
                return lay_out(contract, delimiter, cells, number)
    return None


def recognise_sheet(sheet: Sheet, contracts: Iterable[Contract]) -> Layout | None:
    """The layout of a table that is a sheet, or None when its header belongs to none. Raises Refused."""
    contract = _fitting(sheet.header, list(contracts))
    if contract is None:
        return None
    return replace(lay_out(contract, "", sheet.header, sheet.header_row), sheet=sheet)


def _fitting(cells: Sequence[str], contracts: list[Contract]) -> Contract | None:
    names = frozenset(plain(cell) for cell in cells)
    signed = (contract for contract in contracts if contract.signature is not None and contract.signature(names))
    return next(signed, None)


def delimiters_in(line: str) -> list[str]:
    """The characters in a line that may separate its cells."""
    return [delimiter for delimiter in DELIMITERS if delimiter in line]


def cells_of(line: str, delimiter: str) -> tuple[str, ...]:
    """The cells of a header line; none when its quotes do not match."""
    try:
        row = next(csv.reader([line], delimiter=delimiter))
    except (csv.Error, StopIteration):
        return ()
    return tuple(cell.strip() for cell in row)


def lay_out(contract: Contract, delimiter: str, header: Sequence[str], number: int) -> Layout:
    """Where each column of a table stands in this header. Raises Refused naming what is missing or not known."""
    wanted = {plain(name): column for column in contract.columns for name in column.accepted}
    positions: dict[str, int] = {}
    wide: list[WideColumn] = []
    problems: list[RowProblem] = []
    unknown: list[RowProblem] = []
    for position, cell in enumerate(header):
        column = wanted.get(plain(cell))
        match = contract.wide.pattern.fullmatch(plain(cell)) if contract.wide else None
        if match:
            wide.append(WideColumn(position, match.groups(""), cell))
        elif column and column.key in positions:
            problems.append(_double(number, cell))
        elif column:
            positions[column.key] = position
        elif not any(header[position:]):
            continue  # a spreadsheet's empty columns at the end
        elif not (contract.wide and contract.wide.ignored and contract.wide.ignored.fullmatch(plain(cell))):
            unknown.append(RowProblem(number, cell, Text(f"onbekende kolom '{cell}'", f"unknown column '{cell}'")))
    problems += _missing(contract, positions, wide, number)
    # beside a missing column an unknown one is the likely new name of it
    # and beside counts it may hold a part of them
    if problems or (unknown and contract.family == "school" and contract.wide):
        problems = [*unknown, *problems]
        raise _broken(contract, problems)
    extra = tuple(problem.column for problem in unknown)
    return Layout(contract, delimiter, tuple(header), number, positions, tuple(wide), extra=extra)


def _missing(contract: Contract, positions: dict[str, int], wide: list[WideColumn], number: int) -> list[RowProblem]:
    names = [column.accepted[0] for column in contract.columns if column.required and column.key not in positions]
    if contract.wide:
        names += contract.wide.complete([column.groups for column in wide])
        seen = [column.groups for column in wide]
        doubles = {column.header for column in wide if seen.count(column.groups) > 1}
        if doubles:
            return [_double(number, name) for name in sorted(doubles)]
    return [
        RowProblem(number, name, Text(f"kolom '{name}' ontbreekt", f"column '{name}' is missing")) for name in names
    ]


def _double(number: int, name: str) -> RowProblem:
    return RowProblem(number, name, Text(f"kolom '{name}' komt twee keer voor", f"column '{name}' occurs twice"))


def _broken(contract: Contract, problems: list[RowProblem]) -> Refused:
    nl = "; ".join(problem.reason for problem in problems[:5])
    en = "; ".join(problem.reason.en for problem in problems[:5])
    row = problems[0].row
    return Refused(
        Text(
            f"lijkt op '{contract.name_nl}', maar de kopregel (regel {row}) klopt niet: {nl}",
            f"looks like '{contract.name_en}', but the header (line {row}) is not right: {en}",
        ),
        problems,
        contract.table,
    )
