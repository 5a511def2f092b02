"""DUO, Dec_postcodecijfers: the municipality of every four-digit postcode on 1 January of a year (fixed width)."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

import re
import secrets

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.bands import band_warnings
from pactwerk.figures.sources.contract import Column, Contract
from pactwerk.figures.sources.editions import EditionKind, decide_edition
from pactwerk.figures.sources.job import Job, Result, hashed, last_line
from pactwerk.figures.sources.municipality_codes import unknown_municipalities
from pactwerk.figures.sources.refusal import refuse_many
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.strays import stray
from pactwerk.figures.texts import Text

# Position 1-4 the digits, 5 whether it is a postbox, 6-9 the municipality, from 10 its name.
# Digits that are no postcode (blank, 10, 0010) stand for abroad, no fixed address, unknown.
_LINE = re.compile(r"([0-9 ]{4})([JNO])(\d{4})([^\s\x00-\x1f][^\x00-\x1f]{0,39})", re.ASCII)

CONTRACT = Contract(
    table="postcodes",
    name_nl="DUO, postcodecijfers met gemeente (Dec_postcodecijfers)",
    name_en="DUO, postcode digits with municipality (Dec_postcodecijfers)",
    reference="DUO, Bestandsbeschrijving Dec-bestanden (1 cijfer hoger onderwijs)",
    edition=EditionKind.YEAR,
    columns=tuple(Column(key, (key,)) for key in ("postcode4", "postbox", "municipality", "municipality_name")),
    signature=None,
    rows=(4_500, 5_200),
    family="register",
)

_Row = tuple[int, str, str, str]


def recognised(text: str) -> bool:
    """Whether the first lines are of this table."""
    lines = [line.rstrip() for line in text[:4000].split("\n")[:40]][:-1] or [text.strip()]
    fitting = sum(1 for line in lines if _LINE.fullmatch(line))
    return fitting >= 4 and fitting >= 0.8 * len(lines)


def read(job: Job) -> Result:
    """Read one year. Codes for abroad and for no fixed address are no place and are not stored. Raises Refused."""
    found, strays, lines = _parse(job.text)
    period, warnings = decide_edition(job.name, CONTRACT.edition, job.edition)
    file_id = job.file_id(period)
    target = job.target(CONTRACT.table, file_id)
    observations = _write(job, found, file_id, str(period))
    warnings += unknown_municipalities(row[2] for row in found)
    warnings += band_warnings(CONTRACT, lines, (row[2] for row in found))
    checksum = "\n".join(sorted("\t".join(row[1:]) for row in found))
    return Result(
        CONTRACT.table, str(period), file_id, lines, observations,
        hashed(CONTRACT.table, str(period), lines, checksum), target, (str(period),), tuple(strays),
        tuple(warnings + last_line(job.text)),
    )  # fmt: skip


def _parse(text: str) -> tuple[list[_Row], list[RowProblem], int]:
    found: list[_Row] = []
    strays: list[RowProblem] = []
    bad: list[RowProblem] = []
    # Only a last line without line end can be a name cut short.
    last = 0 if text.endswith("\n") else text.count("\n") + 1
    first: dict[str, int] = {}
    names: dict[str, str] = {}
    lines = 0
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            reason = stray([line])
            (strays if reason else bad).append(RowProblem(number, "", reason or _not_a_line(line)))
            continue
        lines += 1
        digits = match[1]
        if digits in first:
            bad.append(RowProblem(number, "postcodecijfers", _double(digits, first[digits])))
        first[digits] = number
        cut_off = number == last and names.setdefault(match[3], match[4]) != match[4]
        if cut_off:
            bad.append(RowProblem(number, "gemeentenaam", _not_a_line(line)))
        names[match[3]] = match[4]
        if "1000" <= digits <= "9999":
            found.append((number, digits, f"GM{match[3]}", match[4].strip()))
    if bad:
        raise refuse_many(bad)
    return found, strays, lines


def _not_a_line(line: str) -> Text:
    return Text(
        f"'{line[:40]}' past niet op de vaste posities van dit bestand",
        f"'{line[:40]}' does not fit the fixed positions of this file",
    )


def _double(digits: str, row: int) -> Text:
    return Text(f"postcode {digits} stond al op regel {row}", f"postcode {digits} stood on line {row} already")


def _write(job: Job, found: list[_Row], file_id: str, year: str) -> int:
    job.scratch.mkdir(parents=True, exist_ok=True)
    file = job.scratch / f"{secrets.token_hex(8)}.txt"
    try:
        file.write_text("".join(f"{a}\t{b}\t{c}\t{d}\n" for a, b, c, d in found), encoding="utf-8")
        source = (
            f"read_csv({engine.literal(file)}, delim = '\t', header = false, auto_detect = false, quote = '', "
            "columns = {'row': 'INTEGER', 'postcode4': 'VARCHAR', 'municipality': 'VARCHAR', 'name': 'VARCHAR'})"
        )
        return engine.write_parquet(
            f"SELECT {engine.literal(file_id)} AS file_id, row, {engine.literal(year)} AS year, postcode4, "
            f"municipality, name AS municipality_name FROM {source}",
            job.target(CONTRACT.table, file_id),
        )
    finally:
        file.unlink(missing_ok=True)
