"""A sample flow of the style page: invented, of the invented region, and marked as example data."""

from __future__ import annotations

from collections.abc import Mapping

from pactwerk.figures.disclosure_control import PublishableTable, Row, open_own_figures
from pactwerk.figures.flows.flow import LINK, STOCK, Flow, Stage
from pactwerk.figures.texts import Text
from pactwerk.web.design.charts.sankey_figure import SankeyFigure
from pactwerk.web.design.style.samples import REGION

_LINKS: Mapping[tuple[str, str], float | tuple[int, int]] = {
    ("vo:kb", "mbo:3"): 310,
    ("vo:kb", "vo:tl"): 40,
    ("vo:bb", "mbo:2"): 180,
    ("vo:bb", "mbo:3"): (1, 4),
}
_WORDS = {
    "vo:bb": Text("vmbo basis", "vmbo basic"),
    "vo:kb": Text("vmbo kader", "vmbo middle-management"),
    "vo:tl": Text("vmbo theoretisch", "vmbo theoretical"),
    "mbo:2": Text("mbo niveau 2", "mbo level 2"),
    "mbo:3": Text("mbo niveau 3", "mbo level 3"),
}


def _row(by: Mapping[str, str], number: float | tuple[int, int]) -> Row:
    value, low, high = (None, *number) if isinstance(number, tuple) else (number, None, None)
    return Row(
        indicator="FLOW",
        definition="voorbeeld",
        area=REGION,
        period="2018/19",
        by=by,
        value=value,
        low=low,
        high=high,
        unit="personen",
        basis="own",
    )


def _table(rows: list[Row], dimensions: tuple[str, ...]) -> PublishableTable:
    return open_own_figures(rows, dimensions, example=True)


def flow_sample() -> SankeyFigure:
    """Two years of an invented region, one link of it known as bounds only."""
    links = [_row({"stage": "0", "from": a, "to": b}, number) for (a, b), number in _LINKS.items()]
    stages = (Stage(Text("leerjaar 4", "year 4"), "2018/19"), Stage(Text("een jaar later", "a year later"), "2019/20"))
    name = Text("Van vmbo naar mbo", "From vmbo to mbo")
    found = Flow("voorbeeld", name, True, stages, _table(links, LINK), _table([], STOCK), _WORDS)
    return SankeyFigure(
        flow=found,
        links=found.links,
        stocks=found.stocks,
        title=str(name),
        node_address=lambda _node: "#doel",
        band_address=lambda _band: "#doel",
        states=list(_WORDS),
    )
