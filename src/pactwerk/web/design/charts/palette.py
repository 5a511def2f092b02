"""Colours and type of the charts: safe for colour-blind eyes, at least 3:1 against white, 4.5:1 for text."""

from __future__ import annotations

BACKGROUND = "#ffffff"
INK = "#10222b"
MUTED = "#4a5d66"
RULE = "#d5dfe1"
BREAK = "#8f2d0c"
EXAMPLE = "#7a4b00"
SERIES = ("#0b5fa5", "#b8480a", "#00806a", "#7a3e9d", "#8a6a00", "#b0286b", "#4f626b", "#007d9c")
STEPS = ("#dcecee", "#a5ced5", "#64a6b3", "#2b7a8b", "#0b4a5c")
"""Five classes from low to high; every shape carries an outline in INK, so the lightest stays visible."""
NO_FIGURE = "#f2f4f4"
FEW = "#fff3cf"
"""A municipality whose figure is only known as an interval."""

FONT = "Atkinson Hyperlegible Next Variable, Atkinson Hyperlegible Next, Arial, sans-serif"
DASHES = {"computed": [1, 0], "published": [6, 4], "own": [1, 0]}
SHAPES = {"computed": "circle", "published": "diamond", "own": "square"}

CONFIG: dict[str, object] = {
    "font": FONT,
    "background": BACKGROUND,
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 14,
        "labelColor": MUTED,
        "titleFontSize": 13,
        "titleColor": MUTED,
        "titleFontWeight": 400,
        "gridColor": RULE,
        "domainColor": MUTED,
        "tickColor": MUTED,
        "labelPadding": 6,
    },
    "legend": {
        "labelFontSize": 14,
        "labelColor": INK,
        "labelLimit": 260,
        "symbolSize": 110,
        "symbolStrokeWidth": 2,
        "title": None,
        "orient": "top",
        "direction": "horizontal",
        "columnPadding": 18,
        "offset": 14,
    },
    "header": {"labelFontSize": 14, "labelFontWeight": 600, "labelColor": INK, "title": None},
    "text": {"fontSize": 14, "color": INK},
}
