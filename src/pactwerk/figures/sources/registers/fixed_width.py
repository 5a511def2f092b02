"""A register in fixed positions, one line a record, without a header."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

import re
from dataclasses import replace

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.job import Job, Result, last_line
from pactwerk.figures.sources.refusal import refuse_at, refuse_many
from pactwerk.figures.sources.registers.fields import Field, Register
from pactwerk.figures.sources.registers.finishing import Staged, finish
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.strays import stray
from pactwerk.figures.texts import Text

_LOOKED_AT = 40
_MOST_PROBLEMS = 20


def fits(register: Register, text: str) -> bool:
    """Whether most of the first lines stand in the register's positions."""
    lines = [line.rstrip() for line in text[:8000].split("\n")[:_LOOKED_AT]]
    lines = [line for line in lines[: -1 if len(lines) > 1 else None] if not (_dating(register, line) or stray([line]))]
    fitting = sum(1 for line in lines if _fits(register, line))
    return fitting >= 2 and fitting >= 0.8 * len(lines)


def _fits(register: Register, line: str) -> bool:
    if len(line) > max(field.start + field.length for field in register.fields) - 1 or re.search(r"[;\t|]", line):
        return False
    return all(_cell_fits(field, line[field.start - 1 : field.start - 1 + field.length]) for field in register.fields)


def _cell_fits(field: Field, cell: str) -> bool:
    text = cell.strip()
    return (not text and field.blank) or re.fullmatch(field.kind.pattern, text) is not None


def _dating(register: Register, line: str) -> str:
    found = re.fullmatch(register.dating, line.strip()) if register.dating else None
    return found[1] if found else ""


def read_fixed_width(job: Job, register: Register) -> Result:
    """Read one file. Raises Refused with the line that does not fit the positions."""
    chosen = ", ".join(
        f"coalesce(trim(substr(line, {field.start}, {field.length})), '') AS {field.key}" for field in register.fields
    )
    # the engine splits the text itself: a line a row, whatever stands in it
    engine.connection().execute(
        f"CREATE OR REPLACE TEMP TABLE raw AS SELECT row, line, {chosen} FROM (SELECT rtrim(line) AS line, row FROM ("
        "SELECT unnest(lines) AS line, generate_subscripts(lines, 1)::INTEGER AS row FROM ("
        "SELECT string_split(replace(?, chr(13), ''), chr(10)) AS lines)))",
        [job.text.removesuffix("\n")],
    )
    strays, day = _strays(register)
    if not engine.rows("SELECT count(*) FROM raw")[0][0]:
        raise refuse_at(1, "", "er staan geen gegevens in", "it holds no data")
    headers = {field.key: f"positie {field.start}" for field in register.fields}
    result = finish(job, register, Staged(register.fields, headers, strays, day))
    more = tuple(last_line(job.text))
    return result if not more else _warned(result, more)


def _warned(result: Result, more: tuple[Text, ...]) -> Result:
    return replace(result, warnings=(*result.warnings, *more))


def _strays(register: Register) -> tuple[list[RowProblem], str]:
    """Take the lines out of `raw` that are no data: blank ones, totals, footers, and the one that tells the date."""
    width = max(field.start + field.length for field in register.fields) - 1
    key = register.fields[0]
    odd = engine.rows(
        f"SELECT row, line FROM raw WHERE length(line) > {width} "
        f"OR NOT regexp_full_match({key.key}, {engine.literal(key.kind.pattern)}) ORDER BY row"
    )
    strays: list[RowProblem] = []
    bad: list[RowProblem] = []
    day = ""
    for row, line in odd:
        told = _dating(register, line)
        day = told or day
        reason = Text("regel met de datum van het bestand", "line with the date of the file") if told else stray([line])
        (strays if reason else bad).append(RowProblem(row, "", reason or _not_a_line(line)))
    if bad:
        raise refuse_many(bad[:_MOST_PROBLEMS])
    engine.rows(f"DELETE FROM raw WHERE row IN ({', '.join(str(problem.row) for problem in strays) or 'NULL'})")
    return strays, day


def _not_a_line(line: str) -> Text:
    return Text(
        f"'{line[:40]}' past niet op de vaste posities van dit bestand",
        f"'{line[:40]}' does not fit the fixed positions of this file",
    )
