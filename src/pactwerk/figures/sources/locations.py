"""The key of a location in the staged table, checked once per distinct spelling by the ground floor's own rule."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from pactwerk.basis.identifiers import InvalidIdentifier, location_key
from pactwerk.figures.sources import engine
from pactwerk.figures.sources.counts import MOST_PROBLEMS
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.staging import Select, text_of
from pactwerk.figures.sources.texts import Text

Spelling = tuple[str, str]


def location_selects(layout: Layout) -> list[Select]:
    """The two cells that name a location, as the publisher spells them."""
    return [(text_of(layout.positions[key]), f"{key}_text") for key in ("brin", "location")]


def locations() -> tuple[dict[Spelling, str], list[Spelling]]:
    """Of every distinct spelling in `raw` the key, and the spellings that are no location."""
    keys: dict[Spelling, str] = {}
    wrong: list[Spelling] = []
    for brin, number in engine.rows("SELECT DISTINCT brin_text, location_text FROM raw ORDER BY 1, 2"):
        try:
            if not brin:
                raise InvalidIdentifier("BRIN", brin)
            keys[brin, number] = location_key(brin, number)
        except InvalidIdentifier:
            wrong.append((brin, number))
    return keys, wrong


# SQL over a fully checked `raw`: the key of a row's location, and of its institution.
LOCATION = (
    "CASE WHEN length(location_text) = 6 THEN upper(location_text) "
    "ELSE upper(brin_text) || lpad(upper(location_text), 2, '0') END"
)
BRIN = "upper(brin_text)"


def location_columns(keys: dict[Spelling, str]) -> str:
    """SQL: `location` and `brin` as enumerations, which pays when a row of the file becomes many observations."""
    brins = engine.enum({key[:4] for key in keys.values()})
    return f"({LOCATION})::{engine.enum(keys.values())} AS location, {BRIN}::{brins} AS brin"


def location_problems(layout: Layout) -> list[RowProblem]:
    """The rows whose location is none."""
    _, wrong = locations()
    if not wrong:
        return []
    table = engine.values("w", ["brin", "number"], [tuple(spelling) for spelling in wrong])
    found = engine.rows(
        f"SELECT row, brin_text, location_text FROM raw JOIN {table} ON brin_text = w.brin "
        f"AND location_text = w.number ORDER BY row LIMIT {MOST_PROBLEMS}"
    )
    column = layout.header_of("location")
    return [
        RowProblem(
            row,
            column,
            Text(f"'{brin}' met '{number}' is geen vestiging", f"'{brin}' with '{number}' is no location"),
        )
        for row, brin, number in found
    ]
