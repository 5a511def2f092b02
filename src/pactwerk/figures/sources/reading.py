"""One file: open it, recognise its table, let that table's reader read it, report."""

import errno
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from pactwerk.figures.sources import archives, engine, records, workbooks
from pactwerk.figures.sources.content import Content, load, open_text, sha256_of
from pactwerk.figures.sources.contract import Contract
from pactwerk.figures.sources.job import Job, Result
from pactwerk.figures.sources.layout import Layout, recognise, recognise_sheet
from pactwerk.figures.sources.refusal import Refused, Unknown, refuse_at
from pactwerk.figures.sources.registry import HEADED, SPECIAL, Table
from pactwerk.figures.sources.report import FileReport, Outcome
from pactwerk.figures.sources.resembling import refuse_nearly
from pactwerk.figures.sources.samples import leave_named_sample, refuse_small
from pactwerk.figures.sources.sheet import Sheet
from pactwerk.figures.texts import Text

Progress = Callable[[str, str], None]


def read(  # noqa: PLR0913 -- keywords, each with its default
    path: Path | str,
    *,
    workdir: Path,
    edition: str | None = None,
    progress: Progress | None = None,
    sample: bool = False,
    mapped: Sequence[Table] = (),
) -> FileReport:
    """Recognise a file's table by its content and write its observations to `workdir/<table>/<file_id>.parquet`.

    `edition` counts only where neither content nor file name tells it. `progress(name, step)` is called at every
    step. With `sample` the file may be a sample of a layout, which is never data; `mapped`
    are tables beside the publishers'. Never raises for what is wrong with the file: the report says it, and then
    nothing is written. Raises OSError when the working folder cannot be written (a full disk).
    """
    path = Path(path)
    say = progress or _silent
    sha256, contract = "", None
    try:
        say(path.name, "open")
        data = load(path)
        sha256 = sha256_of(data)
        content = _content(data, path.suffix)
        job = Job(path.name, sha256, content.text, workdir, edition, data, sample)
        contract, reader = _reader(job, mapped)
        leave_named_sample(job)
        say(path.name, contract.table)
        result = reader()
        refuse_small(job, contract, result)
        return _report(path, sha256, contract, result)
    except Refused as refused:
        return _refusal(path, sha256, contract, refused)
    except Unknown as unknown:
        return FileReport(path, path.name, sha256, Outcome.SKIPPED, reason=unknown.reason)


def _silent(name: str, step: str) -> None:
    """No progress is asked for."""


def _content(data: bytes, suffix: str) -> Content:
    """The file's text; none of a workbook, that of the one data file of a zip."""
    if workbooks.is_workbook(data):
        return Content("", "workbook")
    member = archives.only_member(data, suffix)
    return open_text(*(member or (data, suffix)))


def _reader(job: Job, mapped: Sequence[Table]) -> tuple[Contract, Callable[[], Result]]:
    """The contract and reader of the table that the file is. Raises Unknown, or Refused for a broken header."""
    for special in SPECIAL:
        if special.recognised(job.text):
            return special.contract, partial(special.read, job)
    found = _as_sheet(job) or _as_text(job) or _as_mapped(job, mapped)
    if found is None:
        own = filter(None, (table.sheet_of(job) for table in HEADED if table.sheet_of))
        refuse_nearly(job.text, chain(own, _sheets(job)), [table.contract for table in HEADED])
        raise Unknown(Text("geen bekende tabel", "no known table"))
    table, layout = found
    if table.which:
        layout = replace(layout, contract=table.which(job, layout))
        table = _table_of(layout)
    return table.contract, lambda: _guarded(table.read, job, layout)


def _as_text(job: Job) -> tuple[Table, Layout] | None:
    layout = recognise(job.text, [table.contract for table in HEADED])
    return (_table_of(layout), layout) if layout else None


def _as_sheet(job: Job) -> tuple[Table, Layout] | None:
    """The table of a file that is no delimited text: by its own module, or by the header of a sheet."""
    for table in HEADED:
        sheet = table.sheet_of(job) if table.sheet_of else None
        layout = recognise_sheet(sheet, [table.contract]) if sheet else None
        if layout:
            return table, layout
    for sheet in _sheets(job):
        layout = recognise_sheet(sheet, [table.contract for table in HEADED])
        if layout:
            return _table_of(layout), layout
    return None


def _as_mapped(job: Job, mapped: Sequence[Table]) -> tuple[Table, Layout] | None:
    """The table that a mapping file declares; a publisher's own table is never read by somebody's declaration."""
    for table in mapped:
        sheet = table.sheet_of(job) if table.sheet_of else None
        contracts = [table.contract]
        layout = recognise_sheet(sheet, contracts) if sheet else recognise(job.text, contracts)
        if layout:
            return table, layout
    return None


def _sheets(job: Job) -> Iterator[Sheet]:
    if not job.text:
        yield from workbooks.sheets_of(job.data)
    elif sheet := records.sheet_of(job.text):
        yield sheet


def _table_of(layout: Layout) -> Table:
    return next(table for table in HEADED if table.contract is layout.contract)


def _guarded(read_table: Callable[[Job, Layout], Result], job: Job, layout: Layout) -> Result:
    """What the engine refuses to read is a refusal of the file, not a fault of the program."""
    try:
        return read_table(job, layout)
    except engine.EngineError as error:
        first = str(error).strip().splitlines()[0]
        if isinstance(error, engine.DiskError):
            raise OSError(errno.EIO, first) from error
        raise refuse_at(layout.header_line, "", f"niet te lezen ({first})", f"cannot be read ({first})") from error
    finally:
        engine.drop_raw()


def _report(path: Path, sha256: str, contract: Contract, result: Result) -> FileReport:
    return FileReport(
        path=path,
        name=path.name,
        sha256=sha256,
        outcome=Outcome.READ,
        table=result.table,
        edition=result.edition,
        file_id=result.file_id,
        rows_read=result.rows_read,
        rows_refused=result.strays,
        observations=result.observations,
        warnings=result.warnings,
        content_hash=result.content_hash,
        parquet=result.parquet,
        periods=result.periods,
        part=result.part,
        publisher=contract.publisher,
        licence=contract.licence,
    )


def _refusal(path: Path, sha256: str, contract: Contract | None, refused: Refused) -> FileReport:
    return FileReport(
        path,
        path.name,
        sha256,
        Outcome.REFUSED,
        table=contract.table if contract else refused.table,
        reason=refused.reason,
        rows_refused=refused.problems,
    )
