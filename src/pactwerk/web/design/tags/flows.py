"""The tag that draws who goes where."""

from __future__ import annotations

from typing import Any

from django.template.context import Context

from pactwerk.web.design.charts.drawing import Drawing, placed
from pactwerk.web.design.charts.line import SIZES
from pactwerk.web.design.charts.sankey_figure import SankeyFigure
from pactwerk.web.design.tags import register
from pactwerk.web.design.tags.charts import identity_of


@register.inclusion_tag("design/components/sankey.html", takes_context=True)
def sankey(context: Context, figure: SankeyFigure) -> dict[str, Any]:
    """`{% sankey figure %}`: a flow as a Sankey diagram; every node and band leads to its numbers on the page."""
    if not isinstance(figure, SankeyFigure):
        raise TypeError(f"only a SankeyFigure is drawn, not {type(figure).__name__}")
    identity = identity_of(context)
    sizes = SIZES if figure.graph.bands else ()
    return {
        "id": identity,
        "title": figure.title,
        "description": figure.description,
        "example": figure.example,
        "drawings": [Drawing(size.name, placed(figure.svg(size), f"{identity}{size.name[0]}")) for size in sizes],
    }
