"""One way out: nothing but a table that passed the disclosure gate is drawn or shown."""

from __future__ import annotations

import pytest

from pactwerk.figures.disclosure_control import PublishableTable
from tests.web.design.conftest import Draw
from tests.web.design.tables import computed, row

CHARTS = ("line_chart", "bar_chart", "small_multiples", "area_map")


class Lookalike:
    """Has every attribute of a table and passed nothing."""

    def __init__(self, table: PublishableTable) -> None:
        self.rows, self.dimensions, self.example = table.rows, table.dimensions, table.example
        self.breaks, self.select, self.notes = table.breaks, table.select, table.notes


@pytest.mark.parametrize("tag", [*CHARTS, "figure_table", "break_notice"])
@pytest.mark.parametrize("kind", ["rows", "dicts", "text", "none", "lookalike"])
def test_a_tag_refuses_anything_but_a_publishable_table(draw: Draw, tag: str, kind: str) -> None:
    table = computed(row("2017/18", 41.8))
    things = {
        "rows": list(table.rows),
        "dicts": [{"period": "2017/18", "value": 41.8}],
        "text": "41,8",
        "none": None,
        "lookalike": Lookalike(table),
    }
    with pytest.raises(TypeError, match="PublishableTable"):
        draw(f"{{% {tag} thing %}}", thing=things[kind])


@pytest.mark.parametrize("tag", ["figure", "figure_text", "provenance_link", "basis_badge"])
@pytest.mark.parametrize("thing", [41.8, {"value": 41.8}, "41,8", None])
def test_a_single_figure_must_be_a_row_of_such_a_table(draw: Draw, tag: str, thing: object) -> None:
    with pytest.raises(TypeError, match="PublishableTable"):
        draw(f"{{% {tag} thing %}}", thing=thing)


def test_borders_come_from_a_release_only(draw: Draw) -> None:
    table = computed(row("2017/18", 41.8, by={"municipality": "GM0361"}), dimensions=("municipality",))
    with pytest.raises(TypeError, match="release"):
        draw("{% area_map table borders=thing %}", table=table, thing={"features": []})
