"""An expression as the text of one engine, compiled once."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any

Schema = tuple[tuple[str, str], ...]
"""Columns and types of the table `enrolments`, in order."""


@lru_cache(maxsize=1_000)
def compiled(dialect: str, make: Callable[..., Any], *arguments: Hashable) -> str:
    """The SQL of the Ibis expression that `make` gives. Compiling takes 4 to 13 ms, and every year asks the same."""
    import ibis

    return str(ibis.to_sql(make(*arguments), dialect=dialect))
