"""The key of a location in SQL, the same rule as `basis.identifiers.location_key`, and the places where it fails."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.counts import MOST_PROBLEMS
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.staging import Select, text_of
from pactwerk.figures.sources.texts import Text

# Two digits and two letters: the institution; two more signs: the location.
_KEY = "[0-9]{2}[A-Z]{2}[0-9A-Z]{2}"


def location_selects(layout: Layout) -> list[Select]:
    """`brin` and `location`, from the publisher's spellings `00AH` + `7`, `07` or `00AH07`."""
    brin = f"upper({text_of(layout.positions['brin'])})"
    number = f"upper({text_of(layout.positions['location'])})"
    key = f"CASE WHEN length({number}) = 6 THEN {number} ELSE {brin} || lpad({number}, 2, '0') END"
    return [(brin, "brin"), (key, "location"), (number, "location_text")]


def location_odd(layout: Layout) -> str:
    """SQL: whether the key of a row cannot be a location, or names another institution than the BRIN column."""
    selects = {name: expression for expression, name in location_selects(layout)}
    key, brin, number = selects["location"], selects["brin"], selects["location_text"]
    return (
        f"NOT regexp_full_match({key}, '{_KEY}') OR left({key}, 4) <> {brin} OR {number} = '' "
        f"OR length({number}) NOT IN (1, 2, 6)"
    )


def location_problems(layout: Layout) -> list[RowProblem]:
    """After staging: the rows whose location is none."""
    found = engine.rows(
        "SELECT row, brin, location_text FROM raw WHERE NOT regexp_full_match(location, "
        f"'{_KEY}') OR left(location, 4) <> brin OR location_text = '' OR length(location_text) NOT IN (1, 2, 6) "
        f"ORDER BY row LIMIT {MOST_PROBLEMS}"
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
