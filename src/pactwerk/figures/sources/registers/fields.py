"""What a register's columns are: where they stand, what a cell looks like, what is written of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from pactwerk.figures.sources.contract import Column, Contract
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.texts import Text


class Kind(Enum):
    """A kind of cell: the pattern of its text, and the SQL of what is written (`{}` is the text)."""

    TEXT = (".+", "{}")
    CODE = ("[0-9A-Z][0-9A-Za-z&._-]*", "{}")
    ADMINISTRATION = ("[0-9]{2}[0-9A-Z-]{0,4}", "upper({})")
    BRIN = ("[0-9]{2}[A-Za-z]{2}", "upper({})")
    LOCATION = ("[0-9]{2}[A-Za-z]{2}[0-9A-Za-z]{2}", "upper({})")
    DIGITS_4 = ("[0-9]{4}", "{}")
    DIGITS_5 = ("[0-9]{5}", "{}")
    PRIOR_CODE = ("[0-9A-Z][0-9]{4}", "{}")
    PRIOR_SECTOR = ("HO|MBO|OVG|VO", "{}")
    DIGITS_6 = ("[0-9]{6}", "{}")
    NAME = ("[^0-9 ,;].*", "{}")
    LOWER_NAME = ("[a-z].*", "{}")
    PROGRAMME_NAME = ("[A-Za-z0-9'(].*[A-Za-z].*", "{}")
    COMPACT_DAY = (
        "(1[0-9]|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])",
        "substr({0}, 1, 4) || '-' || substr({0}, 5, 2) || '-' || substr({0}, 7, 2)",
    )
    DAY = (
        "(0?[1-9]|[12][0-9]|3[01])-(0?[1-9]|1[0-2])-(18|19|20)[0-9]{2}|(18|19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]",
        "CASE WHEN substr({0}, 5, 1) = '-' THEN {0} ELSE split_part({0}, '-', 3) || '-' || "
        "lpad(split_part({0}, '-', 2), 2, '0') || '-' || lpad(split_part({0}, '-', 1), 2, '0') END",
    )
    YES_NO = ("[JNjn]", "(upper({}) = 'J')")
    MUNICIPALITY = ("(GM)?[0-9]{1,4}", "'GM' || lpad(ltrim({}, 'GM'), 4, '0')")
    MUNICIPALITY_4 = ("[0-9]{4}", "'GM' || {}")
    PROVINCE = ("(PV)?[0-9]{2}", "'PV' || ltrim({}, 'PV')")

    def __init__(self, pattern: str, written: str) -> None:
        """Keep the pattern and the SQL."""
        self.pattern = pattern
        self.written = written


@dataclass(frozen=True)
class Field:
    """One column: our key, the kind of its cells, whether a cell may be blank.

    `accepted` are the headers it goes by (a table with a header); `start` (from 1) and `length` where it stands (a
    table of fixed positions). `required`: a file without this header is refused. `words` turns the publisher's words
    into ours; a word that is not in it stays as it is, with a warning.
    """

    key: str
    kind: Kind = Kind.TEXT
    blank: bool = False
    start: int = 0
    length: int = 0
    accepted: tuple[str, ...] = ()
    required: bool = True
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Register:
    """A register: its contract, its columns, which of them together occur once, and how its date is found.

    `dated` names the column of days whose latest one tells how far the register goes; `dating` is a pattern of a line
    that is no data but whose first group is the register's own day (as 20200803). `parted` names a column without which
    a file is only a part of its edition, so that it takes no whole one's place.
    """

    contract: Contract
    fields: tuple[Field, ...]
    unique: tuple[str, ...] = ()
    dated: str = ""
    dating: str = ""
    parted: str = ""


def register_contract(  # noqa: PLR0913 -- a contract names what a publisher's table has
    table: str,
    name: Text,
    reference: str,
    fields: tuple[Field, ...],
    rows: tuple[int, int],
    *,
    edition: EditionKind = EditionKind.REGISTER_DATE,
    ignored: tuple[str, ...] = (),
    key: tuple[str, str] = ("", ".*"),
    signature: Callable[[frozenset[str]], bool] | None = None,
    publisher: str = "DUO",
    licence: str = "CC0 of CC-BY 4.0 (DUO, open onderwijsdata)",
) -> Contract:
    """The contract of a register; without `signature` it has no header line."""
    columns = [Column(entry.key, entry.accepted or (entry.key,), required=entry.required) for entry in fields]
    columns += [Column(header, (header,), required=False, read=False) for header in ignored]
    return Contract(
        table=table, name_nl=str(name), name_en=name.en, reference=reference, edition=edition,
        columns=tuple(columns), signature=signature, rows=rows,
        key=key, family="register", publisher=publisher, licence=licence,
    )  # fmt: skip


def mostly(*wanted: str) -> Callable[[frozenset[str]], bool]:
    """Whether most of these headers (as `plain` gives them) are there: a renamed one is named, not overlooked."""
    return lambda names: len(names.intersection(wanted)) > len(wanted) / 2
