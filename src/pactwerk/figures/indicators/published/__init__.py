"""What others published about these indicators: cited values, never computed here, available without any file."""

from pactwerk.figures.indicators.published.table import PublishedValue, published_values
from pactwerk.figures.indicators.published.tables import is_single_point, published_figures

__all__ = ["PublishedValue", "is_single_point", "published_figures", "published_values"]
