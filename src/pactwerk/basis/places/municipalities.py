"""The product's own table of municipalities since 2013 and its tile map."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pactwerk.basis.places.kinds import UnknownArea

_TABLE = "municipalities.tsv"


@dataclass(frozen=True)
class Municipality:
    """One municipality code. `valid_from` and `valid_to` are the first 1 January in and no longer in the CBS list."""

    code: str
    name: str
    province: str
    valid_from: int | None
    valid_to: int | None
    successor: str | None
    tile: tuple[int, int] | None
    aliases: tuple[str, ...]

    @property
    def example(self) -> bool:
        """Whether it is invented (voorbeeldgegevens)."""
        return self.province == "PV99"

    def existed_in(self, year: int) -> bool:
        """Whether it is in the CBS list of 1 January of that year (the table knows 2013 and later)."""
        return (self.valid_from or 0) <= year and (self.valid_to is None or year < self.valid_to)


def _row(line: str) -> Municipality:
    code, name, province, start, end, successor, column, row, aliases = line.split("\t")
    return Municipality(
        code,
        name,
        province,
        int(start) if start else None,
        int(end) if end else None,
        successor or None,
        (int(column), int(row)) if column else None,
        tuple(aliases.split("|")) if aliases else (),
    )


@cache
def _table() -> Mapping[str, Municipality]:
    text = files(__package__).joinpath("reference", _TABLE).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    rows = [_row(line) for line in lines[1:]]
    return MappingProxyType({row.code: row for row in rows})


def municipalities(year: int | None = None, *, example: bool = False) -> tuple[Municipality, ...]:
    """All municipalities since 2013, or those of 1 January of a year; the invented ones only with `example`."""
    rows = (row for row in _table().values() if row.example == example)
    return tuple(row for row in rows if year is None or row.existed_in(year))


def municipality(code: str) -> Municipality:
    """The municipality with this CBS code. Raises UnknownArea."""
    try:
        return _table()[code]
    except KeyError:
        raise UnknownArea(code) from None


def province_of(code: str) -> str:
    """The province code of a municipality code, also of an abolished one. Raises UnknownArea."""
    return municipality(code).province


def successor_of(code: str) -> str:
    """The municipality that today covers (most of) this one; itself when it still exists. Raises UnknownArea."""
    row = municipality(code)
    return row.code if row.successor is None else successor_of(row.successor)


@cache
def tiles() -> Mapping[str, tuple[int, int]]:
    """Column and row (from the north-west corner) of today's 342 municipalities and the invented ones."""
    return MappingProxyType({row.code: row.tile for row in _table().values() if row.tile is not None})


EXAMPLE_MUNICIPALITIES = tuple(f"GM99{number:02d}" for number in range(1, 9))
