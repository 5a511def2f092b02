"""The published passages of CBS: they add up, are cited, and are shown as flows without any file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pactwerk.figures.flows.flow import Flow
from pactwerk.figures.flows.passages import Passage, adds_up, passages, published_passages
from pactwerk.figures.flows.passages.adding_up import allowed
from pactwerk.figures.indicators.published import published_values

BY_CODE = {passage.code: passage for passage in passages()}


@pytest.mark.parametrize("passage", passages(), ids=lambda passage: passage.code)
def test_the_parts_make_the_total(passage: Passage) -> None:
    assert adds_up(passage)


def test_the_eight_parts_of_98_300() -> None:
    parts = BY_CODE["vo-mbo-2010"].links
    assert sorted(parts.values()) == sorted([1300, 2580, 84120, 640, 4090, 2510, 190, 2870])
    assert sum(parts.values()) == 98_300


def test_84_120_splits_exactly_by_sector_track_support_and_diploma() -> None:
    splits = [passage for passage in passages() if passage.code.startswith("vmbo4-")]
    assert len(splits) == 4
    assert {sum(passage.links.values()) for passage in splits} == {84_120}
    assert BY_CODE["vo-mbo-2010"].links["vo:vmbo::4", "mbo"] == 84_120


def test_508_765_by_pathway_and_diploma() -> None:
    mbo = BY_CODE["mbo-diploma-2020"]
    assert mbo.subtotals == {"mbo-bol": 380_970, "mbo-bbl": 127_795}
    assert (99_976 + 280_994, 47_200 + 80_595) == (380_970, 127_795)
    assert sum(mbo.links.values()) == sum(mbo.subtotals.values()) == mbo.total == 508_765


def test_totals_are_those_of_the_table_of_published_values() -> None:
    stated = {value.value for value in published_values() if value.indicator == "FLOW" and value.value > 100}
    assert {BY_CODE["vo-mbo-2010"].total, BY_CODE["mbo-diploma-2020"].total} <= stated


def test_rounded_parts_may_differ_half_a_step_each_and_no_more() -> None:
    passage = BY_CODE["vo-mbo-2010"]
    assert allowed(passage, 8) == 45
    assert adds_up(replace(passage, total=98_340))
    assert not adds_up(replace(passage, total=98_350))


def test_unrounded_parts_may_not_differ_at_all() -> None:
    passage = BY_CODE["mbo-diploma-2020"]
    assert not adds_up(replace(passage, total=508_766))
    assert not adds_up(replace(passage, subtotals={"mbo-bol": 380_971, "mbo-bbl": 127_794}))


@pytest.mark.parametrize("flow", published_passages(), ids=lambda flow: flow.code)
def test_a_flow_is_cited_followed_and_names_every_state(flow: Flow) -> None:
    assert flow.followed
    assert len(flow.stages) == 2
    assert all(row.basis == "published" and row.sources[0].url for row in (*flow.links, *flow.stocks))
    used = {row.by["from"] for row in flow.links} | {row.by["to"] for row in flow.links}
    assert used == set(flow.words) == {row.by["state"] for row in flow.stocks}
    assert any("voorlopig" in note and "provisional" in note.en for note in flow.notes)


def test_the_stocks_of_each_stage_make_the_published_total() -> None:
    for flow in published_passages():
        total = BY_CODE[flow.code].total
        for stage in ("0", "1"):
            assert sum(row.value or 0 for row in flow.stocks.select(stage=stage)) == total


def test_rounding_is_said() -> None:
    notes = {flow.code: " ".join(flow.notes) for flow in published_passages()}
    assert "af op 10" in notes["vo-mbo-2010"]
    assert "zonder afronding" in notes["mbo-diploma-2020"]


def test_a_sum_that_cbs_did_not_print_is_marked() -> None:
    flow = next(flow for flow in published_passages() if flow.code == "mbo-diploma-2020")
    marks = {row.by["state"]: row.status for row in flow.stocks}
    assert marks == {
        "mbo-bol": "voorlopig",
        "mbo-bbl": "voorlopig",
        "met-diploma": "afgeleid",
        "zonder-diploma": "afgeleid",
    }
