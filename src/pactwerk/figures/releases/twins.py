"""The same figures under the name of another edition: almost always a file that was saved under a wrong year."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pactwerk.figures.releases.engine import Connection, glance, literal
from pactwerk.figures.releases.manifest import KeptFile
from pactwerk.figures.releases.reports import FileLine
from pactwerk.figures.sources import TABLES

BY_CHANCE = 100
"""Fewer observations than this may be equal by chance."""
REPEATED = frozenset({"vo_addresses", "po_addresses"})
"""Besides the registers (postcodes of 2023 and 2024 are one text): tables that a publisher repeats without a change."""
_OF_THE_FILE = frozenset({"file_id", "row", "period", "peildatum", "register_date", "year", "status"})


def refuse_twin(
    line: FileLine, kept: KeptFile, observations: Path, others: Iterable[tuple[KeptFile, Path]]
) -> FileLine:
    """The line as it is, or refused when another edition of the table holds exactly the same figures.

    `others` are the files of the release with their observations; only those of the same size are looked into.
    """
    contract = TABLES.get(kept.table)
    if kept.observations < BY_CHANCE or kept.table in REPEATED or (contract and contract.family == "register"):
        return line
    size = (kept.table, kept.part, kept.rows_read, kept.observations, kept.example)
    for other, path in others:
        same_size = (other.table, other.part, other.rows_read, other.observations, other.example) == size
        if same_size and other.edition != kept.edition and path.is_file() and _same(observations, path):
            return replace(line, outcome="refused", observations=0, reason=_reason(line, kept, other))
    return line


def _same(first: Path, second: Path) -> bool:
    connection = glance()
    try:
        return _sum(connection, first) == _sum(connection, second)
    finally:
        connection.close()


def _sum(connection: Connection, path: Path) -> object:
    """A sum over the rows that does not depend on their order, nor on what names the edition."""
    source = f"read_parquet({literal(str(path))})"
    columns = [name for name, *_ in connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()]  # noqa: S608
    shown = ", ".join(f'"{name}"' for name in columns if name not in _OF_THE_FILE)
    return connection.execute(f"SELECT count(*), sum(hash({shown})::HUGEINT) FROM {source}").fetchall()  # noqa: S608


def _reason(line: FileLine, kept: KeptFile, other: KeptFile) -> tuple[str, str]:
    return (
        f"{line.path.name} bevat precies dezelfde cijfers als {other.name} (editie {other.edition}), maar noemt zich"
        f" editie {kept.edition}: een kopie onder een verkeerd jaar? Laad het met --edition {kept.edition} als het"
        " toch klopt.",
        f"{line.path.name} holds exactly the figures of {other.name} (edition {other.edition}), but calls itself"
        f" edition {kept.edition}: a copy under a wrong year? Load it with --edition {kept.edition} if it is right.",
    )
