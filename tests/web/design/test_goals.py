"""Verdicts, the strip of the path, target revisions and the hero."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.figures.disclosure_control import merge
from pactwerk.web.design.path_strip import LENGTH, path_strip
from pactwerk.web.design.style import samples
from pactwerk.web.design.tags.goals import tally
from pactwerk.web.design.verdict_words import LOOKS, look_of
from tests.web.design.conftest import Draw
from tests.web.design.tables import computed, own, row

PATH = (("2014/15", 24.1), ("2018/19", 28.0), ("2020/21", 30.0))


def test_the_vocabulary_is_the_one_of_the_product() -> None:
    words = [str(look.word) for look in LOOKS.values()]
    assert words == ["op koers", "vooruitgang", "achter", "nog niet te zeggen", "niet meetbaar"]


def test_a_word_outside_the_vocabulary_is_refused() -> None:
    with pytest.raises(KeyError):
        look_of("goed")


def test_a_badge_has_an_icon_that_is_skipped_and_a_word_that_is_read(draw: Draw) -> None:
    html = draw("{% verdict_badge 'achter' %}")
    assert 'aria-hidden="true"' in html
    assert "<span>achter</span>" in html


def test_the_strip_says_in_words_what_it_draws() -> None:
    strip = path_strip(PATH, computed(row("2016/17", 26.4), row("2018/19", 28.9)))
    assert strip is not None
    assert (strip.baseline, strip.now, strip.target, strip.due) == (
        "24,1\u202f%",
        "28,9\u202f%",
        "30\u202f%",
        "28\u202f%",
    )
    assert strip.now_at == round((28.9 - 24.1) / (30 - 24.1) * LENGTH)


def test_a_goal_that_must_fall_moves_the_same_way() -> None:
    strip = path_strip((("2014/15", 20.0), ("2018/19", 10.0)), computed(row("2016/17", 15.0)))
    assert strip is not None
    assert strip.now_at == LENGTH / 2


@given(st.floats(-50, 150))
def test_a_position_never_leaves_the_strip(value: float) -> None:
    strip = path_strip(PATH, computed(row("2018/19", value)))
    assert strip is not None
    assert 0 <= strip.now_at <= LENGTH


def test_now_is_the_newest_figure_that_the_verdict_counted() -> None:
    judged = computed(row("2016/17", 25.0), row("2017/18", 26.0), row("2018/19", 27.0))
    other = own(row("2019/20", 99.0), row("2018/19", 98.0))
    strip = path_strip(PATH, merge(other, judged), counted=("2016/17", "2017/18", "2018/19"))
    assert strip is not None
    assert (strip.now, strip.now_period) == ("27\u202f%", "2018/19")


@pytest.mark.parametrize("path", [(), (("2014/15", 24.1),), (("2014/15", 24.0), ("2020/21", 24.0))])
def test_without_a_path_there_is_no_strip(path: tuple[tuple[str, float], ...]) -> None:
    assert path_strip(path, computed(row("2018/19", 28.9))) is None


def test_a_figure_known_by_bounds_only_is_no_now() -> None:
    strip = path_strip(PATH, computed(row("2018/19", None, low=20.0, high=30.0)))
    assert strip is not None
    assert (strip.now, strip.now_at) == ("", 0)


@given(st.lists(st.sampled_from(list(LOOKS)), min_size=1, max_size=20))
def test_the_tally_counts_every_goal_once_and_leaves_no_gap(states: list[str]) -> None:
    parts = tally(states)
    assert sum(part["count"] for part in parts) == len(states)
    for before, after in pairwise(parts):
        assert after["start"] == before["start"] + before["count"] * 100


def test_the_hero_shows_the_headline_with_its_period_basis_and_source(draw: Draw) -> None:
    html = draw(
        "{% hero 'Techniekpact' area='TP-NOORD' headline=row headline_label='kiest techniek' verdicts=verdicts %}",
        row=computed(row("2018/19", 28.94)).rows[0],
        verdicts=["achter", "achter", "op_koers"],
    )
    assert "28,9" in html
    assert "2018/19 · berekend" in html
    assert "herkomst" in html
    assert "Stand van 3 doelen" in html


def test_the_hero_of_an_area_of_unknown_composition_draws_no_map(draw: Draw) -> None:
    assert "pw-locator" not in draw("{% hero 'Techniekpact' area='TP-OOST' %}")


def test_the_locator_lights_exactly_the_areas_municipalities(draw: Draw) -> None:
    lit = draw("{% area_locator 'PV20' %}").count("pw-locator__tile--in")
    assert 5 <= lit <= 20  # Groningen has ten municipalities since 2021
    assert draw("{% area_locator 'TP-NOORD' %}").count("pw-locator__tile--in") > lit


def test_revisions_show_what_holds_now_and_what_was_replaced(draw: Draw) -> None:
    html = draw("{% target_revisions targets unit='%' %}", targets=samples.targets())
    now, old = html.split("pw-revisions__item--old")
    assert all(text in now for text in ("30\u202f%", "geldt nu", "Besluit 17-04"))
    assert all(text in old for text in ("33\u202f%", "vervangen"))


def test_a_ratio_as_target_is_said_as_times_the_baseline(draw: Draw) -> None:
    class Doubled:
        period, value, ratio, decided_on, reason, citation, superseded_by_id = "2020", None, 2, None, "", "", None

    assert "2,0 × de basiswaarde" in draw("{% target_revisions targets %}", targets=[Doubled()])


def test_a_goal_card_is_one_link_with_a_heading_of_the_asked_level(draw: Draw) -> None:
    verdict = replace(samples.verdicts()[0][2], reason="Boven het pad.")
    html = draw("{% goal_card 'Meer techniek' verdict url='/doel/' number=1 level=2 %}", verdict=verdict)
    assert len(re.findall("<a ", html)) == 1
    assert all(text in html for text in ("<h2", "Boven het pad.", "voorbeeldgegevens"))
