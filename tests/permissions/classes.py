"""The classification of addresses: one row a pattern in classification.tsv, and what each class allows."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

TABLE = Path(__file__).with_name("classification.tsv")


class Class(StrEnum):
    """Who an address is for."""

    PUBLIC = "public"  # everybody reads; nobody writes
    ENTRANCE = "entrance"  # signing in and out; writes nothing but sessions and the log here
    OWN_ACCOUNT = "own account"  # whoever signed in, about themselves
    DESK = "desk"  # members of the office the object belongs to; editors and managers write
    EDITOR = "editor"  # Wagtail: editors and managers in their own tree, the platform administrator everywhere
    EDITOR_API = "editor api"  # the same; Django REST framework marks it as open, Wagtail's own check closes it
    TECHNICAL = "technical"  # pictograms and texts of the editor: no content of anybody
    CLOSED = "closed"  # nobody


OPEN = {Class.PUBLIC, Class.ENTRANCE, Class.EDITOR_API}  # LoginRequiredMiddleware lets these through


@dataclass(frozen=True)
class Row:
    key: str
    kind: Class
    writes: bool  # whether the matrix must see a permitted write through it: its proof that it would see a wrong one


def classification() -> dict[str, Row]:
    """Every classified pattern by its key. Raises ValueError for an unknown class."""
    with TABLE.open(encoding="utf-8", newline="") as handle:
        table = csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = [Row(each["pattern"], Class(each["class"]), each["writes"] == "yes") for each in table]
    assert len({row.key for row in rows}) == len(rows), "a pattern stands twice in the table"
    return {row.key: row for row in rows}
