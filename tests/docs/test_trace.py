"""`docs/trace.tsv`: every inventory item names a page and a test; this opens the one and finds the other."""

from __future__ import annotations

import ast
import csv
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.test import Client

ROOT = Path(__file__).resolve().parents[2]
STATES = {"done", "partly", "not done"}


@dataclass(frozen=True)
class Line:
    item: str
    state: str
    where: str
    shows: str
    test: str
    note: str


def lines() -> list[Line]:
    with (ROOT / "docs" / "trace.tsv").open(encoding="utf-8", newline="") as handle:
        return [Line(**row) for row in csv.DictReader(handle, delimiter="\t")]


def test_every_item_of_an_issue_stands_in_the_table() -> None:
    alone = (1, 2, 3, 4, 5, 18, 33, 38, 39, 50, 61, 78, 86, 87, 91, 93, 104, 110, 111, 113, 138, 150, 164, 186, 188)
    wanted = [f"A{number}" for number in (*alone, *range(155, 163))]
    assert sorted({line.item for line in lines()}) == sorted(wanted)


@pytest.mark.parametrize("line", lines(), ids=lambda line: line.item)
def test_state_and_note_are_honest(line: Line) -> None:
    assert line.state in STATES
    assert line.state == "done" or line.note, "what is missing must be said"
    assert line.state == "not done" or (line.where and line.test)


@pytest.mark.parametrize("line", [line for line in lines() if line.test], ids=lambda line: line.item)
def test_its_test_exists(line: Line) -> None:
    path, _, name = line.test.partition("::")
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_its_page_shows_it(demo_world: Client) -> None:
    """One world for all: building the demo costs more than opening its pages."""
    silent = []
    for line in lines():
        response = demo_world.get(line.where, follow=True)
        if response.status_code != 200 or line.shows not in response.content.decode():
            silent.append(f"{line.item} {line.where} {line.shows!r}")
    assert silent == []
