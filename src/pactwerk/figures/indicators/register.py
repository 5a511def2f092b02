"""The catalogue, read from its reference tables."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import cast

from pactwerk.figures.indicators.entry import Definition, Indicator, State, UnknownIndicator
from pactwerk.figures.indicators.measures import measures_of

_REFERENCE = Path(__file__).parent / "reference"


def _table(name: str) -> Iterator[dict[str, str]]:
    head, *lines = (_REFERENCE / name).read_text(encoding="utf-8").splitlines()
    columns = head.split("\t")
    for line in lines:
        yield dict(zip(columns, line.split("\t"), strict=True))


def _definitions() -> dict[str, list[Definition]]:
    found: dict[str, list[Definition]] = {}
    for row in _table("definitions.tsv"):
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
    computed = row["state"] == "computed"
    return Indicator(
        code=row["code"],
        name_nl=row["name_nl"],
        name_en=row["name_en"],
        line=row["line"],
        unit=row["unit_nl"],
        unit_en=row["unit_en"],
        state=cast("State", row["state"]),
        definitions=definitions,
        dimensions=measures[0].dimensions if measures else (),
        tables=tuple(dict.fromkeys(measure.table for measure in measures)),
        missing_nl="" if computed else f"Nodig: {row['needs']}",
        missing_en="" if computed else f"Needed: {row['needs']}",
    )


@cache
def _all() -> Mapping[str, Indicator]:
    definitions = _definitions()
    return {row["code"]: _entry(row, tuple(definitions.get(row["code"], ()))) for row in _table("catalogue.tsv")}


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
