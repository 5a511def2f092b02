"""The last steps of every register: checked, dated, written, reported."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from collections.abc import Sequence
from dataclasses import dataclass

from pactwerk.basis.dated import Period
from pactwerk.figures.sources import engine
from pactwerk.figures.sources.bands import band_warnings
from pactwerk.figures.sources.editions import EditionKind, decide_edition, edition_from_argument, edition_from_name
from pactwerk.figures.sources.job import Job, Result, hashed
from pactwerk.figures.sources.refusal import Refused
from pactwerk.figures.sources.registers.checking import check, written
from pactwerk.figures.sources.registers.fields import Field, Register
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.texts import Text

UNDATED = "ongedateerd"
"""The edition of a table of codes that says nowhere of when it is."""


@dataclass(frozen=True)
class Staged:
    """What stands in `raw` besides `row`: the fields' texts under these headers.

    `strays` are the lines that are no data, `day` the day that the content says the register is of.
    """

    fields: Sequence[Field]
    headers: dict[str, str]
    strays: Sequence[RowProblem]
    day: str = ""


def finish(job: Job, register: Register, staged: Staged) -> Result:
    """Check and write `raw`. Raises Refused with line and column."""
    contract, fields = register.contract, staged.fields
    warnings = check(register, fields, staged.headers)
    rows = int(engine.rows("SELECT count(*) FROM raw")[0][0])
    edition, more = _edition(job, register, staged.day)
    file_id = job.file_id(edition) if edition else job.file_id()
    target = job.target(contract.table, file_id)
    chosen = ", ".join(f"{written(field)} AS {field.key}" for field in fields)
    said = str(edition) if edition else UNDATED
    count = engine.write_parquet(
        f"SELECT {engine.literal(file_id)} AS file_id, raw.row AS row, {chosen} FROM raw", target
    )
    places = engine.rows(f"SELECT DISTINCT municipality FROM {engine.literal(target)}") if _placed(fields) else []
    warnings += [*more, *band_warnings(contract, rows, (place for (place,) in places))]
    names = ", ".join(sorted(field.key for field in fields))
    checksum = engine.rows(f"SELECT sum(hash({names})) FROM raw")[0][0]
    return Result(
        contract.table, said, file_id, rows, count, hashed(contract.table, said, rows, checksum), target,
        (said,) if edition else (), tuple(staged.strays), tuple(warnings), _part(register, fields),
    )  # fmt: skip


def _part(register: Register, fields: Sequence[Field]) -> str:
    whole = not register.parted or any(field.key == register.parted for field in fields)
    return "" if whole else f"zonder {register.parted}"


def _placed(fields: Sequence[Field]) -> bool:
    return any(field.key == "municipality" for field in fields)


def _edition(job: Job, register: Register, day: str) -> tuple[Period | None, list[Text]]:
    """By a day in the content, else by file name or caller; a table of codes may be without any."""
    kind = register.contract.edition
    if register.dated:
        latest = engine.rows(f"SELECT max({written(_field(register))}) FROM raw")[0][0]
        day = str(latest or "")
    content = edition_from_name(day, kind) if day else None
    try:
        if register.dated and content:
            # the latest day in a register is not the day of the register: what a name says of it is no contradiction
            return edition_from_name(job.name, kind) or _given(job, kind) or content, []
        return decide_edition(job.name, kind, job.edition, content)
    except Refused:
        if kind is not EditionKind.REGISTER_DATE or job.edition:
            raise
        return None, [
            Text(
                "het bestand zegt nergens van wanneer het is; --edition (bijvoorbeeld 2024-10) geeft het een datum",
                "the file says nowhere of when it is; --edition (for instance 2024-10) gives it a date",
            )
        ]


def _given(job: Job, kind: EditionKind) -> Period | None:
    """What the caller says; one edition for many files need not suit this one."""
    try:
        return edition_from_argument(job.edition, kind) if job.edition else None
    except Refused:
        return None


def _field(register: Register) -> Field:
    return next(field for field in register.fields if field.key == register.dated)
