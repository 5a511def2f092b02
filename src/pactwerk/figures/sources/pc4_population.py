"""CBS, Kerncijfers per postcode (PC4): inhabitants by age class, a workbook with a header of several rows."""

import re

from pactwerk.figures.sources import workbooks
from pactwerk.figures.sources.cbs import words
from pactwerk.figures.sources.contract import Column, Contract, Wide, plain
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.job import Job
from pactwerk.figures.sources.sheet import Record, Sheet
from pactwerk.figures.sources.tidy import Coded, Shape

_AMOUNT = re.compile(r"INWONERS(TOTAAL|GESLACHTMAN|GESLACHTVROUW|LEEFTIJDKLASSEN[0-9A-Z]+)")
_IGNORED = re.compile(r"INWONERSHERKOMST.*|HUISHOUDEN.*|WONING.*|SOCIALEZEKERHEID.*|DICHTHEID.*")
_SEXES = {"TOTAAL": "total", "GESLACHTMAN": "male", "GESLACHTVROUW": "female"}
_CODE = "[1-9][0-9]{3}"
_HEADER_ROWS = 25
_DAY = re.compile(r"peildatum (1 januari (?:19|20)[0-9]{2})", re.IGNORECASE)


def sheet_of(job: Job) -> Sheet | None:
    """The sheet whose first column is the postcode, with its header rows made one and the title's date as a column."""
    if job.text:
        return None
    for name, rows in workbooks.rows_of(job.data):
        start = next((place for place, (_, row) in enumerate(rows[:_HEADER_ROWS]) if _is_names(row)), None)
        if start is not None:
            return _sheet(name, rows, start)
    return None


def _is_names(row: list[str]) -> bool:
    return bool(row) and plain(row[0]).startswith(("POSTCODE", "PC4")) and any(row[1:])


def _sheet(name: str, rows: list[Record], start: int) -> Sheet:
    title = " ".join(row[0] for _, row in rows[:start] if row)
    levels = [_filled(row) for _, row in rows[:start] if any(row[1:])]
    below = rows[start][1]
    header = [below[0], *(_joined([*(level[at] for level in levels), below[at]]) for at in range(1, len(below)))]
    day = _DAY.search(title)
    known = ([("peildatum", day[1])] if day else []) + [("status", title)]
    records = ((number, [*row, *(text for _, text in known)]) for number, row in rows[start + 1 :])
    data = tuple(record for record in records if plain(record[1][0]) not in {"CODE", ""})
    return Sheet(name, (*header, *(column for column, _ in known)), rows[start][0], data)


def _filled(row: list[str]) -> list[str]:
    """A heading stands in the first of the columns that it is over."""
    found, last = [], ""
    for cell in row:
        last = cell or last
        found.append(last)
    return found


def _joined(parts: list[str]) -> str:
    return " ".join(dict.fromkeys(part for part in parts if part))


def _is_pc4(names: frozenset[str]) -> bool:
    return any(name.startswith("INWONERSLEEFTIJDKLASSEN") for name in names)


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    there = [group for (group,) in groups]
    return [] if any(group.startswith("LEEFTIJDKLASSEN") for group in there) else ["Inwoners, leeftijdklassen"]


def _age(group: str) -> str:
    text = group.removeprefix("LEEFTIJDKLASSEN").lower()
    spaced = re.sub(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", " ", text)
    found = words.age(spaced.replace("jaarenouder", "jaar en ouder").replace("jaarofouder", "jaar of ouder"))
    return found[0] if found else text


def _says(groups: tuple[str, ...]) -> dict[str, str]:
    if groups[0] in _SEXES:
        return {"measure": "inhabitants", "sex": _SEXES[groups[0]]}
    return {"measure": "population", "sex": "total", "age": _age(groups[0])}


def _status(text: str) -> tuple[str] | None:
    return ("definitief",) if "definitie" in text.lower() else ("voorlopig",)


def _same(text: str) -> tuple[str]:
    return (text,)


CONTRACT = Contract(
    table="pc4_population",
    name_nl="CBS, kerncijfers per viercijferige postcode: inwoners naar leeftijdsklasse",
    name_en="CBS, key figures by four-digit postcode: inhabitants by age class",
    reference="https://www.cbs.nl/nl-nl/dossier/nederland-regionaal/geografische-data/gegevens-per-postcode",
    edition=EditionKind.YEAR,
    columns=(
        Column("postcode4", ("Postcode-4", "Postcode", "PC4")),
        Column("stated", ("peildatum",), required=False),
        Column("status", ("status",), required=False),
    ),
    signature=_is_pc4,
    rows=(3_900, 4_300),
    wide=Wide(_AMOUNT, _IGNORED, _complete, blank="unknown", unknown=("-99995", ".")),
    suppressed="-99997",
    suppressed_means=(0, 4),
    key=("postcode4", _CODE),
    family="tidy",
    publisher="CBS",
    licence=words.LICENCE,
)

SHAPE = Shape(
    concept="home",
    says=_says,
    coded=(Coded("postcode4", ("postcode4",), _same), Coded("status", ("status",), _status)),
    totals=True,
    day="01-01",
)
"""`-99997` is *0 - 4 / geheim* by the file's own words; CBS rounds to fives, so classes need not add up to totals."""
