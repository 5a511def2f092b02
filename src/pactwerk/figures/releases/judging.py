"""Which of the files that were read may join the release: new ones, no second copies, no contradictions."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from pactwerk.figures.releases.manifest import KeptFile, Manifest
from pactwerk.figures.releases.reading_files import ReadFile, already
from pactwerk.figures.releases.reports import FileLine, Outcome
from pactwerk.figures.sources import FileReport


@dataclass(frozen=True)
class Accepted:
    """A new file of the release: what is known of it, its copied bytes and its observations."""

    kept: KeptFile
    raw: Path
    observations: Path


@dataclass
class Judged:
    """The verdict on everything offered."""

    lines: list[FileLine] = field(default_factory=list)
    accepted: list[Accepted] = field(default_factory=list)
    replaced: set[str] = field(default_factory=set)

    @property
    def nothing_refused(self) -> bool:
        """Whether no offered file was refused."""
        return all(line.outcome != "refused" for line in self.lines)


def judge(read: Sequence[ReadFile], manifest: Manifest | None, *, example: bool, replace: bool) -> Judged:
    """Compare each file with the current release and with the files before it in this load."""
    judged = Judged()
    present = list(manifest.files) if manifest else []
    for file in read:
        if file.report is None:
            judged.lines += [file.line] if file.line else []
            continue
        line = _line(file.path, file.report)
        if line.outcome == "read" and file.report.parquet and file.copy:
            kept = _kept(file.path, file.report, example=example)
            line = _admit(line, kept, present, judged, may_replace=replace)
            if line.outcome == "read":
                present.append(kept)
                judged.accepted.append(Accepted(kept, file.copy, file.report.parquet))
        judged.lines.append(line)
    return judged


def _admit(line: FileLine, kept: KeptFile, present: list[KeptFile], judged: Judged, *, may_replace: bool) -> FileLine:
    """Decide on one file that was read well: the same again, a contradiction, or new."""
    for other in present:
        same_place = (other.table, other.edition) == (kept.table, kept.edition)
        if not same_place:
            continue
        same_content = kept.file_id == other.file_id or kept.content_hash == other.content_hash
        if kept.example != other.example:
            if same_content and not may_replace:
                return replace(line, outcome="refused", observations=0, reason=_other_kind(line, other))
            continue
        if same_content:
            return already(line.path, other)
        new_in_this_load = any(entry.kept is other for entry in judged.accepted)
        if may_replace and not new_in_this_load:
            judged.replaced.add(other.file_id)
            present.remove(other)
            return line
        return replace(line, outcome="refused", observations=0, reason=_contradiction(line, kept, other))
    return line


def _other_kind(line: FileLine, other: KeptFile) -> tuple[str, str]:
    """Invented numbers must not become real ones by leaving out an option."""
    if other.example:
        return (
            f"{line.path.name} is in de actuele uitgave voorbeeldgegevens ({other.name}); laad het met --example, of"
            " met --replace als het toch echte gegevens zijn.",
            f"{line.path.name} is example data in the current release ({other.name}); load it with --example, or with"
            " --replace when it is real data after all.",
        )
    return (
        f"{line.path.name} staat in de actuele uitgave als echt bestand ({other.name}); laad het zonder --example, of"
        " met --replace als het toch voorbeeldgegevens zijn.",
        f"{line.path.name} is a real file in the current release ({other.name}); load it without --example, or with"
        " --replace when it is example data after all.",
    )


def _contradiction(line: FileLine, kept: KeptFile, other: KeptFile) -> tuple[str, str]:
    return (
        f"{line.path.name} spreekt {other.name} tegen: allebei {kept.table}, editie {kept.edition}, maar met een"
        f" andere inhoud. {other.name} blijft gelden; laad {line.path.name} met --replace om het te vervangen.",
        f"{line.path.name} contradicts {other.name}: both are {kept.table}, edition {kept.edition}, with different"
        f" content. {other.name} stays; load {line.path.name} with --replace to replace it.",
    )


def accepted_again(kept: KeptFile, report: FileReport, copy: Path, observations: Path) -> Accepted:
    """A file that was in a release before, as it is read now."""
    now = _kept(Path(kept.name), report, example=kept.example)
    return Accepted(replace(now, kept_as=kept.kept_as), copy, observations)


def _kept(path: Path, report: FileReport, *, example: bool) -> KeptFile:
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
    )


def _line(path: Path, report: FileReport) -> FileLine:
    outcome = cast("Outcome", str(report.outcome))
    return FileLine(
        path=path,
        outcome=outcome,
        sha256=report.sha256,
        table=report.table,
        edition=report.edition,
        reason=(str(report.reason), report.reason.en),
        rows_read=report.rows_read,
        rows_refused=tuple((bad.row, bad.column, (str(bad.reason), bad.reason.en)) for bad in report.rows_refused),
        observations=report.observations,
        warnings=tuple((str(warning), warning.en) for warning in report.warnings),
    )
