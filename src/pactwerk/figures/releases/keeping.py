"""What a release keeps of a file that was read: never the properties of the document, which may name people."""

from dataclasses import replace
from pathlib import Path

from pactwerk.figures.releases.accepted import Accepted
from pactwerk.figures.releases.engine import glance, literal
from pactwerk.figures.releases.manifest import KeptFile
from pactwerk.figures.releases.origins import is_tidy
from pactwerk.figures.sources import FileReport

_WEAKEST = ("afgeleid", "voorlopig", "definitief")


def kept_file(path: Path, report: FileReport, *, example: bool) -> KeptFile:
    """The file as the manifest names it; publisher and licence come from the contract that it was read by."""
    return KeptFile(
        name=path.name,
        sha256=report.sha256,
        file_id=report.file_id,
        table=report.table or "",
        edition=report.edition or "",
        content_hash=report.content_hash,
        rows_read=report.rows_read,
        observations=report.observations,
        warnings=tuple(report.warnings),
        example=example,
        kept_as=f"files/{report.sha256}{path.suffix.lower()}",
        part=report.part,
        status=_status(report),
        publisher=report.publisher,
        licence=report.licence,
    )


def accepted_again(kept: KeptFile, report: FileReport, copy: Path, observations: Path) -> Accepted:
    """A file that was in a release before, as it is read now; since when and from where it is known stays."""
    now = kept_file(Path(kept.name), report, example=kept.example)
    stays = replace(now, kept_as=kept.kept_as, known_at=kept.known_at, url=kept.url, retrieved=kept.retrieved)
    return Accepted(stays, copy, observations)


def _status(report: FileReport) -> str:
    """The weakest status among the observations; empty where the table says nothing of it."""
    if not is_tidy(report.table or "") or report.parquet is None:
        return ""
    connection = glance()
    try:
        source = literal(str(report.parquet))
        found = connection.execute(f"SELECT DISTINCT status FROM read_parquet({source})").fetchall()  # noqa: S608
    finally:
        connection.close()
    statuses = {status for (status,) in found}
    return next((name for name in _WEAKEST if name in statuses), "")
