"""Passages that CBS published: cited counts of persons who were followed, available without any file."""

from pactwerk.figures.flows.passages.adding_up import adds_up
from pactwerk.figures.flows.passages.flows import published_passages
from pactwerk.figures.flows.passages.table import Passage, passages

__all__ = ["Passage", "adds_up", "passages", "published_passages"]
