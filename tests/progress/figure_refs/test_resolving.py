"""Computed, published and own figures side by side."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from django.utils import translation

from pactwerk.domain.pact.operations import record_own_figure, withdraw_own_figure
from pactwerk.progress.figure_refs import FigureRef, OwnValue, ref_of_goal, resolve
from pactwerk.progress.home import figures_home
from tests.cast import Cast
from tests.factories.pacts import make_goal, make_pact


def test_the_figures_live_in_the_home_of_the_product(no_figures: Path) -> None:
    assert figures_home() == no_figures / "figures"


def test_three_kinds_side_by_side(figures: Path) -> None:
    own = (OwnValue("2018/19", 41.5, "%", "navraag bij de scholen"),)
    table = resolve(FigureRef("E03", "NL", own=own))
    assert {row.basis for row in table} == {"computed", "own"}
    computed = [row for row in table if row.basis == "computed" and row.period == "2017/18"]
    assert [round(row.value or 0, 2) for row in computed] == [42.22]
    assert all(row.sources for row in table)
    assert {row.basis for row in resolve(FigureRef("K07", "NL"))} == {"published"}


def test_one_basis_at_a_time(figures: Path) -> None:
    ref = FigureRef("E03", "NL", own=(OwnValue("2018/19", 41.5, "%", "navraag"),))
    assert {row.basis for row in resolve(ref, basis="own")} == {"own"}
    assert {row.basis for row in resolve(ref, basis="computed")} == {"computed"}
    assert list(resolve(ref, basis="published")) == []


def test_without_a_release_published_figures_stay(no_figures: Path) -> None:
    table = resolve(FigureRef("K07", "NL"))
    assert {row.basis for row in table} == {"published"}
    assert "2023/24" in {row.period for row in table}


def test_a_slice_is_exactly_that_slice(no_figures: Path) -> None:
    whole = resolve(FigureRef("K03", "NL"))
    assert {tuple(row.by) for row in whole} == {()}
    track = resolve(FigureRef("K03", "NL", by=(("track", "bb"),)))
    assert {tuple(row.by.items()) for row in track} == {(("track", "bb"),)}


def test_period_and_definition_narrow(figures: Path) -> None:
    assert {row.period for row in resolve(FigureRef("E03", "NL", period="2016/17"))} == {"2016/17"}
    sector = resolve(FigureRef("K03", "NL", definition="sector", by=(("track", "gl"),)), basis="published")
    assert {row.definition for row in sector} == {"sector"}
    own = (OwnValue("2015", 1, "besturen", "lijst"), OwnValue("2016", 2, "besturen", "lijst"))
    assert [row.period for row in resolve(FigureRef("K01", "LD01", period="2016", own=own), basis="own")] == ["2016"]


def test_an_unknown_indicator_is_said_and_breaks_nothing(figures: Path) -> None:
    notes = []
    for language in ("nl", "en"):
        with translation.override(language):
            table = resolve(FigureRef("Z99", "NL"))
        assert list(table) == []
        notes += table.notes
    assert len(set(notes)) == 2
    assert all("Z99" in note for note in notes)


def test_a_reference_without_an_indicator_has_only_own_figures(figures: Path) -> None:
    table = resolve(FigureRef("", "LD01", own=(OwnValue("2015", 1, "besturen", "lijst"),)))
    assert [row.basis for row in table] == ["own"]


def test_example_data_marks_the_whole(no_figures: Path) -> None:
    own = (OwnValue("2015/16", 40, "%", "verzonnen", example=True),)
    table = resolve(FigureRef("K07", "NL", own=own))
    assert table.example
    assert not resolve(FigureRef("K07", "NL")).example


def test_a_goal_refers_to_what_still_counts(cast: Cast) -> None:
    goal = make_goal(cast, make_pact(cast), by={"track": "havo"})
    actor = cast.actor("bob")
    wrong = record_own_figure(actor, goal, period="2015", value=Decimal(14), citation="lijst")
    withdraw_own_figure(actor, wrong, reason="dubbel")
    record_own_figure(actor, goal, period="2015", value=Decimal(13), citation="lijst")
    ref = ref_of_goal(goal)
    assert (ref.indicator, ref.area, ref.by, ref.definition) == ("K01", "LD01", (("track", "havo"),), None)
    assert ref.own == (OwnValue("2015", 13.0, "besturen", "lijst"),)
