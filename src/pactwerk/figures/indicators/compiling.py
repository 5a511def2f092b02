"""The expressions as SQL text for one engine, in the order in which they are to be run."""

import hashlib
import json
from functools import cache
from importlib import metadata
from pathlib import Path

from pactwerk.figures.engines.sql import sql_of

_HERE = Path(__file__).parent
_DEPENDS_ON = ("compiling.py", "counting.py", "families.py", "schemas.py", "stock_ratio.py", "study.py")
"""What decides the text of the statements, besides the expressions: constants and the types of all columns."""


@cache
def statements(dialect: str = "duckdb") -> dict[str, str]:
    """Compile every step: name of the table it makes -> SELECT statement. Imports Ibis, which takes a second."""
    from pactwerk.figures.indicators.expressions import facts, figures, places, rollup, stocks, tidy, tidy_figures
    from pactwerk.figures.indicators.families import SCHOOL, TIDY

    steps = {
        "spots": tidy.spots(),
        "located": places.located(),
        "redrawn": places.redrawn(),
        "places": places.places(),
        "signatures": places.signatures(),
        "membership": places.membership(),
        "extents": places.extents(),
        "holds": places.holds(),
        "facts": facts.facts(),
        "cells": rollup.cells(),
        "rolled": rollup.rolled(SCHOOL),
        "offers": rollup.offers(),
        "boards": rollup.boards(),
        "figures": figures.figures(),
        "stock_facts": stocks.facts(),
        "stock_cells": stocks.cells(),
        "stock_backed": stocks.backed(),
        "stock_kinds": stocks.kinds(),
        "stock_sides": stocks.sides(),
        "stock_rolled": stocks.rolled(),
        "stock_figures": stocks.figures(),
        "tidy_chosen": tidy.chosen(),
        "tidy_facts": tidy.facts(),
        "tidy_cells": rollup.tidy_cells(),
        "tidy_rolled": rollup.rolled(TIDY),
        "tidy_values": tidy.values(),
        "tidy_figures": tidy_figures.figures(),
    }
    return {name: sql_of(step, dialect) for name, step in steps.items()}


def fingerprint() -> str:
    """Changes when an expression or the compiler changes; tells whether kept statements may be used again."""
    digest = hashlib.sha256()
    for path in [*sorted((_HERE / "expressions").glob("*.py")), *(_HERE / name for name in _DEPENDS_ON)]:
        digest.update(path.read_bytes())
    for package in ("ibis-framework", "sqlglot"):
        digest.update(metadata.version(package).encode())
    return digest.hexdigest()[:16]


def kept_statements(folder: Path, dialect: str = "duckdb") -> dict[str, str]:
    """The compiled steps, from `folder` when the same expressions were compiled before."""
    path = folder / f"{dialect}-{fingerprint()}.json"
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        compiled = statements(dialect)
    folder.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".half")
    half.write_text(json.dumps(compiled), encoding="utf-8")
    half.replace(path)
    return compiled
