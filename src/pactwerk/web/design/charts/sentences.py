"""What a chart shows, as a sentence in the page's language: its description for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.web.design import numbers, tabular, wording
from pactwerk.web.design.charts.series import Point, points

MOST = 4  # series that one sentence can carry


def title(table: PublishableTable, text: str = "") -> str:
    """The given title, or indicator and area."""
    return str(text) or tabular.caption(table) or _("Grafiek")


def _said(row: Row) -> str:
    return _("%(figure)s in %(period)s (%(basis)s)") % {
        "figure": numbers.figure_with_unit(row, 1),
        "period": row.period,
        "basis": wording.basis_name(row.basis),
    }


def _course(run: Sequence[Point]) -> str:
    name, first, last = run[0].series, run[0].row, run[-1].row
    if first is last:
        return f"{name}: {_said(first)}"
    return _("%(name)s: van %(first)s naar %(last)s") % {
        "name": name,
        "first": _said(first),
        "last": _said(last),
    }


def of_line(table: PublishableTable, path: Sequence[tuple[str, float]]) -> str:
    """Description of a line chart: course of every run, target, breaks, example data."""
    runs: dict[str, list[Point]] = {}
    for point in points(table):
        runs.setdefault(point.run, []).append(point)
    said = [_course(run) for run in list(runs.values())[:MOST]]
    if len(runs) > MOST:
        said.append(_others(len(runs) - MOST))
    parts = [_("Lijngrafiek.") + " " + "; ".join(said) + "." if said else _("Lijngrafiek zonder cijfers.")]
    if path:
        unit = table.rows[0].unit if table.rows else ""
        value = numbers.agreed(float(path[-1][1]))
        parts.append(
            _("Streefwaarde: %(value)s %(unit)s in %(period)s.")
            % {"value": value, "unit": numbers.unit_text(unit), "period": path[-1][0]}
        )
    parts += [breaks(table)] if table.breaks() else []
    return " ".join([*parts, *example(table)])


def _others(count: int) -> str:
    text = ngettext("en %(n)s ander stuk lijn; zie de tabel", "en %(n)s andere stukken lijn; zie de tabel", count)
    return text % {"n": count}


def of_bars(table: PublishableTable, rows: Sequence[tuple[str, Row]], period: str) -> str:
    """Description of a bar chart: the highest and the lowest bar."""
    count = len(rows)
    text = ngettext("Staafgrafiek met %(n)s staaf, %(period)s.", "Staafgrafiek met %(n)s staven, %(period)s.", count)
    text %= {"n": count, "period": period}
    return " ".join([text, *_extremes(rows), *example(table)])


def of_map(table: PublishableTable, rows: Sequence[tuple[str, Row]], period: str, tiles: bool) -> str:
    """Description of a map: how many municipalities, the highest and the lowest."""
    kind = _("Tegelkaart: elke gemeente is een even groot vakje.") if tiles else _("Kaart van gemeenten.")
    count = len(rows)
    text = ngettext(
        "Met een cijfer: %(n)s gemeente, %(period)s.", "Met een cijfer: %(n)s gemeenten, %(period)s.", count
    )
    text %= {"n": count, "period": period}
    return " ".join([kind, text, *_extremes(rows), *example(table)])


def _extremes(rows: Sequence[tuple[str, Row]]) -> list[str]:
    known = [(name, row) for name, row in rows if row.value is not None]
    if not known:
        return []
    ordered = sorted(known, key=lambda pair: pair[1].value or 0.0)
    (low, low_row), (high, high_row) = ordered[0], ordered[-1]
    return [
        _("Hoogst: %(high)s, %(hv)s; laagst: %(low)s, %(lv)s.")
        % {
            "high": high,
            "hv": numbers.figure_with_unit(high_row, 1),
            "low": low,
            "lv": numbers.figure_with_unit(low_row, 1),
        }
    ]


def breaks(table: PublishableTable) -> str:
    """Which periods may not be compared; "" without a break."""
    pairs = ", ".join(f"{before} – {after}" for before, after in table.breaks())
    return _("Breuk in de reeks: %(pairs)s; er loopt geen lijn over de breuk.") % {"pairs": pairs} if pairs else ""


def example(table: PublishableTable) -> list[str]:
    """The mark of example data as the last sentence."""
    return [_("Voorbeeldgegevens.")] if table.example else []
