"""Expressions as SQL text for an engine; Ibis writes it, and needs no part of the engine to be installed."""

from typing import Any


def sql_of(expression: Any, dialect: str) -> str:
    """An Ibis expression on unbound tables as SQL. Importing Ibis takes a second."""
    import ibis

    if dialect == "pyspark":
        compile_for_spark()
    return str(ibis.to_sql(expression, dialect=dialect))


def compile_for_spark() -> None:
    """Let Ibis write Spark's SQL without its own backend for it, whose packages we have no use for.

    The compiler asks that backend's options whether NaN is to be read as null; it is not, as in DuckDB. It does not
    know that Spark has `bit_or` too.
    """
    import ibis
    from ibis.backends.sql.compilers.pyspark import PySparkCompiler
    from ibis.config import Config

    class Options(Config):  # type: ignore[misc]
        treat_nan_as_null: bool = False

    def visit_BitOr(self: Any, _: Any, *, arg: Any, where: Any) -> Any:  # noqa: N802  -- Ibis's name for it
        return self.agg.bit_or(arg, where=where)

    PySparkCompiler.visit_BitOr = visit_BitOr
    if ibis.options.pyspark is None:
        ibis.options.pyspark = Options()
