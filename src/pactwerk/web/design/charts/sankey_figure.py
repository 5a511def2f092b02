"""One side of a flow as it is shown: its tables, its graph, and where its shapes lead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.flows.flow import Flow
from pactwerk.web.design.charts import sankey_sentences
from pactwerk.web.design.charts.line import Size
from pactwerk.web.design.charts.sankey import Picture, colors_of
from pactwerk.web.design.charts.sankey_drawing import anchors_of, sankey_svg
from pactwerk.web.design.charts.sankey_graph import Band, Graph, Node, graph


@dataclass(frozen=True)
class SankeyFigure:
    """A picture that is still to be drawn. `states` gives the colours; `largest` the scale (0: its own)."""

    flow: Flow
    links: PublishableTable
    stocks: PublishableTable
    title: str
    node_address: Callable[[Node], str]
    band_address: Callable[[Band], str]
    states: Sequence[str]
    largest: float = 0.0

    @cached_property
    def graph(self) -> Graph:
        """Nodes and bands."""
        return graph(self.flow, self.links, self.stocks)

    @property
    def example(self) -> bool:
        """Whether anything in it is invented."""
        return self.links.example or self.stocks.example

    @property
    def description(self) -> str:
        """The picture in sentences."""
        return sankey_sentences.described(self.flow, self.graph, example=self.example)

    def svg(self, size: Size) -> str:
        """The drawing with PLACE for its id."""
        heads = tuple(sankey_sentences.stage_head(self.flow, stage) for stage in range(len(self.flow.stages)))
        picture = Picture(self.graph, heads, colors_of(self.states), self.example, self.largest)
        anchors = anchors_of(self.graph, self.node_address, self.band_address)
        return sankey_svg(picture, size, self.title, self.description, anchors)
