"""The rows of a publishable table as points of lines; a run is a stretch that one line may join."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pactwerk.figures.disclosure_control import PublishableTable, Row, broken_pairs, comparable, edition_of
from pactwerk.web.design import numbers, wording
from pactwerk.web.design.charts.positions import on_axis, position


@dataclass(frozen=True)
class Point:
    """One figure as it is drawn. `run` names the stretch of line; points of different runs are never joined."""

    row: Row
    series: str
    x: float
    run: str
    text: str


def require_table(table: object) -> PublishableTable:
    """The table itself; TypeError on anything that did not pass the disclosure gate."""
    if not isinstance(table, PublishableTable):
        raise TypeError(f"a chart draws only a PublishableTable, not {type(table).__name__}")
    return table


def series_name(row: Row, table: PublishableTable) -> str:
    """What tells this row's line from the others: indicator, area, breakdown, as far as they differ."""
    parts = []
    if len({other.indicator for other in table.rows}) > 1:
        parts.append(wording.indicator_name(row.indicator))
    if len({other.area for other in table.rows}) > 1:
        parts.append(wording.area_name(row.area))
    parts += [wording.member_name(name, row.by[name]) for name in table.dimensions if row.by.get(name)]
    return ", ".join(parts) or wording.area_name(row.area)


def has_place(row: Row) -> bool:
    """Whether a figure can be drawn: it has a value or bounds, at one moment."""
    return (row.value is not None or row.high is not None) and on_axis(row.period)


def off_axis(table: PublishableTable) -> int:
    """How many figures are about more than one moment: they stand in the table only."""
    return sum(row.value is not None and not on_axis(row.period) for row in table.rows)


def points(table: PublishableTable) -> list[Point]:
    """Every row with a value or bounds at one moment as a point, in order of time."""
    found: list[Point] = []
    for number, rows in enumerate(_groups(table).values()):
        found += _points_of(rows, f"s{number}", table)
    return sorted(found, key=lambda point: point.x)


def _points_of(rows: Sequence[Row], name: str, table: PublishableTable) -> list[Point]:
    """The points of one series and basis. A run ends at a break of the series and at a figure without value."""
    breaks = series_breaks(rows)
    found, run, last = [], dict[tuple[str, str | None], int](), dict[tuple[str, str | None], Row]()
    for row in sorted(rows, key=lambda row: position(row.period)):
        edition = edition_of(row)
        before = last.get(edition)
        if before is not None and not _may_join(before, row, breaks):
            run[edition] = run.get(edition, 0) + 1
        last[edition] = row
        label = f"{name}/{edition[0]}/{edition[1] or ''}/{run.get(edition, 0)}"
        place, text = position(row.period), numbers.figure_text(row, 1)
        found.append(Point(row, series_name(row, table), place, label, text))
    return found


def series_breaks(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Consecutive periods of one series and basis between which nothing comparable runs on, as positions."""
    pairs = ((position(before), position(after)) for before, after in broken_pairs(rows))
    return sorted((before, after) for before, after in pairs if before < after)


def drawn_breaks(table: PublishableTable) -> list[tuple[float, float]]:
    """Every break between figures that are drawn, as positions; figures off the axis of time do not hide one."""
    found = {pair for rows in _groups(table).values() for pair in series_breaks(rows)}
    return sorted(found)


def _groups(table: PublishableTable) -> dict[tuple[object, ...], list[Row]]:
    """The rows with a place, by series and basis."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in table.rows:
        if has_place(row):
            key = (row.indicator, row.area, tuple(sorted(row.by.items())), row.basis)
            groups.setdefault(key, []).append(row)
    return groups


def _may_join(before: Row, after: Row, breaks: Sequence[tuple[float, float]]) -> bool:
    if before.value is None or after.value is None or not comparable(before, after):
        return False
    start, end = position(before.period), position(after.period)
    return not any(start <= a and b <= end for a, b in breaks)
