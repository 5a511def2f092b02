"""The decorator that makes a function an operation: permission, one transaction, audit line."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.db import connection, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from pactwerk.foundation.operations.actor import Actor
from pactwerk.foundation.operations.errors import PermissionRefused

P = ParamSpec("P")
R = TypeVar("R")

_depth: ContextVar[int] = ContextVar("operation_depth", default=0)


@dataclass(frozen=True)
class Operation:
    """An entry of the register: what a page, a command or the permission matrix can call."""

    name: str
    function: Callable[..., Any]


_register: dict[str, Operation] = {}


def registered_operations() -> Mapping[str, Operation]:
    """Every operation by its audit name."""
    return dict(_register)


def operation_active() -> bool:
    """Whether the running code stands inside an operation (the write guard asks this)."""
    return _depth.get() > 0


@contextmanager
def _inside() -> Iterator[None]:
    token = _depth.set(_depth.get() + 1)
    try:
        yield
    finally:
        _depth.reset(token)


def require(allowed: bool, message: str | None = None) -> None:
    """Raise PermissionRefused unless allowed; called first in every operation."""
    if not allowed:
        raise PermissionRefused(message or _("U hebt niet de rechten om dit te doen."))


def _write(actor: Actor, name: str, subject: Model | None, result: str) -> None:
    """Write the audit line, unless an outer transaction is already broken: the line would be undone with it."""
    # the log's models load after this package does: Django imports it while it loads the apps
    from pactwerk.foundation.operations import audit

    if not connection.needs_rollback:
        audit.write(actor, name, subject, audit.Result(result))


def operation(
    name: str,
) -> Callable[[Callable[Concatenate[Actor, P], R]], Callable[Concatenate[Actor, P], R]]:
    """Make a function whose first argument is the actor an operation.

    The function checks its permission with ``require``, changes, and returns the object it changed. All of it is one
    transaction, and the audit line of success belongs to that transaction; what was refused or failed leaves nothing
    but its own audit line.
    """

    def decorate(function: Callable[Concatenate[Actor, P], R]) -> Callable[Concatenate[Actor, P], R]:
        @functools.wraps(function)
        def run(actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
            subject = next((value for value in (*args, *kwargs.values()) if isinstance(value, Model)), None)
            with _inside():
                try:
                    with transaction.atomic():
                        result = function(actor, *args, **kwargs)
                        changed = result if isinstance(result, Model) else subject
                        _write(actor, name, changed, "ok")
                except PermissionRefused:
                    _write(actor, name, subject, "refused")
                    raise
                except Exception:
                    _write(actor, name, subject, "failed")
                    raise
            return result

        if name in _register:
            raise ValueError(f"two operations are called {name}")
        _register[name] = Operation(name, run)
        return run

    return decorate
