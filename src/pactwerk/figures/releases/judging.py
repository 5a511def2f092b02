"""Which of the files that were read may join the release: new ones, no second copies, no contradictions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from pactwerk.figures.releases.accepted import Accepted
from pactwerk.figures.releases.keeping import kept_file
from pactwerk.figures.releases.manifest import KeptFile, Manifest
from pactwerk.figures.releases.reading_files import ReadFile, already
from pactwerk.figures.releases.reports import FileLine, Options, Outcome
from pactwerk.figures.releases.twins import refuse_twin
from pactwerk.figures.releases.whole_and_parts import refuse_beside
from pactwerk.figures.sources import FileReport


@dataclass
class Judged:
    """The verdict on everything offered."""

    lines: list[FileLine] = field(default_factory=list)
    accepted: list[Accepted] = field(default_factory=list)
    replaced: set[str] = field(default_factory=set)


def judge(read: Sequence[ReadFile], manifest: Manifest | None, options: Options, inside: Path | None = None) -> Judged:
    """Compare each file with the current release and with the files before it in this load.

    A file is known by its table, its edition and the part of the edition that it is. `inside` holds the observations
    of the current release.
    """
    judged = Judged()
    now = datetime.now(UTC).isoformat(timespec="seconds")
    present = list(manifest.files) if manifest else []
    for file in read:
        if file.report is None:
            judged.lines += [file.line] if file.line else []
            continue
        line = _line(file.path, file.report)
        if line.outcome == "read" and file.report.parquet and file.copy:
            whence = options.whence(file.path)
            kept = replace(
                kept_file(file.path, file.report, example=options.example),
                known_at=now,
                url=whence.url,
                retrieved=whence.retrieved,
            )
            line = _admit(line, kept, present, judged, may_replace=options.replace)
            if line.outcome == "read":
                line = refuse_beside(line, kept, present)
            if line.outcome == "read" and not (options.replace or options.edition):
                line = refuse_twin(line, kept, file.report.parquet, _observed(present, judged, inside))
            if line.outcome == "read":
                present.append(kept)
                judged.accepted.append(Accepted(kept, file.copy, file.report.parquet))
        judged.lines.append(line)
    return judged


def _observed(present: Sequence[KeptFile], judged: Judged, inside: Path | None) -> Iterator[tuple[KeptFile, Path]]:
    """Every file so far with its observations."""
    new = {entry.kept.file_id: entry.observations for entry in judged.accepted}
    for kept in present:
        path = new.get(kept.file_id) or (inside / kept.table / f"{kept.file_id}.parquet" if inside else None)
        if path:
            yield kept, path


def _admit(line: FileLine, kept: KeptFile, present: list[KeptFile], judged: Judged, *, may_replace: bool) -> FileLine:
    """Decide on one file that was read well: the same again, a contradiction, or new."""
    for other in present:
        same_place = (other.table, other.edition, other.part) == (kept.table, kept.edition, kept.part)
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
        f"{line.path.name} spreekt {other.name} tegen: allebei {kept.table}, editie {_edition(kept)}, maar met een"
        f" andere inhoud. {other.name} blijft gelden; laad {line.path.name} met --replace om het te vervangen.",
        f"{line.path.name} contradicts {other.name}: both are {kept.table}, edition {_edition(kept)}, with different"
        f" content. {other.name} stays; load {line.path.name} with --replace to replace it.",
    )


def _edition(kept: KeptFile) -> str:
    return f"{kept.edition} ({kept.part})" if kept.part else kept.edition


def _line(path: Path, report: FileReport) -> FileLine:
    outcome = cast("Outcome", str(report.outcome))
    return FileLine(
        path=path,
        outcome=outcome,
        sha256=report.sha256,
        table=report.table,
        edition=report.edition,
        part=report.part,
        reason=(str(report.reason), report.reason.en),
        rows_read=report.rows_read,
        rows_refused=tuple((bad.row, bad.column, (str(bad.reason), bad.reason.en)) for bad in report.rows_refused),
        observations=report.observations,
        warnings=tuple((str(warning), warning.en) for warning in report.warnings),
    )
