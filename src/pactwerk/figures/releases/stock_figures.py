"""Write the ready figures of stocks side by side, by the same way from facts to figures as every other table."""

from collections.abc import Mapping
from pathlib import Path

from pactwerk.figures.indicators import stock_tables
from pactwerk.figures.indicators.schemas import SCHEMAS
from pactwerk.figures.releases.engine import Connection, fill
from pactwerk.figures.releases.writing import copy


def write_stocks(connection: Connection, statements: Mapping[str, str], target: Path) -> None:
    """Compute every stock ratio from the observations that the connection knows, and write them to `target`."""
    fill(connection, "stock_subsets", SCHEMAS["stock_subsets"], stock_tables.subsets(), temporary=True)
    fill(connection, "stock_ratios", SCHEMAS["stock_ratios"], stock_tables.ratios(), temporary=True)
    for name in ("stock_facts", "stock_cells", "stock_rolled"):
        kind = "VIEW" if name == "stock_facts" else "TABLE"
        connection.execute(f'CREATE TEMP {kind} "{name}" AS {statements[name]}')
    copy(connection, statements["stock_figures"], target)
