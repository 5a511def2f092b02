"""The database itself refuses to change or remove a line of the audit log (AUD-01)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "operations_auditline"
REFUSAL = "the audit log is append-only"

SQLITE_ON = tuple(
    f"CREATE TRIGGER IF NOT EXISTS audit_no_{verb.lower()} BEFORE {verb} ON {TABLE} "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for verb in ("UPDATE", "DELETE")
)
SQLITE_OFF = ("DROP TRIGGER IF EXISTS audit_no_update", "DROP TRIGGER IF EXISTS audit_no_delete")
POSTGRESQL_ON = (
    f"CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
    f"CREATE OR REPLACE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE} "
    f"FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
)
POSTGRESQL_OFF = (f"DROP TRIGGER IF EXISTS audit_no_change ON {TABLE}",)


def protect(connection: BaseDatabaseWrapper) -> None:
    """Install the triggers."""
    _run(connection, SQLITE_ON if connection.vendor == "sqlite" else POSTGRESQL_ON)


def unprotect(connection: BaseDatabaseWrapper) -> None:
    """Remove the triggers: for a migration backwards and for tests that tamper."""
    _run(connection, SQLITE_OFF if connection.vendor == "sqlite" else POSTGRESQL_OFF)


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
