"""A publishable table as a grid for the eye: one line per place and period, one column per basis."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.web.design import numbers, wording

ESTIMATE = "schatting"
BASES = ("published", "computed", "own")


@dataclass(frozen=True)
class Cell:
    """One figure as it is shown, with the row it stands for."""

    row: Row
    text: str
    of: str
    """Numerator and denominator, "3 van 10"; empty where they are not exact."""
    mark: str = ""
    """That it is an estimate, with its interval; empty for everything that was counted."""


@dataclass(frozen=True)
class Line:
    """One line of the grid: words first, then the cells of each basis (several editions may meet in one)."""

    words: tuple[str, ...]
    columns: tuple[tuple[Cell, ...], ...]
    provisional: bool


@dataclass(frozen=True)
class Grid:
    """Everything the table template needs."""

    word_heads: tuple[str, ...]
    bases: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    unit: str
    page: Page[tuple[str, ...]]
    """Which of all lines these are."""


def cell(row: Row, decimals: int) -> Cell:
    """A figure as a cell."""
    of = ""
    if row.numerator is not None and row.denominator is not None and row.unit in numbers.SHARES:
        parts = {"n": numbers.number(row.numerator), "total": numbers.number(row.denominator)}
        of = _("%(n)s van %(total)s") % parts
    mark = ""
    if row.status == ESTIMATE:
        words = {"status": wording.status_name(row.status), "bounds": numbers.bounds(row, decimals)}
        mark = _("%(status)s, tussen %(bounds)s") % words
    return Cell(row, numbers.figure_with_unit(row, decimals), of, mark)


LINES_A_PAGE = 100


def grid(table: PublishableTable, decimals: int = 2, page: str | None = None) -> Grid:
    """The table's rows gathered by indicator, area, breakdown and period; constant columns are left out.

    At most `LINES_A_PAGE` lines: those of `page`, of which one out of range gives the nearest that exists.
    """
    heads, keys = _word_columns(table)
    gathered: dict[tuple[str, ...], list[Row]] = {}
    for row in table.rows:
        gathered.setdefault(tuple(key(row) for key in keys), []).append(row)
    bases = tuple(basis for basis in BASES if any(row.basis == basis for row in table.rows))
    shown: Page[tuple[str, ...]] = Paginator(list(gathered), LINES_A_PAGE).get_page(page)
    lines = tuple(
        Line(
            words,
            tuple(tuple(cell(row, decimals) for row in rows if row.basis == basis) for basis in bases),
            any(row.status.startswith(("voorlopig", "provisional")) for row in rows),
        )
        for words in shown
        for rows in (gathered[words],)
    )
    units = {row.unit for row in table.rows}
    return Grid(
        heads,
        tuple((basis, wording.basis_name(basis)) for basis in bases),
        lines,
        numbers.unit_text(units.pop()) if len(units) == 1 else "",
        shown,
    )


def _word_columns(table: PublishableTable) -> tuple[tuple[str, ...], tuple[Callable[[Row], str], ...]]:
    """Heads and readers of the word columns; area and definition only where they differ between rows."""
    columns: list[tuple[str, Callable[[Row], str]]] = []
    if len({row.indicator for row in table.rows}) > 1:
        columns.append((_("Cijfer"), lambda row: wording.indicator_name(row.indicator)))
    if len({row.area for row in table.rows}) > 1:
        columns.append((_("Gebied"), lambda row: wording.area_name(row.area)))
    columns += [(wording.dimension_name(name), _member(name)) for name in table.dimensions]
    columns.append((_("Periode"), lambda row: row.period))
    if len({row.definition for row in table.rows}) > 1:
        columns.append((_("Definitie"), lambda row: row.definition))
    heads, keys = zip(*columns, strict=True)
    return heads, keys


def _member(dimension: str) -> Callable[[Row], str]:
    """Reader of one breakdown's value; an all-together row reads "totaal"."""
    return lambda row: wording.member_name(dimension, row.by[dimension]) if row.by.get(dimension) else _("totaal")


def caption(table: PublishableTable) -> str:
    """Indicator and area(s) in words."""
    names = dict.fromkeys(wording.indicator_name(row.indicator) for row in table.rows)
    areas = list(dict.fromkeys(wording.area_name(row.area) for row in table.rows))
    where = ", ".join(areas) if len(areas) <= 3 else _("%(n)s gebieden") % {"n": len(areas)}
    return ": ".join(part for part in (", ".join(names), where) if part)
