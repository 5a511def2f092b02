"""A file of no known table that is nearly one: one column that its table is known by was renamed, or is gone.

Such a file is refused with the difference named: skipped among the files that are no table of ours, it would be missed.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pactwerk.figures.sources.contract import Contract, plain
from pactwerk.figures.sources.layout import LONGEST_HEADER, cells_of, delimiters_in, filled_lines, lay_out
from pactwerk.figures.sources.sheet import Sheet

_FEWEST = 3
_MOST_UNKNOWN = 2


def refuse_nearly(text: str, sheets: Iterable[Sheet], contracts: Sequence[Contract]) -> None:
    """Refuse a file whose header lacks one column of a table and has the others. Raises Refused."""
    for header, line in _headers(text, sheets, max(contract.preamble for contract in contracts)):
        near = [(known, contract) for contract in contracts if (known := _nearness(header, contract))]
        if near:
            _, contract = max(near, key=lambda entry: entry[0])
            lay_out(contract, "", header, line)


def _headers(text: str, sheets: Iterable[Sheet], above: int) -> Iterator[tuple[Sequence[str], int]]:
    for line, number in islice(filled_lines(text), 1 + above):
        if len(line) <= LONGEST_HEADER:
            yield from ((cells_of(line, delimiter), number) for delimiter in delimiters_in(line))
    yield from ((sheet.header, sheet.header_row) for sheet in sheets)


def _nearness(header: Sequence[str], contract: Contract) -> int:
    """How many columns of the table a header has when it lacks just one and has little else; 0 for another header."""
    if contract.signature is None:
        return 0
    names = [plain(cell) for cell in header if cell.strip()]
    accepted = {plain(name): column.key for column in contract.columns for name in column.accepted}
    wide = contract.wide
    groups = [match.groups("") for name in names if wide and (match := wide.pattern.fullmatch(name))]
    ignored = [name for name in names if wide and wide.ignored and wide.ignored.fullmatch(name)]
    there = {accepted[name] for name in names if name in accepted}
    lacking = [column.key for column in contract.columns if column.required and column.key not in there]
    lacking += wide.complete(groups) if wide else []
    known = sum(1 for name in names if name in accepted) + len(groups)
    unknown = len(names) - known - len(ignored)
    return known if len(lacking) == 1 and unknown <= _MOST_UNKNOWN and known >= _FEWEST else 0
