"""Every mutation of every real file is accepted with the same figures, told, or refused; none is silent (REL-03)."""

import re
from pathlib import Path
from typing import Any

import _duckdb as duckdb
import pytest

from pactwerk.figures import sources
from pactwerk.figures.sources import TABLES, FileReport, Outcome
from tests.figures.sources.mutations import MUTATIONS
from tests.figures.sources.real_tables import FILES, Bendable, bendable

Facts = list[tuple[Any, ...]]


def _facts(report: FileReport) -> Facts:
    """The observations without their line numbers, in an order of their own."""
    with duckdb.connect(":memory:") as connection:
        rows = connection.execute(f"SELECT * EXCLUDE (file_id, row) FROM '{report.parquet}'").fetchall()
    return sorted(rows, key=repr)


def _told(report: FileReport) -> set[str]:
    """The remarks without numbers and capitals: another order of lines, or spelling of the header, moves those."""
    texts = (*report.warnings, *(problem.reason for problem in report.rows_refused))
    return {re.sub(r"[0-9.]+", "#", str(text)).casefold() for text in texts}


def _chosen(table: str) -> list[str]:
    """All mutations for the school family; for the tables that share one reader every other one, in turns."""
    if TABLES[table].family == "school":
        return list(MUTATIONS)
    return list(MUTATIONS)[list(FILES).index(table) % 2 :: 2]


class Bench:
    """One table's real file, read as it is and then bent."""

    def __init__(self, table: str, file: Bendable, folder: Path) -> None:
        self.table, self.file, self.folder = table, file, folder
        self.plain = self.read("plain", file.data())
        assert (self.plain.outcome, self.plain.table) == (Outcome.READ, table), self.plain.reason
        self.facts = _facts(self.plain)

    def read(self, name: str, data: bytes) -> FileReport:
        """Read bytes under the file's own name."""
        path = self.folder / name / self.file.name
        path.parent.mkdir()
        path.write_bytes(data)
        return sources.read(path, workdir=self.folder / name / "work", edition=self.file.file.edition, sample=True)

    def fault(self, name: str) -> str | None:
        """What is wrong with how a mutation is taken; None when nothing is, or it does not apply to the table."""
        mutation = MUTATIONS[name]
        data = mutation.bend(self.file)
        if data is None:
            return None
        report = self.read(name, data)
        expected, says = self.file.file.other.get(name, (mutation.expected, mutation.says))
        if mutation.school and TABLES[self.table].family == "school" and name not in self.file.file.other:
            expected = mutation.school
        if expected == "refuse":
            return self._not_refused(report, name, says)
        if report.outcome is not Outcome.READ:
            return f"{report.outcome}: {report.reason}"
        new = _told(report) - _told(self.plain)
        if expected == "accept":
            same = report.content_hash == self.plain.content_hash and _facts(report) == self.facts
            return None if same and not new else f"same {same}, told {new}"
        if mutation.same and name not in self.file.file.other and _facts(report) != self.facts:
            return "other figures"
        return None if any(says.casefold() in text for text in new) else f"silent: {new}"

    def _not_refused(self, report: FileReport, name: str, says: str) -> str | None:
        told = f"{report.reason} {' '.join(str(problem.reason) for problem in report.rows_refused)}"
        left = [path for path in (self.folder / name / "work").rglob("*") if path.is_file()]
        if report.outcome is Outcome.REFUSED and says in told and report.reason.en and not left:
            return None
        return f"{report.outcome}, left {left}: {told} {report.warnings}"


@pytest.mark.parametrize("table", FILES)
def test_every_mutation_is_accepted_told_or_refused(shared: Path, tmp_path: Path, table: str) -> None:
    bench = Bench(table, bendable(shared, FILES[table]), tmp_path)
    faults = {name: fault for name in _chosen(table) if (fault := bench.fault(name))}
    assert not faults


def test_there_are_enough_mutations() -> None:
    """The issue asks for 60, each with its class."""
    cases = [(table, name) for table in FILES for name in _chosen(table)]
    assert len(cases) >= 60
    assert {name for _, name in cases} == set(MUTATIONS)
    assert {mutation.expected for mutation in MUTATIONS.values()} == {"accept", "warn", "refuse"}
