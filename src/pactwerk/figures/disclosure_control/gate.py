"""The disclosure gate: policy *open* lets figures pass at the publisher's own grain, nothing sharper."""

import math
from collections.abc import Iterable
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from pactwerk.figures.disclosure_control.protecting.protected import BASE, Protected, Share
from pactwerk.figures.disclosure_control.row import PROTECTED_STATUS, NotPublishable, Row
from pactwerk.figures.disclosure_control.table import PublishableTable, make

FLOW_DIMENSIONS = ("stage", "from", "to", "state")
"""What names a link or a stock of a flow; the states are those of the publishers' own tables."""
REACH_DIMENSIONS = ("postcode4", "location")
"""Where pupils live and where they are taught: columns of DUO's tables of pupils, cells of which may be hidden."""
DIMENSIONS = (
    *("track", "sex", "profile", "level", "pathway", "domain", "age", "municipality", "province"),
    *REACH_DIMENSIONS,
    *FLOW_DIMENSIONS,
)
"""What the open policy lets a figure be broken down by: the columns of the publishers' own tables."""

EXAMPLE_STATUS = "voorbeeldgegevens"
ESTIMATE_STATUS = "schatting"
_numbers = attrgetter(
    *("value", "low", "high", "numerator", "denominator"),
    *("numerator_low", "numerator_high", "denominator_low", "denominator_high"),
)
_NONE = (None,) * 9


def _name(row: Row) -> str:
    return f"{row.indicator} {row.area} {row.period}"


def _check(row: Row, dimensions: tuple[str, ...]) -> None:
    """Raise `NotPublishable` for a figure that is malformed or sharper than its own bounds."""
    numbers = [n for n in (row.value, row.low, row.high) if n is not None]
    if any(not math.isfinite(n) for n in numbers):
        raise NotPublishable(f"{_name(row)}: een waarde is geen getal.")
    if row.low is not None and row.high is not None and row.low > row.high:
        raise NotPublishable(f"{_name(row)}: de ondergrens ligt boven de bovengrens.")
    if row.value is not None and row.low is not None and not row.low == row.value == row.high:
        raise NotPublishable(f"{_name(row)}: de waarde is scherper dan de cellen van de uitgever.")
    if not set(row.by) <= set(dimensions):
        raise NotPublishable(f"{_name(row)}: uitgesplitst naar iets anders dan de tabel zegt.")


def _check_dimensions(dimensions: tuple[str, ...]) -> None:
    unknown = [name for name in dimensions if name not in DIMENSIONS]
    if unknown:
        raise NotPublishable(f"Het open beleid kent geen uitsplitsing naar {', '.join(unknown)}.")


def open_computed_figures(
    rows: Iterable[Row],
    dimensions: tuple[str, ...] = (),
    *,
    release: str,
    example: bool = False,
    notes: tuple[str, ...] = (),
) -> PublishableTable:
    """Let figures of a release out. Every one must be computed and name the files it comes from."""
    passed = tuple(rows)
    _check_dimensions(dimensions)
    for row in passed:
        _check(row, dimensions)
        if row.basis != "computed" or not row.sources:
            raise NotPublishable(f"{_name(row)}: een berekend cijfer zonder bronbestand.")
    example = example or any(row.status == EXAMPLE_STATUS for row in passed)
    return make(passed, dimensions, example=example, release=release, notes=notes)


def open_estimated_figures(
    rows: Iterable[Row],
    dimensions: tuple[str, ...] = (),
    *,
    release: str,
    example: bool = False,
    notes: Iterable[str] = (),
) -> PublishableTable:
    """Let figures out of which some are estimates: the one case in which a value may stand inside its own bounds.

    An estimate carries the mark `schatting`, lies within its interval, and stands for no figure that was exact.
    """
    passed = tuple(rows)
    for row in passed:
        if row.status != ESTIMATE_STATUS:
            continue
        if row.value is None or row.low is None or row.high is None or not row.low <= row.value <= row.high:
            raise NotPublishable(f"{_name(row)}: een schatting zonder interval.")
    exact = tuple(row if row.status != ESTIMATE_STATUS else replace(row, value=None) for row in passed)
    open_computed_figures(exact, dimensions, release=release)
    return make(passed, dimensions, example=example, release=release, notes=tuple(notes))


def open_published_figures(
    rows: Iterable[Row], dimensions: tuple[str, ...] = (), *, notes: tuple[str, ...] = ()
) -> PublishableTable:
    """Let cited values of a publication out. Each must name its publication edition and its web address or document."""
    passed = tuple(rows)
    for row in passed:
        _check(row, dimensions)
        if row.basis != "published" or not any(source.label for source in row.sources):
            raise NotPublishable(f"{_name(row)}: een gepubliceerd cijfer zonder vindplaats.")
        if row.publication_edition is None:
            raise NotPublishable(f"{_name(row)}: een gepubliceerd cijfer zonder publicatie-editie.")
    return make(passed, dimensions, notes=notes)


def open_own_figures(
    rows: Iterable[Row],
    dimensions: tuple[str, ...] = (),
    *,
    example: bool = False,
    notes: tuple[str, ...] = (),
) -> PublishableTable:
    """Let out what a pact recorded itself; policy open until own counts get their own protection."""
    passed = tuple(rows)
    for row in passed:
        _check(row, dimensions)
        if row.basis != "own":
            raise NotPublishable(f"{_name(row)}: geen eigen cijfer.")
    return make(passed, dimensions, example=example, notes=notes)


def protected_figures(
    figures: Iterable[tuple[Row, Protected | Share]],
    dimensions: tuple[str, ...] = (),
    *,
    release: str | None = None,
    example: bool = False,
    notes: tuple[str, ...] = (),
) -> PublishableTable:
    """Let protected counts of persons and shares of them out: the policy *protected*.

    A row comes without any number; its value and bounds are those of the protected count beside it, marked `afgerond`.
    A count or share of which only the bounds may be told has no value.
    """
    passed = []
    for row, figure in figures:
        if _numbers(row) != _NONE:
            raise NotPublishable(f"{_name(row)}: een getal dat niet beschermd is.")
        if not set(row.by) <= set(dimensions):
            raise NotPublishable(f"{_name(row)}: uitgesplitst naar iets anders dan de tabel zegt.")
        passed.append(_share(row, figure) if isinstance(figure, Share) else _count(row, figure))
    return make(tuple(passed), dimensions, example=example, release=release, notes=notes)


_FIELDS = tuple(entry.name for entry in fields(Row))
_values = attrgetter(*_FIELDS)


def _filled(row: Row, **told: object) -> Row:
    """The row with these numbers: `dataclasses.replace` in half the time, which a page of 2,000 rows waits for."""
    given: dict[str, Any] = dict(zip(_FIELDS, _values(row), strict=True))
    return Row(**{**given, **told, "status": PROTECTED_STATUS})


def _count(row: Row, count: Protected) -> Row:
    if count.value % BASE:
        raise NotPublishable(f"{_name(row)}: een aantal dat niet op tientallen is afgerond.")
    return _filled(row, value=count.value or None, low=count.low, high=count.high)


def _share(row: Row, found: Share) -> Row:
    part, whole = found.part, found.whole
    return _filled(
        row,
        value=found.value,
        low=found.low,
        high=found.high,
        numerator_low=part.low,
        numerator_high=part.high,
        denominator_low=whole.low,
        denominator_high=whole.high,
    )


def merge(*tables: PublishableTable) -> PublishableTable:
    """Tables side by side (published, computed, own) as one; example data anywhere marks the whole."""
    dimensions = tuple(dict.fromkeys(name for table in tables for name in table.dimensions))
    release = next((table.release for table in tables if table.release), None)
    return make(
        tuple(row for table in tables for row in table.rows),
        dimensions,
        example=any(table.example for table in tables),
        release=release,
        notes=tuple(dict.fromkeys(note for table in tables for note in table.notes)),
    )
