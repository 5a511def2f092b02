"""The engine's errors as errors of an operation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pactwerk.basis.readable import ReadableError
from pactwerk.foundation.operations import OperationError
from pactwerk.progress.figure_refs.resolving import readable_text


@contextmanager
def in_words() -> Iterator[None]:
    """What the engine refuses is an OperationError with its own text, in the reader's language."""
    try:
        yield
    except ReadableError as error:
        raise OperationError(readable_text(error)) from error
