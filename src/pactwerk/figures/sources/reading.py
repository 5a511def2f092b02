"""One file: open it, recognise its table, let that table's reader read it, report."""

import errno
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from pactwerk.figures.sources import borders, engine, exams, po_addresses, postcodes, vo_addresses, vo_pupils
from pactwerk.figures.sources.content import load, open_text, sha256_of
from pactwerk.figures.sources.contract import Contract
from pactwerk.figures.sources.job import Job, Result
from pactwerk.figures.sources.layout import Layout, recognise
from pactwerk.figures.sources.refusal import Refused, Unknown, refuse_at
from pactwerk.figures.sources.report import FileReport, Outcome
from pactwerk.figures.texts import Text

_DELIMITED: dict[str, tuple[Contract, Callable[[Job, Layout], Result]]] = {
    "vo_pupils": (vo_pupils.CONTRACT, vo_pupils.read),
    "exams": (exams.CONTRACT, exams.read),
    "vo_addresses": (vo_addresses.CONTRACT, vo_addresses.read),
    "po_addresses": (po_addresses.CONTRACT, po_addresses.read),
}
TABLES = MappingProxyType(
    {table: contract for table, (contract, _) in _DELIMITED.items()}
    | {"postcodes": postcodes.CONTRACT, "borders": borders.CONTRACT}
)
Progress = Callable[[str, str], None]


def read(
    path: Path | str, *, workdir: Path, edition: str | None = None, progress: Progress | None = None
) -> FileReport:
    """Recognise a file's table by its content and write its observations to `workdir/<table>/<file_id>.parquet`.

    `edition` counts only where neither content nor file name tells it. `progress(name, step)` is called at every
    step. Never raises for what is wrong with the file: the report says it, and then nothing is written. Raises
    OSError when the working folder cannot be written (a full disk).
    """
    path = Path(path)
    say = progress or _silent
    sha256, contract = "", None
    try:
        say(path.name, "open")
        data = load(path)
        sha256 = sha256_of(data)
        content = open_text(data, path.suffix)
        job = Job(path.name, sha256, content.text, workdir, edition)
        contract, reader = _reader(job)
        say(path.name, contract.table)
        return _report(path, sha256, reader())
    except Refused as refused:
        return _refusal(path, sha256, contract, refused)
    except Unknown as unknown:
        return FileReport(path, path.name, sha256, Outcome.SKIPPED, reason=unknown.reason)


def _silent(name: str, step: str) -> None:
    """No progress is asked for."""


def _reader(job: Job) -> tuple[Contract, Callable[[], Result]]:
    """The contract and reader of the table that the text is. Raises Unknown, or Refused for a broken header."""
    if borders.recognised(job.text):
        return borders.CONTRACT, lambda: borders.read(job)
    if postcodes.recognised(job.text):
        return postcodes.CONTRACT, lambda: postcodes.read(job)
    layout = recognise(job.text, [contract for contract, _ in _DELIMITED.values()])
    if layout is None:
        raise Unknown(Text("geen bekende tabel", "no known table"))
    contract, read_table = _DELIMITED[layout.contract.table]
    return contract, lambda: _guarded(read_table, job, layout)


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


def _report(path: Path, sha256: str, result: Result) -> FileReport:
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
