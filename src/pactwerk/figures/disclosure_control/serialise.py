"""A publishable table as CSV and JSON text; numbers are never written sharper than two decimals."""

import csv
import io
import math
from collections.abc import Sequence

from pactwerk.figures.disclosure_control.row import Row
from pactwerk.figures.disclosure_control.series import break_texts

SHARES = frozenset({"%", "procentpunt"})
HEAD = ("indicator", "definition", "area", "period")
TAIL = ("value", "low", "high", "numerator", "denominator", "unit", "status", "sources", "break")
OBSERVED = ("basis", "publication_edition", "known_at", "peildatum", "concept")
"""What a figure is known by besides: computed or published, of which edition, since when, of which day and place."""


def number(value: float | None, unit: str, *, towards: str = "nearest") -> str:
    """A figure as text: shares with two decimals, counts whole, anything else with at most two decimals.

    Bounds are rounded outward (`towards` "down" or "up"), so a rounded interval still holds the true value.
    """
    if value is None:
        return ""
    if unit not in SHARES and float(value).is_integer():
        return str(int(value))
    # 1e-9: binary fractions such as 41.82 must not be pushed a whole hundredth away by floor and ceil
    hundredths = {
        "down": lambda: math.floor(value * 100 + 1e-9),
        "up": lambda: math.ceil(value * 100 - 1e-9),
        "nearest": lambda: round(value * 100),
    }[towards]()
    return f"{hundredths / 100:.2f}"


def bounds(row: Row) -> tuple[str, str, str]:
    """Value, low and high as text; an exact figure shows the same text three times."""
    value = number(row.value, row.unit)
    if row.value is not None and row.low == row.value == row.high:
        return value, value, value
    return value, number(row.low, row.unit, towards="down"), number(row.high, row.unit, towards="up")


def _whole(value: int | None) -> str:
    return "" if value is None else str(value)


def harmless(text: str) -> str:
    """Text that somebody typed, safe in a spreadsheet: with a quote before it where it would be read as a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def cells(row: Row, dimensions: Sequence[str], broken: str = "") -> list[str]:
    """One row as text cells in the order of the CSV columns; `broken` says what lies between it and the row before."""
    sources = "; ".join(dict.fromkeys(source.label for source in row.sources))
    return [
        *(row.indicator, row.definition, row.area, row.period),
        *(row.by.get(name, "") for name in dimensions),
        *bounds(row),
        *(_whole(row.numerator), _whole(row.denominator), harmless(row.unit), row.status, harmless(sources), broken),
        *(getattr(row, name) or "" for name in OBSERVED),
    ]


def columns(dimensions: Sequence[str]) -> list[str]:
    """The CSV header for these dimensions."""
    return [*HEAD, *dimensions, *TAIL, *OBSERVED]


def to_csv(rows: Sequence[Row], dimensions: Sequence[str]) -> str:
    """CSV text with a header line."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(columns(dimensions))
    writer.writerows(cells(row, dimensions, text) for row, text in zip(rows, break_texts(rows), strict=True))
    return text.getvalue()


def _plain(text: str) -> float | int | None:
    if not text:
        return None
    return float(text) if "." in text else int(text)


def to_json(rows: Sequence[Row], dimensions: Sequence[str], *, release: str | None, example: bool) -> str:
    """A JSON list with one object per row."""
    import json

    out = []
    for row, broken in zip(rows, break_texts(rows), strict=True):
        value, low, high = (_plain(text) for text in bounds(row))
        out.append(
            {
                **{name: getattr(row, name) for name in HEAD},
                **{name: row.by.get(name) for name in dimensions},
                "value": value,
                "low": low,
                "high": high,
                **{name: getattr(row, name) for name in ("numerator", "denominator", "unit", "status")},
                "numerator_bounds": [row.numerator_low, row.numerator_high],
                "denominator_bounds": [row.denominator_low, row.denominator_high],
                **{name: getattr(row, name) for name in OBSERVED},
                "sources": [{"file": s.file, "sha256": s.sha256, "url": s.url, "rows": s.rows} for s in row.sources],
                "note": row.note,
                "break": broken,
                "release": release,
                "example": example,
            }
        )
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"
