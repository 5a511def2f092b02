"""CBS, educational disadvantage scores (achterstandsscores) per school for primary education, on 1 October of a year.

A workbook with two tables: scores above the threshold, with the number of pupils, and scores without threshold, split
into lower years (pupils up to 7) and upper years (from 8). Both become one sheet of a value per line; a value keeps the
row that it has in its own table. A footnote letter behind a row says which of its scores are not reliable ("40 pupils
or fewer"): these have the domain `onvoldoende betrouwbaar`. A score of 0 is a score.
"""

import re
from collections.abc import Iterator, Mapping

from pactwerk.figures.sources import workbooks
from pactwerk.figures.sources.contract import Column, Contract, Wide, plain
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.job import Job
from pactwerk.figures.sources.sheet import Record, Sheet
from pactwerk.figures.sources.tidy import Coded, Shape, same

_KEY = "SCHOOLBRINVESTIGING"
_SCORE = "ACHTERSTANDSSCORE"
_MEASURES = {
    "AANTALBEKOSTIGDELEERLINGEN": "pupils",
    _SCORE: "score",
    f"{_SCORE}ZONDERDREMPEL": "score_without_threshold",
    f"{_SCORE}ZONDERDREMPELONDERBOUW": "score_lower_years",
    f"{_SCORE}ZONDERDREMPELBOVENBOUW": "score_upper_years",
}
_HEADER = ("PEILDATUM", "SCHOOL (BRIN VESTIGING)", "MAAT", "WAARDE", "BETROUWBAARHEID")
_DATE = re.compile(r"1 oktober (\d{4})")
_NOTE = re.compile(r"([a-z])[ )]+(.*)")
_LOCATION = re.compile(r"\d\d[A-Za-z]{2}[0-9A-Za-z]{2}", re.ASCII)
UNRELIABLE = "onvoldoende betrouwbaar"


def sheet_of(job: Job) -> Sheet | None:
    """Both tables of the workbook as one sheet; None for another file."""
    if job.text:
        return None
    records: list[Record] = []
    extra: dict[str, None] = {}
    for _, rows in workbooks.rows_of(job.data):
        place = next((place for place, (_, cells) in enumerate(rows[:20]) if _is_header(cells)), None)
        if place is not None:
            date = next((match[1] for _, cells in rows[:place] for cell in cells if (match := _DATE.search(cell))), "")
            extra |= dict.fromkeys(cell for cell in rows[place][1] if cell and plain(cell) not in {_KEY, *_MEASURES})
            records += _values(rows[place][1], rows[place + 1 :], date)
    if not records:
        return None
    header = (*_HEADER, *extra)
    return Sheet("", header, 0, tuple((row, [*cells, *[""] * len(extra)]) for row, cells in records))


def _is_header(cells: list[str]) -> bool:
    names = [plain(cell) for cell in cells]
    return _KEY in names and any(name.startswith(_SCORE) for name in names)


def _values(header: list[str], rows: list[Record], day: str) -> Iterator[Record]:
    """A line per value; what is no row of a school (a footer, a footnote) stays one line for the reader to judge."""
    measures = {place: name for place, cell in enumerate(header) if (name := _MEASURES.get(plain(cell)))}
    key = [plain(cell) for cell in header].index(_KEY)
    notes = _notes(rows)
    for row, cells in rows:
        if not _LOCATION.fullmatch(cells[key]):
            yield row, ["", cells[key], "", "", ""]
            continue
        marked = {notes[letter] for letter in re.findall("[a-z]", cells[-1]) if letter in notes} if cells else set()
        for place, measure in measures.items():
            yield row, [day, cells[key], header[place], cells[place], UNRELIABLE if measure in marked else ""]


def _notes(rows: list[Record]) -> dict[str, str]:
    """Which measure a footnote's letter says is not reliable."""
    found = {}
    for _, cells in rows[-20:]:
        match = _NOTE.fullmatch(cells[0]) if cells else None
        if match and UNRELIABLE in match[2]:
            found[match[1]] = _noted(match[2], rows)
    return found


def _noted(text: str, rows: list[Record]) -> str:
    for word, measure in (("onderbouw", "score_lower_years"), ("bovenbouw", "score_upper_years")):
        if word in text:
            return measure
    with_parts = any("onderbouw" in cells[0] for _, cells in rows[-20:] if cells)
    return "score_without_threshold" if with_parts else "score"


def _is_scores(names: frozenset[str]) -> bool:
    return {_KEY, "MAAT", "WAARDE"} <= names


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    return [] if groups else ["WAARDE"]


def _says(_groups: tuple[str, ...]) -> Mapping[str, str]:
    return {}


def _measure(text: str) -> tuple[str] | None:
    found = _MEASURES.get(plain(text))
    return (found,) if found else None


CONTRACT = Contract(
    table="disadvantage_scores",
    name_nl="CBS, achterstandsscores basisscholen",
    name_en="CBS, educational disadvantage scores of primary schools",
    reference="https://www.cbs.nl/nl-nl/maatwerk/2020/07/achterstandsscores-scholen-2019",
    edition=EditionKind.YEAR,
    columns=(
        Column("stated", ("PEILDATUM",)),
        Column("location", ("SCHOOL (BRIN VESTIGING)",)),
        Column("measure", ("MAAT",)),
        Column("reliability", ("BETROUWBAARHEID",)),
    ),
    signature=_is_scores,
    rows=(20_000, 45_000),
    wide=Wide(re.compile("(WAARDE)"), None, _complete, decimal=lambda _: True, blank="unknown"),
    key=("location", "[0-9]{2}[A-Z]{2}[0-9A-Z]{2}"),
    family="tidy",
    publisher="CBS",
    licence="CC-BY 4.0 (CBS)",
)

SHAPE = Shape(
    concept="school",
    says=_says,
    coded=(Coded("measure", ("measure",), _measure), Coded("reliability", ("domain",), same("domain"))),
    day="10-01",
)
