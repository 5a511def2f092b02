"""What it takes to have a figure that is not computed: the catalogue's own words, in the page's language."""

from __future__ import annotations

from pactwerk.figures.indicators import Indicator
from pactwerk.web.design.wording import is_english


def missing_text(indicator: Indicator) -> str:
    """*Nodig: …* with the file and its columns that is needed; empty for what is computed."""
    return indicator.missing_en if is_english() else indicator.missing_nl
