"""Shapes of a drawing that lead somewhere: links inside an SVG, to places on the reader's own page only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

OWN_ADDRESS = re.compile(r"(?:\?[\w%.~:&=+-]*)?(?:#[\w-]+)?")
"""A query of the page itself, a place on it, or both: no scheme, no host, no path."""
SVG = "http://www.w3.org/2000/svg"
Marks = list[tuple[ET.Element, ET.Element, "Anchor"]]


@dataclass(frozen=True)
class Anchor:
    """Where a shape leads and what it is called. Raises ValueError for an address that is not on the page itself."""

    address: str
    name: str

    def __post_init__(self) -> None:
        if not self.address or not OWN_ADDRESS.fullmatch(self.address):
            raise ValueError(self.address)
        if not self.name.strip():
            raise ValueError("a link in a drawing without a name")


def marks(root: ET.Element, anchors: Mapping[str, Anchor]) -> Marks:
    """The shapes that the drawing labelled with a key of `anchors`, each with the element it stands in."""
    pairs = ((parent, child) for parent in root.iter() for child in parent)
    named = ((parent, child, child.get("aria-label", "")) for parent, child in pairs)
    return [(parent, child, anchors[key]) for parent, child, key in named if key in anchors]


def wrap(found: Marks) -> None:
    """Put each of the shapes in a link that the keyboard reaches and a pointer explains."""
    for parent, shape, anchor in found:
        link = ET.Element(f"{{{SVG}}}a", {"href": anchor.address, "aria-label": anchor.name})
        title = ET.SubElement(link, f"{{{SVG}}}title")
        title.text = anchor.name
        parent[list(parent).index(shape)] = link
        link.append(shape)


def hush(root: ET.Element) -> None:
    """Texts of a drawing with links are read through the names of the links, not a second time."""
    for text in root.iter(f"{{{SVG}}}text"):
        text.set("aria-hidden", "true")
