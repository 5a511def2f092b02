"""A Sankey diagram from specification to SVG with links; drawn by Vega, cleaned and cached like every chart."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pactwerk.web.design import numbers
from pactwerk.web.design.charts.anchors import Anchor
from pactwerk.web.design.charts.drawing import RULES, cached, clean
from pactwerk.web.design.charts.line import Size
from pactwerk.web.design.charts.sankey import Picture, sankey_spec
from pactwerk.web.design.charts.sankey_graph import Band, Graph, Node
from pactwerk.web.design.wording import is_english

NodeAddress = Callable[[Node], str]
BandAddress = Callable[[Band], str]


def band_text(band: Band) -> str:
    """How many a band stands for; several links together as their sum's bounds."""
    if len(band.rows) == 1:
        return numbers.figure_text(band.rows[0], 1)
    ends = dict.fromkeys((band.low, band.high))
    return "\u2013".join(numbers.number(end, numbers.decimals_for(end, "", 1)) for end in ends)


def anchors_of(graph: Graph, node_address: NodeAddress, band_address: BandAddress) -> dict[str, Anchor]:
    """Where every node and every band leads, by the key that the specification gives its shape."""
    names = {node.key: node.name for node in graph.nodes}
    found = {
        f"n{node.stage}/{node.state}": Anchor(node_address(node), f"{node.name} {node.text}".strip())
        for node in graph.nodes
    }
    for place, band in enumerate(graph.bands):
        name = f"{names[band.source]} \u2192 {names[band.target]}: {band_text(band)}"
        found[f"b{place}"] = Anchor(band_address(band), name)
    return found


def sankey_svg(picture: Picture, size: Size, title: str, description: str, anchors: Mapping[str, Anchor]) -> str:
    """The picture as SVG text with PLACE for its id."""
    spec = sankey_spec(picture, size)
    leads = {key: (anchor.address, anchor.name) for key, anchor in anchors.items()}
    content: list[object] = [RULES, "sankey", is_english(), spec, title, description, leads]
    return cached(content, lambda: clean(_draw(spec), title, description, anchors))


def _draw(spec: Mapping[str, object]) -> str:
    import vl_convert

    return str(vl_convert.vega_to_svg(dict(spec), allowed_base_urls=[]))
