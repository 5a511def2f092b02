"""DUO, exam candidates and graduates per location and programme, old and new layout."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

import re

from pactwerk.basis.dated import SchoolYear
from pactwerk.basis.places import municipality_by_name
from pactwerk.figures.sources import engine, words
from pactwerk.figures.sources.bands import band_warnings
from pactwerk.figures.sources.codes import coded, distinct
from pactwerk.figures.sources.contract import SCHOOL, Column, Contract, Wide, known
from pactwerk.figures.sources.counts import bounds, count_name
from pactwerk.figures.sources.delimited import fill, leave_totals, refuse_doubles
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.job import Job, Result, hashed, last_line
from pactwerk.figures.sources.layout import Layout, WideColumn
from pactwerk.figures.sources.locations import LOCATION, location_columns
from pactwerk.figures.sources.staging import Select, text_of
from pactwerk.figures.texts import Text

_YEARS = r"(?:SCHOOLJAAR)?(\d{4})(\d{4})(MAN|VROUW|ONBEKEND|TOTAAL)"
_BLOCK = re.compile(rf"(EXAMENKANDIDATEN|GESLAAGDEN){_YEARS}")
_SHARE = re.compile(rf"SLAAGPERC(?:ENTAGE)?{_YEARS}")
_MEASURE = {"EXAMENKANDIDATEN": "candidates", "GESLAAGDEN": "graduates"}
_SEX = {"MAN": "male", "VROUW": "female", "ONBEKEND": "unknown", "TOTAAL": "total"}


def _is_exams(names: frozenset[str]) -> bool:
    return any(_BLOCK.fullmatch(name) for name in names)


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    there = set(groups)
    found = {(first, second) for _, first, second, _ in there}
    odd = [f"SCHOOLJAAR {first}-{int(first) + 1}" for first, second in sorted(found) if int(second) != int(first) + 1]
    starts = [int(first) for first, _ in found]
    years = [(str(year), str(year + 1)) for year in range(min(starts), max(starts) + 1)] if starts else []
    return odd + [
        f"{measure} SCHOOLJAAR {first}-{second} - {sex}"
        for first, second in years
        for measure in _MEASURE
        for sex in ("MAN", "VROUW", "TOTAAL")
        if (measure, first, second, sex) not in there
    ]


CONTRACT = Contract(
    table="exams",
    name_nl="DUO, examenkandidaten en geslaagden vo",
    name_en="DUO, exam candidates and graduates in secondary education",
    reference="https://duo.nl/open_onderwijsdata/voortgezet-onderwijs/examens/",
    edition=EditionKind.COLUMNS,
    columns=(
        *SCHOOL,
        Column("municipality_name", ("GEMEENTENAAM", "GEMEENTENAAM VESTIGING")),
        Column("school_type", ("ONDERWIJSTYPE VO",)),
        Column("programme", ("OPLEIDINGSNAAM",)),
        Column("inspection_code", ("INSPECTIECODE",), required=False),
        *known(
            "INSTELLINGSNAAM VESTIGING", "INSTELLINGSNAAM", "VESTIGINGSNAAM", "GEMEENTENUMMER", "PLAATSNAAM",
            "PROVINCIE", "PROVINCIE VESTIGING", "BEVOEGD GEZAG NUMMER",
        ),
    ),
    signature=_is_exams,
    rows=(10_000, 25_000),
    wide=Wide(_BLOCK, _SHARE, _complete),
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(150_000, 230_000),
)  # fmt: skip


_Table = list[tuple[object, ...]]


def read(job: Job, layout: Layout) -> Result:
    """Read all school years of the file. Cells that are exactly 0 are not stored: absent is 0. Raises Refused."""
    selects: list[Select] = [
        (text_of(layout.positions[key]) if key in layout.positions else "''", key)
        for key in ("municipality_name", "school_type", "programme", "inspection_code")
    ]
    staged = leave_totals(layout, fill(job, layout, selects), ("school_type", "programme"))
    refuse_doubles(
        layout,
        f"{LOCATION}, programme, inspection_code",
        "deze opleiding op deze vestiging",
        "this programme at this location",
    )
    periods = _periods(layout)
    places, warnings = _places()
    programmes, unknown = coded("programme", layout.header_of("programme"), 3, words.exam_programme)
    file_id = job.file_id()
    target = job.target(CONTRACT.table, file_id)
    observations = engine.write_parquet(_observations(layout, file_id, places, programmes), target)
    sizes = band_warnings(CONTRACT, staged.rows, (code for _, code in places), _totals(layout))
    edition = f"{periods[0]} – {periods[-1]}" if len(periods) > 1 else periods[0]
    return Result(
        CONTRACT.table, edition, file_id, staged.rows, observations,
        hashed(CONTRACT.table, edition, staged.rows, _checksum(layout)), target, periods, staged.strays,
        (*warnings, *unknown, *sizes, *last_line(job.text)),
    )  # fmt: skip


def _period(column: WideColumn) -> str:
    return SchoolYear.starting(int(column.groups[1])).text


def _periods(layout: Layout) -> tuple[str, ...]:
    return tuple(sorted({_period(column) for column in layout.wide}))


def _places() -> tuple[list[tuple[object, ...]], list[Text]]:
    """Names of municipalities with their codes; those without one are warned about."""
    table: list[tuple[object, ...]] = [(name, municipality_by_name(name)) for name in distinct("municipality_name")]
    unknown = [str(name) for name, code in table if code is None]
    if not unknown:
        return table, []
    listed = ", ".join(unknown[:10])
    return table, [Text(f"onbekende gemeenten: {listed}", f"unknown municipalities: {listed}")]


def _observations(layout: Layout, file_id: str, places: _Table, programmes: _Table) -> str:
    columns = layout.wide
    periods = engine.repeated([_period(column) for column in columns])
    measures = engine.repeated([_MEASURE[column.groups[0]] for column in columns])
    sexes = engine.repeated([_SEX[column.groups[3]] for column in columns])
    counts = ", ".join(count_name(column.position) for column in columns)
    location = location_columns()
    types = engine.enum(distinct("school_type"))
    return f"""
        SELECT * EXCLUDE (count), {bounds(CONTRACT)}
        FROM (
            SELECT * EXCLUDE (counts), unnest({periods}) AS period, unnest({sexes}) AS sex,
                unnest({measures}) AS measure, unnest(counts) AS count
            FROM (
                SELECT {engine.literal(file_id)}::{engine.enum([file_id])} AS file_id, raw.row, {location},
                    m.code AS municipality, m.text AS municipality_name,
                    raw.school_type::{types} AS school_type, o.track, o.sector, o.profile, [{counts}] AS counts
                FROM raw
                JOIN {engine.coded("m", ["code"], places)} ON raw.municipality_name = m.word
                JOIN {engine.coded("o", ["track", "sector", "profile"], programmes)} ON raw.programme = o.word
            )
        ) WHERE count IS DISTINCT FROM 0"""


def _checksum(layout: Layout) -> int:
    ordered = sorted(layout.wide, key=lambda column: column.groups)
    names = ", ".join(count_name(column.position) for column in ordered)
    parts = f"({LOCATION}), school_type, programme, municipality_name, {names}"
    return int(engine.rows(f"SELECT sum(hash({parts})) FROM raw")[0][0])


def _totals(layout: Layout) -> dict[str, int]:
    """Per school year the total of candidates, suppressed cells left out."""
    totals = [
        column for column in layout.wide if column.groups[0] == "EXAMENKANDIDATEN" and column.groups[3] == "TOTAAL"
    ]
    sums = ", ".join(f"coalesce(sum({count_name(column.position)}), 0)" for column in totals)
    found = engine.rows(f"SELECT {sums} FROM raw")[0]
    return {_period(column): int(total) for column, total in zip(totals, found, strict=True)}
