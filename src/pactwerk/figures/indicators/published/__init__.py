"""What others published about these indicators: cited values, never computed here, available without any file."""

from pactwerk.figures.indicators.published.table import PublishedValue, published_values
from pactwerk.figures.indicators.published.tables import published_figures

__all__ = ["PublishedValue", "published_figures", "published_values"]
