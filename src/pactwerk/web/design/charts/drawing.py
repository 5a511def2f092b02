"""From specification to SVG: drawn by Vega-Lite, cleaned for a strict content policy, cached by content."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree as ET

from django.core.cache import caches
from django.utils.safestring import SafeString, mark_safe

from pactwerk.web.design.charts import anchors as links
from pactwerk.web.design.charts.anchors import Anchor
from pactwerk.web.design.charts.grid import snapped
from pactwerk.web.design.charts.palette import CONFIG
from pactwerk.web.design.wording import is_english

Locale = Literal["nl-NL", "en-US"]
VEGA_LITE = "6.4"
RULES = "5"  # raise when the cleaning below changes: it is part of the cache's key
SVG = "http://www.w3.org/2000/svg"
PLACE = "chart-id-here"
"""Stands in the cached SVG where the id goes: the same chart may stand twice on a page."""

ATTRIBUTES = """
x y dy x1 x2 y1 y2 r rx ry cx cy d points width height viewBox transform id clip-path opacity fill fill-opacity
stroke stroke-width stroke-dasharray stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
font-family font-size font-weight font-style text-anchor dominant-baseline
"""
KEPT = frozenset(ATTRIBUTES.split())
"""All that a cleaned drawing may carry: no style, no class, no inner roles or labels."""
LONG_OUTLINE, MIN_CORNERS = 300, 3
CORNER = re.compile(r"[ML](-?[\d.]+),(-?[\d.]+)")
OUTLINE = re.compile(r"(?:[ML]-?[\d.]+,-?[\d.]+|Z)+")
LONG_NUMBER = re.compile(r"-?\d+\.\d{2,}")


@dataclass(frozen=True)
class Drawing:
    """One SVG of a chart; `size` is wide or narrow, and the style sheet shows the one that fits."""

    size: str
    svg: SafeString


def svg_of(spec: Mapping[str, object], title: str, description: str) -> str:
    """The chart as SVG text with PLACE for its id. `title` and `description` are in the page's language."""
    locale: Locale = "en-US" if is_english() else "nl-NL"
    content: list[object] = [RULES, locale, spec, title, description]
    return cached(content, lambda: clean(draw(spec, locale), title, description))


def cached(content: list[object], make: Callable[[], str]) -> str:
    """A drawing, made only once for everything it is made from (`content`, as JSON)."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    key = f"chart:{hashlib.sha256(text.encode()).hexdigest()}"
    cache = caches["charts"]
    found = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, None)
    return str(found)


def draw(spec: Mapping[str, object], locale: Locale) -> str:
    """Vega-Lite's own SVG; reads nothing from outside the specification."""
    import vl_convert

    full = {"config": CONFIG, **spec}
    return str(vl_convert.vegalite_to_svg(full, vl_version=VEGA_LITE, format_locale=locale, allowed_base_urls=[]))


def clean(svg: str, title: str, description: str, anchors: Mapping[str, Anchor] | None = None) -> str:
    """One image with a name and a description: no styles, no scripts, no inner roles, ids of its own.

    Shapes that the drawing labelled with a key of `anchors` become links; it is then a group and no single image.
    """
    ET.register_namespace("", SVG)
    root = ET.fromstring(svg)  # noqa: S314  -- our own drawing, not a stranger's document
    names: dict[str, str] = {}
    leading = links.marks(root, anchors or {})
    _clean_element(root, names)
    for element in root.iter():
        if clip := element.get("clip-path"):
            inner = clip.removeprefix("url(#").removesuffix(")")
            element.set("clip-path", f"url(#{names.get(inner, inner)})")
    root.attrib.pop("height", None)
    root.attrib |= {"class": "pw-svg", "role": "group" if leading else "img", "focusable": "false"}
    if leading:
        links.hush(root)
        links.wrap(leading)
    root.set("aria-labelledby", f"{PLACE}-t")
    root.set("aria-describedby", f"{PLACE}-d")
    for place, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(f"{{{SVG}}}{tag}", {"id": f"{PLACE}-{tag[0]}"})
        element.text = text
        root.insert(place, element)
    return ET.tostring(root, encoding="unicode")


def _clean_element(element: ET.Element, names: dict[str, str]) -> None:
    for child in list(element):
        if child.get("display") == "none" or child.get("d") == "M0,0h0v0h0Z":
            element.remove(child)
        else:
            _clean_element(child, names)
    for name in list(element.attrib):
        if name not in KEPT:
            del element.attrib[name]
        elif name == "d" and element.attrib[name].endswith("Z"):
            element.set("d", coarser(element.attrib[name]))
        elif name in ("d", "transform", "x2", "y2", "x", "y", "width", "height"):
            element.set(name, LONG_NUMBER.sub(_shorter, element.attrib[name]))
    if own := element.get("id"):
        names[own] = f"{PLACE}-c{len(names)}"
        element.set("id", names[own])


HALF_UNIT = 0.5


def coarser(outline: str) -> str:
    """An outline on a grid of half units without the points that fall together.

    A border that two municipalities share falls on the same grid points in both, so no gap opens between them.
    """
    if len(outline) < LONG_OUTLINE or not OUTLINE.fullmatch(outline):
        return LONG_NUMBER.sub(_shorter, outline)
    rings = (_ring(ring) for ring in outline.split("Z") if ring)
    return "".join(ring for ring in rings if ring)


def _ring(ring: str) -> str:
    kept = snapped(((float(x), float(y)) for x, y in CORNER.findall(ring)), HALF_UNIT)
    if len(kept) < MIN_CORNERS:
        return ""
    return "M" + "L".join(f"{x:g},{y:g}" for x, y in kept) + "Z"


def _shorter(match: re.Match[str]) -> str:
    return f"{float(match[0]):.1f}".removesuffix(".0")


def placed(svg: str, identity: str) -> SafeString:
    """The cached SVG with its id on this page filled in."""
    return mark_safe(svg.replace(PLACE, identity))  # noqa: S308  -- drawn by us, texts escaped by ElementTree
