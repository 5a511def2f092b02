"""The figures of municipalities in five classes of equal size, with the text and colour of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.web.design import numbers
from pactwerk.web.design.charts import palette
from pactwerk.web.design.charts.bars import choose

CLASSES = len(palette.STEPS)


def municipality_of(row: Row) -> str:
    """The municipality a row is about: its breakdown, or its area when that is one."""
    return row.by.get("municipality") or (row.area if row.area.startswith("GM") else "")


def rows_of(table: PublishableTable, period: str = "") -> tuple[dict[str, Row], str]:
    """The row of every municipality at one moment (the latest when none is asked), and that moment."""
    bars = choose(table, "municipality", period, most=len(table) or 1)
    return {municipality_of(row): row for _name, row in bars.rows if municipality_of(row)}, bars.period


def limits(values: Sequence[float]) -> list[float]:
    """The lower bounds of the second to the last class: fifths of the municipalities, each bound once."""
    ordered = sorted(values)
    if not ordered:
        return []
    cuts = [ordered[len(ordered) * n // CLASSES] for n in range(1, CLASSES)]
    return [cut for cut in dict.fromkeys(cuts) if cut > ordered[0]]


def legend_words(bounds: Sequence[float], rows: Mapping[str, Row]) -> list[str]:
    """The text of every class, from-to."""
    values = [row.value for row in rows.values() if row.value is not None]
    if not values:
        return []
    unit = next(iter(rows.values())).unit
    ends = [min(values), *bounds, max(values)]
    texts = [numbers.number(end, numbers.decimals_for(end, unit, 1)) for end in ends]
    close = "\u202f%" if unit == "%" else ""
    return [f"{a} – {b}{close}" for a, b in pairwise(texts)]


def classes(rows: Mapping[str, Row]) -> tuple[dict[str, str], list[str], list[str]]:
    """The class text of every municipality, and the texts and colours of the legend."""
    bounds = limits([row.value for row in rows.values() if row.value is not None])
    words = legend_words(bounds, rows)
    few, none = _("alleen een grens bekend"), _("geen cijfer")
    found = {code: few if row.value is None else words[bisect_right(bounds, row.value)] for code, row in rows.items()}
    step = (CLASSES - 1) / max(len(words) - 1, 1)
    colors = [palette.STEPS[round(n * step)] for n in range(len(words))]
    if few in found.values():
        words, colors = [*words, few], [*colors, palette.FEW]
    return found, [*words, none], [*colors, palette.NO_FIGURE]
