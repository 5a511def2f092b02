"""What a Sankey diagram shows, as sentences for who does not see it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pactwerk.figures.flows.flow import Flow
from pactwerk.web.design import wording
from pactwerk.web.design.charts.sankey_drawing import band_text
from pactwerk.web.design.charts.sankey_graph import Graph

MOST = 3
"""Flows that one sentence tells."""


def stage_head(flow: Flow, stage: int) -> str:
    """A moment of the flow with its period: `leerjaar 3 (2016/17)`."""
    found = flow.stages[stage]
    name = wording.note_text(found.name)
    return f"{name} ({found.period})" if found.period and found.period not in name else name


def followed(flow: Flow) -> str:
    """Whether persons were followed, in one sentence."""
    if flow.followed:
        return _("Personen zijn gevolgd: van wie eerst hier telde, is nagegaan waar die later was.")
    return _("Niemand is gevolgd: standen van verschillende jaren staan naast elkaar.")


def described(flow: Flow, graph: Graph, *, example: bool) -> str:
    """The whole description: what it is, the largest flows, what is hidden, followed or not."""
    if not graph.bands:
        return _("Stroomdiagram zonder stromen.")
    moments = ", ".join(stage_head(flow, stage) for stage in range(len(flow.stages)))
    parts = [_("Stroomdiagram van %(moments)s.") % {"moments": moments}, largest(graph, told=flow.followed)]
    parts += [text for text in (hidden(graph), followed(flow)) if text]
    return " ".join([*parts, *([_("Voorbeeldgegevens.")] if example else [])])


def largest(graph: Graph, *, told: bool) -> str:
    """The largest flows from high to low; where nobody was followed (`told` False) what stocks share, and balances."""
    names = {node.key: node.name for node in graph.nodes}
    ordered = sorted(graph.bands, key=lambda band: -band.high)[:MOST]
    said = "; ".join(
        _("van %(source)s naar %(target)s %(number)s")
        % {"source": names[band.source], "target": names[band.target], "number": band_text(band)}
        for band in ordered
    )
    if not told:
        said = "; ".join(f"{names[band.source]} \u2013 {names[band.target]} {band_text(band)}" for band in ordered)
        return _("Standen naast elkaar; de grootste gemeenschappelijke delen en saldi: %(flows)s.") % {"flows": said}
    return _("De grootste stromen: %(flows)s.") % {"flows": said}


def hidden(graph: Graph) -> str:
    """How many bands are known as bounds only; empty when all are exact."""
    count = sum(1 for band in graph.bands if band.hidden)
    text = ngettext(
        "%(n)s stroom is alleen als onder- en bovengrens bekend; die is gearceerd en zo breed als de bovengrens.",
        "%(n)s stromen zijn alleen als onder- en bovengrens bekend; die zijn gearceerd en zo breed als de bovengrens.",
        count,
    )
    return text % {"n": count} if count else ""
