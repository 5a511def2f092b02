"""Municipalities that were divided among several others: without a postcode nobody knows where a row belongs now."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from pactwerk.basis.places.municipalities import municipality


@cache
def split_municipalities() -> Mapping[str, tuple[str, ...]]:
    """Per divided municipality those that it went to, from most to fewest postcodes (`split_municipalities.tsv`)."""
    text = files(__package__).joinpath("reference", "split_municipalities.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return MappingProxyType({code: tuple(successors.split("|")) for code, _, successors in lines[1:]})


def whole_successor(code: str) -> str | None:
    """The one municipality that took over all of this one; None when it still exists or was divided.

    Raises UnknownArea.
    """
    return None if code in split_municipalities() else municipality(code).successor
