"""The key of a location in the staged table, checked once per distinct spelling."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.counts import MOST_PROBLEMS
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.staging import Select, text_of
from pactwerk.figures.texts import Text

Spelling = tuple[str, str]


def location_selects(layout: Layout) -> list[Select]:
    """The two cells that name a location, as the publisher spells them."""
    return [(text_of(layout.positions[key]), f"{key}_text") for key in ("brin", "location")]


# SQL over a fully checked `raw`: the key of a row's location, and of its institution.
LOCATION = (
    "CASE WHEN length(location_text) = 6 THEN upper(location_text) "
    "ELSE upper(brin_text) || lpad(upper(location_text), 2, '0') END"
)
BRIN = "upper(brin_text)"


# The same rule as `basis.identifiers.location_key`; a test holds them together.
_RIGHT = (
    f"regexp_full_match({LOCATION}, '[0-9]{{2}}[A-Z]{{2}}[0-9A-Z]{{2}}') AND length(location_text) IN (1, 2, 6) "
    f"AND starts_with({LOCATION}, {BRIN}) AND length(brin_text) = 4"
)


def wrong_locations() -> list[Spelling]:
    """The distinct spellings in `raw` that are no location."""
    distinct = "(SELECT DISTINCT brin_text, location_text FROM raw)"
    found = engine.rows(f"SELECT brin_text, location_text FROM {distinct} WHERE NOT ({_RIGHT}) ORDER BY 1, 2")
    return [(brin, number) for brin, number in found]


def location_columns() -> str:
    """SQL: `location` and `brin` as enumerations, which pays when a row of the file becomes many observations."""
    keys = [key for (key,) in engine.rows(f"SELECT DISTINCT {LOCATION} FROM raw")]
    brins = engine.enum({key[:4] for key in keys})
    return f"({LOCATION})::{engine.enum(keys)} AS location, {BRIN}::{brins} AS brin"


def location_problems(layout: Layout) -> list[RowProblem]:
    """The rows whose location is none."""
    wrong = wrong_locations()
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
