"""What a release keeps inside, so that its figures can be explained: statements, and schools with their boards."""

from collections.abc import Mapping
from pathlib import Path

from pactwerk.figures.releases.engine import Connection, literal

STATEMENTS = ("facts", "stock_facts", "tidy_chosen", "tidy_facts")
"""The statements that explaining a figure runs again for what was asked; each in `inside/facts/<name>.sql`."""

_SCHOOLS = (
    "SELECT s.register_date AS period, s.location, s.board, s.brin, s.file_id, s.row, p.signature"
    " FROM po_addresses s JOIN places p ON p.source_table = 'po_addresses' AND p.period = s.register_date"
    " AND p.location = s.location ORDER BY period, board, brin"
)


def write_inside(connection: Connection, folder: Path, statements: Mapping[str, str]) -> None:
    """Write what explaining needs besides the places themselves."""
    inside = folder / "inside" / "facts"
    for name in STATEMENTS:
        (inside / f"{name}.sql").write_text(statements[name], encoding="utf-8")
    copy(connection, _SCHOOLS, inside / "schools.parquet")


def copy(connection: Connection, query: str, target: Path) -> None:
    """Write what a query gives as Parquet."""
    connection.execute(f"COPY ({query}) TO {literal(str(target))} (FORMAT parquet)")
