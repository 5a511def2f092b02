"""Reading the small reference tables that stand beside the code: tab separated, first line the columns, no quotes."""

from collections.abc import Iterator
from pathlib import Path


def shipped_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a shipped table as texts by column. Raises ValueError where a line has other cells than columns."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    for line in lines:
        yield dict(zip(columns, line.split("\t"), strict=True))
