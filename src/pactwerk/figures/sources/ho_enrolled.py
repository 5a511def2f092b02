"""DUO, students enrolled in higher education (hbo, wo) per location's municipality, institution and programme.

Main enrolments on 1 October (DUO, *1 cijfer hoger onderwijs*); 1 to 4 are hidden. The header is that of the
first-years, so the file's name tells the two apart, and without it how many a national file counts.
"""

import csv
import io
import re
from collections.abc import Iterable

from pactwerk.figures.sources import ho_entrants, ho_graduates
from pactwerk.figures.sources.contract import Contract
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.higher_education import COLUMNS, reader, shape_of, years
from pactwerk.figures.sources.higher_education.codes import part_of
from pactwerk.figures.sources.job import Job
from pactwerk.figures.sources.layout import Layout, lay_out
from pactwerk.figures.sources.refusal import Refused
from pactwerk.figures.texts import Text

MEASURE = "enrolled"

CONTRACT = Contract(
    table="ho_enrolled",
    name_nl="DUO, ingeschrevenen hbo en wo per opleiding",
    name_en="DUO, students enrolled in higher education per programme",
    reference="https://duo.nl/open_onderwijsdata/hoger-onderwijs/aantal-studenten/",
    edition=EditionKind.COLUMNS,
    columns=(*COLUMNS, *ho_entrants.KINDS),
    signature=ho_entrants.signed,
    rows=(1_500, 12_000),
    wide=years(MEASURE)[0],
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(190_000, 650_000),
    family="tidy",
)

SHAPE = shape_of(MEASURE)
read = reader(SHAPE)

# Students a year of a national file: first-years from the first number on, all enrolled from the second on.
_NATIONAL = {"hbo": (70_000, 200_000), "wo": (35_000, 130_000)}


_GRADUATES = re.compile("diplom|afgestudeerd|geslaagd")


def which(job: Job, layout: Layout) -> Contract:
    """The contract of the table that a file is: first-years or all enrolled. Raises Refused when nothing tells.

    A file of graduates comes here when the column of diplomas, which they are known by, has another name.
    """
    name = job.name.lower()
    if "eerstejaars" in name or "instroom" in name:
        return ho_entrants.CONTRACT
    if "ingeschreven" in name:
        return CONTRACT
    if _GRADUATES.search(name):
        lay_out(ho_graduates.CONTRACT, layout.delimiter, layout.header, layout.header_line)
    students, part = (0, "") if layout.extra else _size(job, layout)
    few, many = _NATIONAL.get(part, (0, 0))
    if many and students >= few:
        return CONTRACT if students >= many else ho_entrants.CONTRACT
    raise Refused(
        Text(
            "zijn dit eerstejaars of alle ingeschrevenen? De kolommen zijn dezelfde; geef het bestand de naam van de "
            "uitgever terug (eerstejaars-ingeschrevenen… of ingeschrevenen…)" + _also("onbekende kolom", layout),
            "are these first-years or all enrolled students? The columns are the same; give the file the publisher's "
            "name back (eerstejaars-ingeschrevenen… or ingeschrevenen…)" + _also("unknown column", layout),
        ),
        table=CONTRACT.table,
    )


def _also(word: str, layout: Layout) -> str:
    names = "', '".join(layout.extra)
    return f"; {word} '{names}'" if names else ""


def _size(job: Job, layout: Layout) -> tuple[int, str]:
    """The students of the last year, and the sort of higher education."""
    last = max(column.groups[0] for column in layout.wide)
    amounts = [column.position for column in layout.wide if column.groups[0] == last]
    place = layout.positions["programme"]
    rows = [row for row in _records(job, layout) if len(row) == len(layout.header)]
    students = sum(int(row[position]) for row in rows for position in amounts if row[position].strip().isdecimal())
    return students, part_of(row[place] for row in rows)


def _records(job: Job, layout: Layout) -> Iterable[list[str]]:
    if layout.sheet:
        return [record for _, record in layout.sheet.records]
    return csv.reader(io.StringIO(job.text, newline=""), delimiter=layout.delimiter)
