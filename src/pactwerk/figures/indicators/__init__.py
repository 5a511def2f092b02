"""The catalogue of indicators: what is counted, by which definition, from which tables."""

from pactwerk.figures.indicators.entry import Definition, Indicator, State, UnknownIndicator
from pactwerk.figures.indicators.register import catalogue, indicator

__all__ = ["Definition", "Indicator", "State", "UnknownIndicator", "catalogue", "indicator"]
