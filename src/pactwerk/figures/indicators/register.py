"""The catalogue, read from its reference tables."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

from pactwerk.figures.indicators.entry import Definition, Indicator, Origin, State, UnknownIndicator
from pactwerk.figures.indicators.measures import measures_of, tables_of
from pactwerk.figures.indicators.shipped import shipped_rows

_REFERENCE = Path(__file__).parent / "reference"
_TEXTS = (
    *("source", "numerator_nl", "numerator_en", "denominator_nl", "denominator_en"),
    *("breakdowns_nl", "why_nl", "why_en"),
)


def _definitions() -> dict[str, list[Definition]]:
    found: dict[str, list[Definition]] = {}
    for row in shipped_rows(_REFERENCE / "definitions.tsv"):
        definition = Definition(
            row["definition"],
            row["valid_from"] or None,
            row["valid_to"] or None,
            row["text_nl"],
            row["text_en"],
            row["reference"],
        )
        for code in row["indicators"].split():
            found.setdefault(code, []).append(definition)
    return found


def _entry(row: dict[str, str], definitions: tuple[Definition, ...]) -> Indicator:
    measures = measures_of(row["code"])
    return Indicator(
        code=row["code"],
        name_nl=row["name_nl"],
        name_en=row["name_en"],
        line=row["line"],
        unit=row["unit_nl"],
        unit_en=row["unit_en"],
        state=cast("State", row["state"]),
        definitions=definitions,
        dimensions=tuple(dict.fromkeys(name for measure in measures for name in measure.dimensions)),
        tables=tuple(dict.fromkeys(name for measure in measures for name in tables_of(measure))),
        missing_nl=f"Nodig: {row['needs_nl']}" if row["needs_nl"] else "",
        missing_en=f"Needed: {row['needs_en']}" if row["needs_en"] else "",
        origin=cast("Origin", row["origin"]),
        **{name: row[name] for name in _TEXTS},
    )


@cache
def _all() -> Mapping[str, Indicator]:
    definitions = _definitions()
    rows = shipped_rows(_REFERENCE / "catalogue.tsv")
    return {row["code"]: _entry(row, tuple(definitions.get(row["code"], ()))) for row in rows}


def catalogue() -> tuple[Indicator, ...]:
    """Every indicator of the catalogue, computed or not, in its own order."""
    return tuple(_all().values())


def indicator(code: str) -> Indicator:
    """The indicator with this code. Raises UnknownIndicator, which names the codes that look like it."""
    found = _all().get(code.strip().upper())
    if found is None:
        import difflib

        raise UnknownIndicator(code, tuple(difflib.get_close_matches(code.upper(), _all(), 3, 0.5)))
    return found
