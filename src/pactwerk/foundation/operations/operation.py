"""The decorator that makes a function an operation: permission, one transaction, audit line."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from pactwerk.foundation.operations.actor import Actor
from pactwerk.foundation.operations.errors import OperationError, PermissionRefused

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


def _lock(values: Iterable[object]) -> None:
    """Bring the stored records among the arguments up to date and keep them: who comes second sees what the first did.

    Without this an instance read before the transaction would write its old columns over somebody else's new ones.
    Raises OperationError for a record that is gone.
    """
    for value in values:
        if not isinstance(value, Model) or value.pk is None or value._state.adding:
            continue
        try:
            value.refresh_from_db(from_queryset=value.__class__._base_manager.select_for_update(no_key=True))
        except ObjectDoesNotExist as error:
            raise OperationError(_("Dit bestaat niet meer; ververs de pagina.")) from error


def operation(
    name: str,
) -> Callable[[Callable[Concatenate[Actor, P], R]], Callable[Concatenate[Actor, P], R]]:
    """Make a function whose first argument is the actor an operation.

    The records among the arguments are read again and locked first, so nothing overwrites what somebody else has just
    stored; what two did at once and the database refuses is an OperationError for the second.
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
                        _lock((*args, *kwargs.values()))
                        result = function(actor, *args, **kwargs)
                        changed = result if isinstance(result, Model) else subject
                        _write(actor, name, changed, "ok")
                except PermissionRefused:
                    _write(actor, name, subject, "refused")
                    raise
                except IntegrityError as error:
                    _write(actor, name, subject, "failed")
                    raise OperationError(
                        _("Iemand anders was tegelijk bezig; ververs de pagina en probeer het opnieuw.")
                    ) from error
                except Exception:
                    _write(actor, name, subject, "failed")
                    raise
            return result

        if name in _register:
            raise ValueError(f"two operations are called {name}")
        _register[name] = Operation(name, run)
        return run

    return decorate
