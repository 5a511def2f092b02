"""A register with a header line: delimited text, a sheet of a workbook, or JSON."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from dataclasses import replace

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.job import Job, Result, last_line
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.refusal import refuse_at
from pactwerk.figures.sources.registers.fields import Field, Register
from pactwerk.figures.sources.registers.finishing import Staged, finish
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.staging import Select, stage_plain, stage_records, text_of
from pactwerk.figures.texts import Text


def read_headed(job: Job, layout: Layout, register: Register) -> Result:
    """Read one file. Raises Refused with line and column."""
    fields = [field for field in register.fields if field.key in layout.positions]
    strays = _stage(job, layout, fields)
    headers = {field.key: layout.header_of(field.key) for field in fields}
    result = finish(job, register, Staged(fields, headers, strays))
    more = [
        Text(f"onbekende kolom '{name}', niet gelezen", f"unknown column '{name}', not read") for name in layout.extra
    ]
    more += [] if layout.sheet else last_line(job.text)
    return replace(result, warnings=(*result.warnings, *more)) if more else result


def _stage(job: Job, layout: Layout, fields: list[Field]) -> list[RowProblem]:
    """Fill `raw`; the lines that are no data."""
    selects: list[Select] = [(text_of(layout.positions[field.key]), field.key) for field in fields]
    if stage_plain(job.text, layout, job.scratch, selects) and not _keyless(layout):
        return []
    rows, strays = stage_records(job.text, layout, job.scratch, selects)
    if rows == 0:
        raise refuse_at(layout.header_line, "", "na de kopregel staan geen gegevens", "no data after the header")
    return strays


def _keyless(layout: Layout) -> bool:
    """Whether a line lacks the key that no line lacks: a footer or totals line may be among them."""
    key, pattern = layout.contract.key
    right = f"regexp_full_match(upper({key}), {engine.literal(pattern)})"
    return bool(engine.rows(f"SELECT coalesce(bool_or(NOT {right}), false) FROM raw")[0][0])
