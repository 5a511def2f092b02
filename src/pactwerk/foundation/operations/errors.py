"""Why an operation did not happen, in words the user may read."""

from __future__ import annotations


class OperationError(Exception):
    """The operation was not carried out; the text says what was wrong, where and what to do next."""

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(str(message))
        self.field = field


class PermissionRefused(OperationError):
    """The acting user may not do this to this object."""
