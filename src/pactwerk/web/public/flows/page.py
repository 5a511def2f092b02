"""The page of one flow: choices, tables, pictures, the numbers of a node."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable, merge
from pactwerk.figures.flows.flow import Flow
from pactwerk.web.design import numbers
from pactwerk.web.design.charts.sankey_figure import SankeyFigure
from pactwerk.web.design.charts.sankey_graph import OTHERS, Band, Key, Node, ends, graph, state_name
from pactwerk.web.design.charts.sankey_sentences import followed
from pactwerk.web.design.wording import area_name, note_text
from pactwerk.web.public.figures.answer import release
from pactwerk.web.public.flows.forms import FlowForm
from pactwerk.web.public.flows.question import FlowQuestion, check_node
from pactwerk.web.public.flows.sides import MOST, Side, moment, sides_of, subtraction
from pactwerk.web.public.flows.tables import FlowCell, LinkLine, OpenNode, StockLine, at_node, link_lines, stock_lines


@dataclass(frozen=True)
class FlowPage:
    """Everything the page of a flow shows."""

    question: FlowQuestion
    flow: Flow
    sides: tuple[Side, ...]

    @property
    def name(self) -> str:
        """What the flow is called; two flows beside each other go by the name of their source."""
        return self.question.source.name if self.question.other else note_text(self.flow.name)

    @property
    def heading(self) -> str:
        """The area and the moments."""
        where = area_name(self.question.area.code)
        moments = " \u2192 ".join(self.moments)
        return f"{where}: {moments}" if moments else where

    @property
    def moments(self) -> tuple[str, ...]:
        """Every moment in words."""
        return tuple(moment(self.sides, n) for n in range(max(len(side.flow.stages) for side in self.sides)))

    @property
    def subtraction(self) -> str:
        """Which side is taken off which; empty where nothing is."""
        return subtraction(self.sides)

    @property
    def followed(self) -> str:
        """Whether persons were followed, in a sentence."""
        return followed(self.flow)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the makers of the tables say of them, each once."""
        flows = [side.flow for side in self.sides]
        notes = [note for flow in flows for note in (*flow.notes, *flow.links.notes, *flow.stocks.notes)]
        return tuple(dict.fromkeys(note_text(note) for note in notes))

    @property
    def sources(self) -> tuple[str, ...]:
        """The files or publications behind the figures, each once."""
        rows = [row for side in self.sides for table in (side.links, side.stocks) for row in table.rows]
        return tuple(dict.fromkeys(source.label for row in rows for source in row.sources))

    @cached_property
    def links(self) -> tuple[LinkLine, ...]:
        """Every link."""
        return link_lines(self.sides)

    @cached_property
    def stocks(self) -> tuple[StockLine, ...]:
        """Every node, each with the address that opens it."""
        return stock_lines(self.sides, self.question.query_string)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.links and not self.stocks

    @property
    def unit(self) -> str:
        """What is counted, when it is the same everywhere."""
        units = {row.unit for side in self.sides for row in (*side.links.rows, *side.stocks.rows)}
        return numbers.unit_text(units.pop()) if len(units) == 1 else ""

    @property
    def with_shares(self) -> bool:
        """Whether any link has a share of what it leaves."""
        return any(cell and cell.share for line in self.links for cell in line.cells)

    @property
    def _cells(self) -> list[tuple[FlowCell | None, ...]]:
        return [*(line.cells for line in self.links), *(line.cells for line in self.stocks)]

    @property
    def with_bounds(self) -> bool:
        """Whether any number is rounded, with its bounds beside it."""
        return any(cell and cell.within for cells in self._cells for cell in cells)

    @property
    def unknown_kind(self) -> bool:
        """Whether of any place the kind of education is not known."""
        return any(state.split(":")[1:2] == ["onbekend"] for side in self.sides for state in side.flow.words)

    @property
    def stock_columns(self) -> int:
        """How many columns the table of stocks has."""
        return 1 + len(self.sides) + bool(self.subtraction)

    @property
    def link_columns(self) -> int:
        """How many columns the table of links has."""
        return self.stock_columns + self.with_kinds

    @property
    def example(self) -> bool:
        """Whether any of it is invented."""
        return any(side.links.example or side.stocks.example for side in self.sides)

    @property
    def with_kinds(self) -> bool:
        """Whether any link has an official term."""
        return any(line.kind for line in self.links)

    @property
    def barred(self) -> bool:
        """Whether some difference is not given because the two may not be compared."""
        changes = [line.change for line in self.links] + [line.change for line in self.stocks]
        return any(change.barred for change in changes if change)

    @cached_property
    def table(self) -> PublishableTable:
        """The links as one table, for the download."""
        return _together([side.flow.links for side in self.sides])

    @cached_property
    def stock_table(self) -> PublishableTable:
        """The stocks as one table, for the download."""
        return _together([side.flow.stocks for side in self.sides])

    @property
    def csv_url(self) -> str:
        """The links as CSV."""
        return self.question.url("flow_csv")

    @property
    def json_url(self) -> str:
        """Everything as JSON."""
        return self.question.url("flow_json")

    @property
    def stocks_url(self) -> str:
        """The stocks as CSV."""
        url = self.csv_url
        return f"{url}{'&' if '?' in url else '?'}deel=standen"

    @cached_property
    def form(self) -> FlowForm | None:
        """The choices; None where there are none."""
        found = release()
        examples = bool(found and found.manifest.example)
        return FlowForm(self.question, with_examples=examples) if self.question.source.choices.any else None

    @property
    def open_node(self) -> OpenNode | None:
        """The node that was opened."""
        key = self.question.node
        if key is None:
            return None
        arriving, leaving = at_node(self.links, key)
        stock = next((line for line in self.stocks if line.key == key), None)
        cells = stock.cells if stock else ()
        shown = tuple((side.name, cell) for side, cell in zip(self.sides, cells, strict=False) if cell)
        return OpenNode(self._state(key), moment(self.sides, key[0]), shown, arriving, leaving)

    def _state(self, key: Key) -> str:
        named = [side.flow for side in self.sides if key[1] in side.flow.words]
        return state_name(named[0] if named else self.flow, key[1])

    @cached_property
    def figures(self) -> tuple[SankeyFigure, ...]:
        """A picture for each side, all on one scale; none when there are too many."""
        if len(self.sides) > MOST:
            return ()
        largest = max(graph(side.flow, side.links, side.stocks).largest for side in self.sides)
        states = list(dict.fromkeys(state for side in self.sides for state in side.flow.words))
        places = {line.key: line.place for line in self.links}

        def to_band(band: Band) -> str:
            first = ends(band.rows[0])
            return f"#verband-{places[first]}" if len(band.rows) == 1 else "#verbanden"

        return tuple(
            SankeyFigure(
                flow=side.flow,
                links=side.links,
                stocks=side.stocks,
                title=side.name or self.name,
                node_address=self._to_node,
                band_address=to_band,
                states=states,
                largest=largest,
            )
            for side in self.sides
            if graph(side.flow, side.links, side.stocks).bands
        )

    def _to_node(self, node: Node) -> str:
        if node.state == OTHERS:
            return "#standen"
        return f"?{self.question.query_string(node.key)}#knoop"

    @property
    def too_many(self) -> str:
        """Why there is no picture; empty when there is."""
        return "" if len(self.sides) <= MOST else _("Te veel delen voor een tekening; de tabel heeft ze alle.")


def _together(tables: Sequence[PublishableTable]) -> PublishableTable:
    """The tables as one; the sides of a breakdown share a table, which then counts once."""
    different = list({id(table): table for table in tables}.values())
    return different[0] if len(different) == 1 else merge(*different)


def flow_page(question: FlowQuestion) -> FlowPage:
    """Gather the page. Raises `Unanswerable` for a node that is not in the flow."""
    flow = question.source.read(question.asked)
    other = question.source.read(question.other) if question.other else None
    sides = sides_of(question, flow, other)
    check_node(question, [side.flow for side in sides])
    return FlowPage(question, flow, sides)
