"""The tables that are written as one shape of observation: how a table says what it counts, and their reader."""

from pactwerk.figures.sources.tidy.reading import read
from pactwerk.figures.sources.tidy.shape import Coded, Shape, same

__all__ = ["Coded", "Shape", "read", "same"]
