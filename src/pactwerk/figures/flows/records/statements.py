"""An expression as the text of one engine."""

from typing import Any


def compiled(query: Any, dialect: str) -> str:
    """The SQL of an Ibis expression; a text is taken as it is."""
    if isinstance(query, str):
        return query
    import ibis

    return str(ibis.to_sql(query, dialect=dialect))
