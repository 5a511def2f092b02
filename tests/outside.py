"""Writing in a test without an operation, said out loud."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_allowed: ContextVar[bool] = ContextVar("outside_operations", default=False)


@contextmanager
def outside_operations() -> Iterator[None]:
    """Let the code inside write to our tables without an operation: to set a stage, never to do what is tested."""
    token = _allowed.set(True)
    try:
        yield
    finally:
        _allowed.reset(token)


def outside_operations_allowed() -> bool:
    return _allowed.get()
