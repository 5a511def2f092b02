"""Contrast of the theme and of the charts: 4.5:1 for text, 3:1 for marks; and eyes that see no red or green."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from pactwerk.web import design
from pactwerk.web.design.charts import palette

THEME = (Path(design.__file__).parent / "static/design/theme.css").read_text("utf-8")
TOKENS = dict(re.findall(r"--pw-([\w-]+): (#[0-9a-f]{6});", THEME))
STATES = ("op_koers", "vooruitgang", "achter", "nog_niet_te_zeggen", "niet_meetbaar")
Colour = tuple[float, float, float]


def linear(colour: str) -> Colour:
    """Linear red, green and blue of a hexadecimal colour, 0..1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def without_red(colour: str) -> Colour:
    """Linear colour as seen with protanopia (Viénot, Brettel and Mollon 1999)."""
    red, green, blue = linear(colour)
    seen = 0.11238 * red + 0.88762 * green
    return seen, seen, 0.00401 * red - 0.00401 * green + blue


TEXT_ON_GROUND = [
    *(
        ("ink", "paper"),
        ("ink", "mist"),
        ("muted", "paper"),
        ("muted", "mist"),
        ("action", "paper"),
        ("action", "mist"),
    ),
    *(("action-strong", "mist"), ("on-deep", "deep"), ("on-deep-muted", "deep"), ("on-deep-muted", "deep-2")),
    *(("lit", "deep"), ("example", "example-paper"), ("break", "paper"), ("break", "example-paper")),
    *((state, f"{state}-paper") for state in STATES),
    *((state, "paper") for state in STATES),
]


@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_of_the_theme_is_readable(text: str, ground: str) -> None:
    assert contrast(TOKENS[text], TOKENS[ground]) >= 4.5


@pytest.mark.parametrize("colour", [palette.INK, palette.MUTED, palette.BREAK, palette.EXAMPLE, *palette.SERIES])
def test_words_and_lines_of_a_chart_stand_out(colour: str) -> None:
    assert contrast(colour, palette.BACKGROUND) >= 4.5  # values stand beside a line in its colour


def test_the_outline_of_a_map_shape_stands_out_from_every_fill_that_is_light() -> None:
    for fill in (*palette.STEPS[:3], palette.FEW, palette.NO_FIGURE):
        assert contrast(palette.INK, fill) >= 3
    for fill in palette.STEPS[3:]:
        assert contrast(fill, palette.BACKGROUND) >= 3


def test_the_classes_of_a_map_go_from_light_to_dark() -> None:
    assert all(luminance(a) > luminance(b) * 1.3 for a, b in pairwise(palette.STEPS))


def test_the_first_four_series_differ_for_eyes_that_see_no_red() -> None:
    for one, other in combinations(palette.SERIES[:4], 2):
        apart = sum((a - b) ** 2 for a, b in zip(without_red(one), without_red(other), strict=True)) ** 0.5
        assert apart > 0.05, (one, other)


def test_a_basis_is_told_by_shape_and_not_by_colour() -> None:
    assert len(set(palette.SHAPES.values())) == 3
