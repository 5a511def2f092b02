"""Write the ready figures of stocks side by side; both counts are rolled up in one row."""

from pathlib import Path

from pactwerk.figures.indicators import stock_tables
from pactwerk.figures.indicators.schemas import SCHEMAS
from pactwerk.figures.releases.running import Run

STEPS = ("stock_facts", "stock_cells", "stock_backed", "stock_kinds", "stock_sides", "stock_rolled")
"""The steps before the figures, in their order."""


def write_stocks(run: Run, target: Path) -> None:
    """Compute every stock ratio from the observations that the run knows, and write them to `target`."""
    run.fill("stock_subsets", SCHEMAS["stock_subsets"], stock_tables.subsets())
    run.fill("stock_ratios", SCHEMAS["stock_ratios"], stock_tables.ratios())
    for name in STEPS:
        run.step(name)
    run.write(run.text("stock_figures"), target)
