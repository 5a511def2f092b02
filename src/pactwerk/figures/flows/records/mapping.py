"""Enrolment files in another layout, read by a declaration (TOML); docs/beheer/inschrijvingen.md describes it."""

import re
from dataclasses import dataclass
from pathlib import Path

from pactwerk.figures.flows.records import layout
from pactwerk.figures.sources.mapping.checking import Keys
from pactwerk.figures.sources.mapping.opening import keys_of, text_of

Codes = tuple[tuple[str, str], ...]
ENCODINGS = ("utf-8", "utf-16", "latin-1")


@dataclass(frozen=True)
class RecordColumn:
    """One column of the layout, from a column of the file: by its header, or by its place in a line (from 1).

    `codes` translates; a code that is not in it becomes `otherwise`, or stays as it is where that is None. `prefix` is
    put before what is not empty, after zeros up to `digits` places. `date` is the form of a date, such as `%Y%m%d`.
    With `after` the text is that of another column, a colon, and this one: `hbo:B`.
    """

    field: str
    header: str = ""
    start: int = 0
    length: int = 0
    codes: Codes = ()
    otherwise: str | None = None
    prefix: str = ""
    digits: int = 0
    date: str = ""
    after: "RecordColumn | None" = None


@dataclass(frozen=True)
class RowChoice:
    """Only rows count where a column has one of these values."""

    column: RecordColumn
    values: tuple[str, ...]


@dataclass(frozen=True)
class RecordMapping:
    """How a file of another layout gives the columns of ours."""

    name: str
    columns: tuple[RecordColumn, ...]
    constants: Codes = ()
    rows: tuple[RowChoice, ...] = ()
    delimiter: str = ";"
    encoding: str = "utf-8"
    fixed: bool = False

    def needed(self) -> tuple[RecordColumn, ...]:
        """The columns of the file that it reads."""
        read = (*self.columns, *(choice.column for choice in self.rows))
        return (*read, *(column.after for column in read if column.after))

    @property
    def header(self) -> bool:
        """Whether the first line holds the names of columns."""
        return not self.fixed


def load_record_mapping(path: Path) -> RecordMapping:
    """The mapping in a file. Raises MappingError, which names the file and the key."""
    return parse_record_mapping(text_of(path), path.name)


def parse_record_mapping(text: str, name: str) -> RecordMapping:
    """The mapping in a text. Raises MappingError."""
    top = keys_of(text, name)
    for about in ("title_nl", "title_en", "publisher", "reference"):
        top.text(about, "")
    file = top.table("file")
    fixed = file.flag("fixed", False)
    made = RecordMapping(
        name=top.text("name"),
        columns=tuple(_column(keys, fixed) for keys in top.tables("columns")),
        constants=tuple(sorted(top.codes("constants").items())),
        rows=tuple(_choice(keys, fixed) for keys in top.tables("only")),
        delimiter=file.text("delimiter", ";"),
        encoding=file.word("encoding", ENCODINGS, "utf-8"),
        fixed=fixed,
    )
    file.finish()
    top.finish()
    _check(top, made)
    return made


def _column(keys: Keys, fixed: bool) -> RecordColumn:
    made = _part(keys, fixed, keys.word("field", layout.COLUMNS))
    keys.finish()
    return made


def _choice(keys: Keys, fixed: bool) -> RowChoice:
    values = keys.words("values")
    if not values:
        raise keys.wrong("values", "noem de waarden die meetellen", "name the values that count")
    made = RowChoice(_part(keys, fixed, ""), values)
    keys.finish()
    return made


def _part(keys: Keys, fixed: bool, field: str) -> RecordColumn:
    header, start, length = keys.text("header", ""), keys.number("start", 0), keys.number("length", 0)
    if fixed and not (start and length):
        raise keys.wrong("start", "noem de eerste positie en de lengte (length)", "name the first place and length")
    if not fixed and not header:
        raise keys.wrong("header", "noem de kop van de kolom", "name the header of the column")
    date = keys.text("date", "")
    if date and not re.fullmatch(r"[-/.%Ymd]+", date):
        raise keys.wrong("date", "gebruik %Y, %m en %d", "use %Y, %m and %d")
    otherwise = keys.text("otherwise", "\0")
    other = keys.table("after")
    after = _part(other, fixed, "") if other.holds() else None
    other.finish()
    return RecordColumn(
        field, header, start, length, tuple(sorted(keys.codes("codes").items())),
        None if otherwise == "\0" else otherwise,
        keys.text("prefix", ""), keys.number("digits", 0), date, after,
    )  # fmt: skip


def _check(top: Keys, made: RecordMapping) -> None:
    """Every column of the layout is given once: from the file or as a constant."""
    given = [*(column.field for column in made.columns), *(field for field, _ in made.constants)]
    for field in given:
        if field not in layout.COLUMNS:
            raise top.wrong("constants", f"'{field}' is geen kolom van de indeling", f"'{field}': no such column")
        if given.count(field) > 1:
            raise top.wrong("columns", f"'{field}' staat er twee keer", f"'{field}' is there twice")
    for field in layout.REQUIRED:
        if field not in given:
            raise top.wrong(
                "columns",
                f"'{field}' ontbreekt; noem een kolom of zet '{field} = \"\"' onder [constants]",
                f"'{field}' is missing; name a column or put '{field} = \"\"' under [constants]",
            )
    if len(made.delimiter) != 1 and not made.fixed:
        raise top.wrong("file.delimiter", "is één teken", "is one character")
