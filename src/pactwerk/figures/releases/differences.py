"""What changed between two releases: new, vanished and restated figures, per indicator and one by one."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pactwerk.figures.disclosure_control.serialise import number
from pactwerk.figures.releases.border_years import MOMENT
from pactwerk.figures.releases.engine import Connection, connect, literal

MOST = 50
"""Restated figures that are told one by one; the CSV has them all."""
_MEASURED = frozenset({"value", "low", "high", "unit", "status", "sources", "extent"})
_BOUNDS = ("numerator_low", "numerator_high", "denominator_low", "denominator_high")
_KEY = ("indicator", "definition", "area", "period")
_LARGEST = (
    "WHERE was AND now AND changed ORDER BY size DESC NULLS LAST, indicator, period, area, definition, breakdown"
    f" LIMIT {MOST}"
)


@dataclass(frozen=True)
class Change:
    """One figure in both releases with its value, or its bounds where a part is suppressed; None: not there."""

    indicator: str
    definition: str
    area: str
    period: str
    by: str
    """The breakdown as `track=bb, sex=female`, empty for the whole."""
    unit: str
    before: tuple[float | None, float | None] | None
    after: tuple[float | None, float | None] | None

    @property
    def kind(self) -> str:
        """`new`, `vanished` or `restated`."""
        if self.before is None:
            return "new"
        return "vanished" if self.after is None else "restated"


@dataclass(frozen=True)
class Counted:
    """How many figures of an indicator are new, vanished, restated, and the same."""

    indicator: str
    new: int
    vanished: int
    restated: int
    same: int


@dataclass(frozen=True)
class Differences:
    """What the release `after` says that `before` did not; `before` None: there was none."""

    before: str | None
    after: str
    counts: tuple[Counted, ...] = ()
    largest: tuple[Change, ...] = field(default=())
    """The restated figures with the largest relative difference, largest first."""

    @property
    def nothing(self) -> bool:
        """Whether every figure is the same."""
        return not any(entry.new or entry.vanished or entry.restated for entry in self.counts)

    def as_data(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "before": self.before,
            "after": self.after,
            "indicators": [vars(entry) for entry in self.counts],
            "largest": [change_data(change) for change in self.largest],
        }


def change_data(change: Change) -> dict[str, Any]:
    """One change as plain data; a value is a number, an interval is two."""
    return {
        "kind": change.kind,
        "indicator": change.indicator,
        "definition": change.definition,
        "area": change.area,
        "period": change.period,
        "by": change.by,
        "unit": change.unit,
        "before": written(change.before, change.unit),
        "after": written(change.after, change.unit),
    }


def written(value: tuple[float | None, float | None] | None, unit: str) -> str:
    """A figure as downloads write it: `23.79`, an interval as `21 - 24`, empty where there is none."""
    low, high = _sides(value, unit)
    return low if low == high else f"{low} - {high}"


def _sides(value: tuple[float | None, float | None] | None, unit: str) -> tuple[str, str]:
    """Both bounds, rounded outward and never sharper than the gate writes a number."""
    if value is None:
        return "", ""
    if value[0] == value[1]:
        return number(value[0], unit), number(value[1], unit)
    return number(value[0], unit, towards="down"), number(value[1], unit, towards="up")


def differences(before: Path | None, after: Path) -> Differences:
    """Compare the figures of two release folders, area by area."""
    name = before.name if before else None
    connection = connect()
    try:
        if not _compared(connection, before, after):
            return Differences(name, after.name)
        counts = connection.execute(
            "SELECT indicator, count(*) FILTER (WHERE NOT was), count(*) FILTER (WHERE NOT now),"
            " count(*) FILTER (WHERE was AND now AND changed), count(*) FILTER (WHERE was AND now AND NOT changed)"
            " FROM compared GROUP BY 1 ORDER BY 1"
        ).fetchall()
        largest = tuple(_changes(connection, _LARGEST))
    finally:
        connection.close()
    return Differences(name, after.name, tuple(Counted(*row) for row in counts), largest)


def differences_csv(before: Path | None, after: Path) -> str:
    """Every new, vanished and restated figure as CSV, in the order of indicator, period and area."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    head = ("kind", "indicator", "definition", "area", "period", "by", "unit")
    writer.writerow((*head, "before_low", "before_high", "after_low", "after_high"))
    connection = connect()
    try:
        if _compared(connection, before, after):
            for change in _changes(connection, "WHERE changed ORDER BY indicator, period, area, definition, breakdown"):
                cells = (change.kind, change.indicator, change.definition, change.area, change.period, change.by)
                sides = (*_sides(change.before, change.unit), *_sides(change.after, change.unit))
                writer.writerow((*cells, change.unit, *sides))
    finally:
        connection.close()
    return out.getvalue()


def _changes(connection: Connection, what: str) -> Iterator[Change]:
    columns = "indicator, definition, area, period, breakdown, unit, was, was_low, was_high, now, now_low, now_high"
    for row in connection.execute(f"SELECT {columns} FROM compared {what}").fetchall():  # noqa: S608
        indicator, definition, area, period, by, unit, was, was_low, was_high, now, now_low, now_high = row
        before, after = (was_low, was_high) if was else None, (now_low, now_high) if now else None
        yield Change(indicator, definition, area, period, by, unit, before, after)


def _compared(connection: Connection, before: Path | None, after: Path) -> bool:
    """Make the table `compared`; False when neither release has a figure."""
    halves = [_figures(connection, folder) for folder in (before, after)]
    if not any(halves):
        return False
    empty = (
        "SELECT NULL::VARCHAR AS indicator, NULL::VARCHAR AS definition, NULL::VARCHAR AS area,"
        " NULL::VARCHAR AS period, NULL::VARCHAR AS breakdown, NULL::DOUBLE AS low, NULL::DOUBLE AS high,"
        " '' AS parts, '' AS unit WHERE false"
    )
    was, now = (half or empty for half in halves)
    keys = ", ".join((*_KEY, "breakdown"))
    connection.execute(
        f"CREATE TABLE compared AS SELECT {keys}, coalesce(n.unit, w.unit) AS unit,"  # noqa: S608
        " w.parts IS NOT NULL AS was, n.parts IS NOT NULL AS now,"
        " w.low AS was_low, w.high AS was_high, n.low AS now_low, n.high AS now_high,"
        " w.low IS DISTINCT FROM n.low OR w.high IS DISTINCT FROM n.high OR w.parts IS DISTINCT FROM n.parts"
        " AS changed, abs((n.low + n.high) - (w.low + w.high)) / greatest(abs(w.low + w.high), 1) AS size"
        f" FROM ({was}) w FULL JOIN ({now}) n USING ({keys})"
    )
    return True


def _figures(connection: Connection, folder: Path | None) -> str:
    """A query for every figure of a release: of each area as a whole, with its breakdowns, not split by place."""
    if folder is None:
        return ""
    tables = sorted((folder / "public" / "figures").glob("*.parquet"))
    extents = folder / "public" / "extents.parquet"
    return " UNION ALL ".join(
        _of_table(connection, path, extents) for path in tables if not path.stem.endswith("-superseded")
    )


def _of_table(connection: Connection, path: Path, extents: Path) -> str:
    figures, areas = (f"read_parquet({literal(str(file))})" for file in (path, extents))
    columns, places = _columns(connection, figures), _columns(connection, areas)
    dimensions = [name for name in columns if name not in {*_MEASURED, *_BOUNDS, *_KEY}]
    by = ", ".join(f"'{name}=' || f.\"{name}\"" for name in dimensions) or "NULL"
    whole = [f'e."{name}" IS NULL' for name in ("municipality", "province") if name in places]
    if "borders" in places:
        # the borders of the files themselves; those of a chosen year are the same figures told otherwise
        whole.append("coalesce(e.borders, '') = ''")
        whole.append(f"(since IS NULL OR {MOMENT} >= since) AND (until IS NULL OR {MOMENT} < until)")
    parts = " || ' ' || ".join(f"coalesce(f.{name}::VARCHAR, '')" for name in _BOUNDS if name in columns) or "''"
    low, high = "coalesce(f.value, f.low)::DOUBLE", "coalesce(f.value, f.high)::DOUBLE"
    return (
        f"SELECT f.indicator, f.definition, e.area, f.period, concat_ws(', ', {by}) AS breakdown, {low} AS low,"  # noqa: S608
        f" {high} AS high, {parts} AS parts, f.unit FROM {figures} f JOIN {areas} e USING (extent)"
        f" WHERE {' AND '.join(whole) or 'true'}"
    )


def _columns(connection: Connection, source: str) -> Sequence[str]:
    return [name for name, *_ in connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()]  # noqa: S608
