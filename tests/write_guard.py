"""While tests run, the database refuses a write to one of our tables by product code outside an operation.

Who writes is read from the call stack: the nearest frame of the project. Migrations and tests may write; model and
manager methods write for whoever called them; everything else must stand inside an operation. Middleware of ours is on
the stack of every request, so a library's view that writes to our tables is found too.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.backends.signals import connection_created

from pactwerk.foundation.operations import operation_active
from tests.outside import outside_operations_allowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.backends.base.base import BaseDatabaseWrapper

ROOT = Path(__file__).resolve().parent.parent
PRODUCT, TESTS, DEMO = (f"{ROOT / part}/" for part in ("src/pactwerk", "tests", "demo"))
WRITE = re.compile(
    r'\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+"?(\w+)"?', re.IGNORECASE
)
# Pages are written by Wagtail's editor; lines of the audit log are append-only and chained, whoever writes them.
NOT_GUARDED = ("cms", "operations")


class WroteOutsideOperation(AssertionError):
    """Product code wrote to one of our tables with no operation active."""


def own_tables() -> frozenset[str]:
    """The tables of our apps, with those of their many-to-many fields."""
    ours = [c for c in apps.get_app_configs() if c.name.startswith("pactwerk.") and c.label not in NOT_GUARDED]
    models = [model for config in ours for model in config.get_models(include_auto_created=True)]
    return frozenset(model._meta.db_table for model in models)


def guard(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """The wrapper around every statement."""
    found = WRITE.match(sql)
    if found and found[1] in own_tables() and not (operation_active() or outside_operations_allowed()):
        frame = responsible_frame()
        if frame is not None:
            raise WroteOutsideOperation(f"{frame} wrote to {found[1]} outside an operation")
    return execute(sql, params, many, context)


def responsible_frame() -> str | None:
    """Where the product wrote, or None when a test or a migration did."""
    frame = sys._getframe(2)
    while frame is not None:
        name = frame.f_code.co_filename
        if "/migrations/" in name or name.endswith("/migrate.py"):
            return None
        if name.startswith(TESTS) and not name.endswith("/write_guard.py"):
            return None
        if name.startswith((PRODUCT, DEMO)) and "/models/" not in name:
            return f"{name.removeprefix(f'{ROOT}/')}:{frame.f_lineno}"
        frame = frame.f_back
    return None


def _on_connect(connection: BaseDatabaseWrapper, **_: object) -> None:
    if guard not in connection.execute_wrappers:
        connection.execute_wrappers.append(guard)


def install() -> None:
    """Watch every connection that is opened from now on."""
    connection_created.connect(_on_connect, dispatch_uid="write_guard")
