"""DUO, pupils in secondary education per location by type of education (01. leerlingen vo per vestiging)."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

import re
from collections.abc import Callable

from pactwerk.basis.dated import Period, SchoolYear
from pactwerk.basis.places import province_by_name
from pactwerk.figures.sources import engine, words
from pactwerk.figures.sources.bands import band_warnings
from pactwerk.figures.sources.codes import coded, distinct
from pactwerk.figures.sources.contract import SCHOOL, Column, Contract, Wide, known
from pactwerk.figures.sources.counts import bounds, count_name
from pactwerk.figures.sources.delimited import fill, leave_totals, refuse_doubles, whole_line
from pactwerk.figures.sources.editions import EditionKind, decide_edition
from pactwerk.figures.sources.job import Job, Result, hashed, last_line
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.locations import BRIN, LOCATION
from pactwerk.figures.sources.staging import Select, text_of
from pactwerk.figures.sources.stated import stated_school_year
from pactwerk.figures.texts import Text, number

_BLOCK = re.compile(r"(?:LEEROFVERBLIJFSJAAR|LEERJAAR)(\d)(MAN|VROUW)")
_SEX = {"MAN": "male", "VROUW": "female"}


def _is_pupils(names: frozenset[str]) -> bool:
    return sum(1 for name in names if _BLOCK.fullmatch(name)) >= 2


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    there = set(groups)
    grades = {grade for grade, _ in there} | {"1", "2", "3", "4", "5", "6"}
    wanted = [(grade, sex) for grade in sorted(grades) for sex in ("MAN", "VROUW")]
    return [f"LEER- OF VERBLIJFSJAAR {grade} - {sex}" for grade, sex in wanted if (grade, sex) not in there]


CONTRACT = Contract(
    table="vo_pupils",
    name_nl="DUO, leerlingen vo per vestiging naar onderwijstype",
    name_en="DUO, pupils in secondary education per location by type of education",
    reference="https://duo.nl/open_onderwijsdata/voortgezet-onderwijs/aantal-leerlingen/",
    edition=EditionKind.SCHOOL_YEAR,
    columns=(
        *SCHOOL,
        Column("place_name", ("PLAATSNAAM VESTIGING", "PLAATSNAAM")),
        Column("province", ("PROVINCIE VESTIGING", "PROVINCIE")),
        Column("school_type", ("ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR", "ONDERWIJSTYPE VO")),
        Column("sector", ("VMBO SECTOR",), required=False),
        Column("department", ("AFDELING",)),
        Column("lwoo", ("LWOO INDICATIE",), required=False),
        Column("element", ("ELEMENTCODE",), required=False),
        Column("stated", ("SCHOOLJAAR", "PEILDATUM"), required=False),
        *known(
            "INSTELLINGSNAAM VESTIGING", "VESTIGINGSNAAM", "INSTELLINGSNAAM", "OPLEIDINGSNAAM", "GEMEENTENUMMER",
            "GEMEENTENAAM", "GEMEENTENUMMER VESTIGING", "GEMEENTENAAM VESTIGING", "BEVOEGD GEZAG NUMMER",
            "DENOMINATIE", "DENOMINATIE VESTIGING", "TOTAAL", "TOTAAL AANTAL LEERLINGEN",
        ),
    ),
    signature=_is_pupils,
    rows=(20_000, 35_000),
    wide=Wide(_BLOCK, None, _complete),
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(800_000, 1_100_000),
)  # fmt: skip


def _province(text: str) -> tuple[str] | None:
    code = province_by_name(text)
    return (code,) if code else None


_CODES: dict[str, tuple[str, list[str], Callable[[str], tuple[str | None, ...] | None]]] = {
    "province": ("p", ["code"], _province),
    "school_type": ("t", ["track"], words.pupil_track),
    "department": ("d", ["profile"], words.department),
    "sector": ("s", ["code"], words.sector),
}
_CODED = ("place_name", "province", "school_type", "sector", "department")
_WORDS = (*_CODED, "stated")


def read(job: Job, layout: Layout) -> Result:
    """Read one edition. Zero cells are not stored: absent is 0. Raises Refused.

    LWOO, element or name of a programme may split a row further, so only a line that is wholly the same is a double.
    """
    selects: list[Select] = [(text_of(layout.positions[key]), key) for key in _WORDS if key in layout.positions]
    staged = leave_totals(
        layout, fill(job, layout, [*selects, whole_line(layout)]), ("school_type", "sector", "department")
    )
    refuse_doubles(layout, "whole", "precies deze regel", "exactly this line")
    period, warnings = decide_edition(job.name, CONTRACT.edition, job.edition, _stated(layout))
    file_id = job.file_id(None if "stated" in layout.positions else period)
    target = job.target(CONTRACT.table, file_id)
    tables, unknown = _tables(layout)
    observations = engine.write_parquet(_observations(layout, file_id, period, tables), target)
    total, suppressed, checksum = _sums(layout)
    provinces = [code[0] for name in distinct("province") if (code := _province(name))]
    warnings += band_warnings(CONTRACT, staged.rows, provinces, {str(period): total}) + last_line(job.text)
    return Result(
        CONTRACT.table, str(period), file_id, staged.rows, observations,
        hashed(CONTRACT.table, str(period), staged.rows, checksum), target, (str(period),), staged.strays,
        tuple(warnings + unknown + _without_sector(layout) + _suppressed(suppressed)),
    )  # fmt: skip


def _stated(layout: Layout) -> SchoolYear | None:
    if "stated" not in layout.positions:
        return None
    return stated_school_year(distinct("stated"), layout.header_of("stated"))


def _tables(layout: Layout) -> tuple[dict[str, str], list[Text]]:
    """Joins from words to codes for province, school type, department and sector; words without code are warned of."""
    tables, warnings = {}, []
    for key, (name, columns, code_of) in _CODES.items():
        if key in layout.positions:
            table, unknown = coded(key, layout.header_of(key), len(columns), code_of)
            tables[key] = f"JOIN {engine.coded(name, columns, table)} ON raw.{key} = {name}.word"
            warnings += unknown
    return tables, warnings


def _observations(layout: Layout, file_id: str, period: Period, tables: dict[str, str]) -> str:
    sector = "s.code" if "sector" in tables else "NULL::VARCHAR"
    counts = ", ".join(count_name(column.position) for column in layout.wide)
    grades = ", ".join(column.groups[0] for column in layout.wide)
    sexes = engine.repeated([_SEX[column.groups[1]] for column in layout.wide])
    return f"""
        SELECT * EXCLUDE (count), count, {bounds(CONTRACT)}
        FROM (
            SELECT * EXCLUDE (counts), unnest([{grades}]::TINYINT[]) AS grade, unnest({sexes}) AS sex,
                unnest(counts) AS count
            FROM (
                SELECT {engine.literal(file_id)}::{engine.enum([file_id])} AS file_id, raw.row,
                    {engine.literal(period)}::{engine.enum([period])} AS period, {LOCATION} AS location,
                    {BRIN} AS brin, raw.place_name, p.code AS province, t.text AS school_type, t.track,
                    {sector} AS sector, d.text AS department, d.profile, [{counts}] AS counts
                FROM raw
                {" ".join(tables.values())}
            )
        ) WHERE count IS DISTINCT FROM 0"""


def _sums(layout: Layout) -> tuple[int, int, int]:
    """Total of the counts that are known, number of suppressed cells, and the rows' checksum."""
    names = [count_name(column.position) for column in layout.wide]
    ordered = [count_name(column.position) for column in sorted(layout.wide, key=lambda column: column.groups)]
    texts = [key for key in _CODED if key in layout.positions]
    total = " + ".join(f"coalesce({name}, 0)" for name in names)
    hidden = " + ".join(f"({name} IS NULL)::INTEGER" for name in names)
    parts = ", ".join([f"({LOCATION})", *texts, *ordered])
    found = engine.rows(f"SELECT sum({total}), sum({hidden}), sum(hash({parts})) FROM raw")
    return int(found[0][0]), int(found[0][1]), int(found[0][2])


def _without_sector(layout: Layout) -> list[Text]:
    """What follows from a file without its sector column: technical shares are then of another definition."""
    if "sector" in layout.positions:
        return []
    return [
        Text(
            "de kolom VMBO SECTOR ontbreekt: techniek in het vmbo (K03, K04, K11) geldt voor dit jaar alleen volgens "
            "definitie 'profile', niet te vergelijken met 'sector' in andere jaren",
            "the column VMBO SECTOR is missing: technology in vmbo (K03, K04, K11) holds for this year by the "
            "definition 'profile' only, not to be compared with 'sector' in other years",
        )
    ]


def _suppressed(cells: int) -> list[Text]:
    if not cells:
        return []
    nl, en = number(cells)
    return [
        Text(
            f"{nl} cellen zijn door DUO verborgen (<5): sommen zijn daar een ondergrens en een bovengrens",
            f"{en} cells are suppressed by DUO (<5): sums over them are a lower and an upper bound",
        )
    ]
