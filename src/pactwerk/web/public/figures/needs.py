"""What it takes to have a figure that is not computed: the catalogue's own words, in the page's language."""

from __future__ import annotations

from pactwerk.figures.indicators import Indicator
from pactwerk.web.public.words import in_language


def missing_text(indicator: Indicator) -> str:
    """*Nodig: …* with the file and its columns, or the record, that is needed; empty for what is computed."""
    return in_language(indicator, "missing")


def why_text(indicator: Indicator) -> str:
    """Why the files that are loaded do not honestly allow it; empty for what is computed."""
    return in_language(indicator, "why")
