"""What is in the database: a hash per row of every table, and who owns the row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.db import connection

# Rows that any request may leave: sessions, the log of what happened, what an editor has open, indexes of content.
NOISE = {
    "django_session", "operations_auditline", "operations_audithead", "wagtailadmin_editingsession",
    "wagtailadmin_formstate", "wagtailusers_userprofile", "wagtailcore_referenceindex", "wagtailcore_modellogentry",
    "wagtailcore_pagelogentry", "django_content_type", "sqlite_sequence",
}  # fmt: skip

Rows = dict[tuple[str, object], int]


@dataclass(frozen=True)
class Change:
    table: str
    key: object
    how: str  # inserted, changed, deleted


def tables() -> list[tuple[str, str]]:
    """Every table of every model with its key column, and the search index, which has no model."""
    found = {
        model._meta.db_table: model._meta.pk.column
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and model._meta.db_table not in NOISE and not _is_index(model._meta.db_table)
    }
    return sorted(found.items())


def _is_index(table: str) -> bool:
    return "indexentry" in table or "fts" in table


def take(names: Iterable[tuple[str, str]]) -> Rows:
    """The state of the database now."""
    rows: Rows = {}
    with connection.cursor() as cursor:
        for table, key in names:
            cursor.execute(f'SELECT * FROM "{table}"')
            position = [column[0] for column in cursor.description].index(key)
            rows.update({((table, row[position])): hash(str(row)) for row in cursor.fetchall()})
    return rows


def compare(before: Rows, after: Rows) -> list[Change]:
    """What was inserted, changed or deleted."""
    gone = [Change(*key, "deleted") for key in before.keys() - after.keys()]
    new = [Change(*key, "inserted") for key in after.keys() - before.keys()]
    other = [Change(*key, "changed") for key in before.keys() & after.keys() if before[key] != after[key]]
    return gone + new + other


class Written:
    """How many rows the engine itself says were written: cheaper than a snapshot, and never fooled."""

    def __init__(self) -> None:
        self.start = self.count()

    def count(self) -> int:
        if connection.vendor == "sqlite":
            return int(connection.connection.total_changes)
        with connection.cursor() as cursor:
            cursor.execute("SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_xact_user_tables")
            return int(cursor.fetchone()[0])

    def anything(self) -> bool:
        return self.count() != self.start
