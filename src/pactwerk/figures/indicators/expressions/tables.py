"""The unbound tables that the expressions stand on."""

import ibis
import ibis.expr.types as ir

from pactwerk.figures.indicators.schemas import SCHEMAS, STEPS


def table(name: str) -> ir.Table:
    """The unbound table with this name: an observation table, a reference table or an earlier step."""
    return ibis.table(SCHEMAS.get(name) or STEPS[name], name=name)
