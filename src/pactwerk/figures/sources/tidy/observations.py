"""The SQL that unfolds a staged tidy table: one observation per amount that is known and not zero."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from collections.abc import Mapping
from pathlib import Path

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.locations import BRIN, LOCATION
from pactwerk.figures.sources.tidy.amounts import HIDDEN, amount_name
from pactwerk.figures.sources.tidy.shape import TEXTS, Shape
from pactwerk.figures.sources.tidy.staging import has_location

COLUMNS = (
    *("file_id", "row", "period", "peildatum", "location", "institution", "postcode4", "municipality", "province"),
    *("area", "concept", "measure", "sex", "by_sex", "in_total", "level", "pathway", "domain", "programme", "age"),
    *("low", "high", "weight", "suppressed", "status"),
)
"""The columns of an observation, in their order."""

Tables = Mapping[str, list[tuple[object, ...]]]


def observations(layout: Layout, shape: Shape, file_id: str, period: str | None, tables: Tables) -> str:
    """The observations of `raw` as a query. `period` is None where rows or columns say it."""
    said = [dict(shape.says(column.groups)) for column in layout.wide]
    texts = dict.fromkeys(TEXTS, "NULL::VARCHAR") | _constants(shape, file_id, period) | _places(layout)
    joins = []
    for number, entry in enumerate(entry for entry in shape.coded if entry.key in tables):
        name = f"k{number}"
        joins.append(
            f"JOIN {engine.coded(name, list(entry.targets), tables[entry.key])} ON raw.{entry.key} = {name}.word"
        )
        texts |= {target: f"{name}.{target}::VARCHAR" for target in entry.targets}
    for target in sorted({target for one in said for target in one}):
        texts[target] = f"unnest({engine.repeated([one.get(target) for one in said])})::VARCHAR"
    inner = ", ".join(f"{sql} AS {target}" for target, sql in texts.items())
    amounts, weights, kept = _lists(layout, shape, said)
    outer = ", ".join(f"{_finished(layout, shape).get(name, name)} AS {name}" for name in COLUMNS)
    return f"""
        SELECT {outer} FROM (
            SELECT raw.row AS row, {inner}, unnest({amounts}) AS amount, unnest({weights}) AS weight,
                unnest({kept}) AS kept
            FROM raw {" ".join(joins)}
        ) WHERE amount IS NOT NULL AND (amount <> 0 OR kept)"""


def periods_in(target: Path) -> tuple[str, ...]:
    """The periods of the observations that were written, oldest first."""
    source = engine.literal(target)
    return tuple(row[0] for row in engine.rows(f"SELECT DISTINCT period FROM {source} ORDER BY 1") if row[0])


def _constants(shape: Shape, file_id: str, period: str | None) -> dict[str, str]:
    constants = {"concept": shape.concept, "status": shape.status, **shape.fixed, "file_id": file_id}
    if period is not None:
        constants["period"] = period
    return {name: f"{engine.literal(text)}::VARCHAR" for name, text in constants.items()}


def _places(layout: Layout) -> dict[str, str]:
    if has_location(layout):
        return {"location": LOCATION, "institution": BRIN}
    return {"institution": "upper(raw.brin)"} if "brin" in layout.positions else {}


def _lists(layout: Layout, shape: Shape, said: list[dict[str, str]]) -> tuple[str, str, str]:
    """Per row the amounts, what a mean is weighted with, and whether a zero is kept: that of a decimal is a value."""
    wide = layout.contract.wide
    assert wide is not None
    amounts, weights, kept = [], [], []
    for column, says in zip(layout.wide, said, strict=True):
        over = weight_of(says, said, shape)
        weight = amount_name(layout.wide[over].position) if over is not None else "NULL"
        amount = amount_name(column.position)
        # a mean over nobody is no value, and one over a hidden number of people cannot be part of another mean
        finite = f"{weight} > 0 AND {weight} < {HIDDEN} AND {amount} < {HIDDEN}"
        amounts.append(amount if over is None else f"CASE WHEN {finite} THEN {amount} END")
        weights.append(f"{weight}::DOUBLE")
        kept.append("true" if wide.decimal(column.groups) else "false")
    return f"[{', '.join(amounts)}]", f"[{', '.join(weights)}]", f"[{', '.join(kept)}]"


def weight_of(says: dict[str, str], said: list[dict[str, str]], shape: Shape) -> int | None:
    """Among what the columns say, the place of the one that a mean is weighted with; None for what is no mean."""
    measure = shape.weights.get(says.get("measure", ""))
    if measure is None:
        return None
    wanted = says | {"measure": measure}
    return next((place for place, other in enumerate(said) if other == wanted), None)


def _finished(layout: Layout, shape: Shape) -> dict[str, str]:
    low, high = layout.contract.suppressed_means or (0, 0)
    hidden = f"amount = {HIDDEN}"
    return {
        "row": "row",
        "peildatum": f"left(period, 4) || '-{shape.day}'" if shape.day else "peildatum",
        "by_sex": "coalesce(sex IN ('male', 'female'), false)",
        "in_total": "coalesce(sex = 'total', false)" if shape.totals else "true",
        "low": f"CASE WHEN {hidden} THEN {low} ELSE amount END",
        "high": f"CASE WHEN {hidden} THEN {high} ELSE amount END",
        "suppressed": hidden,
    }
