"""Group sizes: their mean is K21, a minimum judges honestly, and what lies around a location is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.figures.reach import BadReachQuestion, Ground, ReachQuestion, Terms, viability
from pactwerk.figures.reach.viability import ENOUGH, SMALL, UNSURE, judged
from pactwerk.figures.releases import FigureQuery
from tests.figures.reach.test_distance import haversine


def test_the_mean_of_the_groups_is_k21(real: Ground) -> None:
    answer = viability(real, ReachQuestion("NL", 10.0))
    for place, period in enumerate(answer.periods):
        rows = [size.years[place] for size in answer.sizes if size.years[place]]
        locations = {row.by["location"] for row in rows if row}
        (told,) = real.release.figures(FigureQuery("K21", "NL", period)).rows
        assert sum(row.value or 0 for row in rows if row) / len(locations) == pytest.approx(told.value)


def test_tracks_apart_add_up(real: Ground) -> None:
    question = ReachQuestion("PV27", 10.0, "PIE")
    whole, apart = viability(real, question), viability(real, question, Terms(by_track=True))
    for size in whole.sizes:
        parts = [one for one in apart.sizes if one.location == size.location]
        for place, row in enumerate(size.years):
            told = [part.years[place] for part in parts]
            assert (row.low if row else 0) == sum(one.low or 0 for one in told if one)


@given(st.integers(0, 60), st.integers(0, 30), st.integers(1, 60))
def test_a_verdict_is_given_only_when_every_size_between_the_bounds_has_it(low: int, more: int, minimum: int) -> None:
    told = {ENOUGH if size >= minimum else SMALL for size in range(low, low + more + 1)}
    assert judged(low, low + more, minimum) == (told.pop() if len(told) == 1 else UNSURE)
    assert judged(low, low + more, None) == ""


def test_neighbours_offer_the_profile_within_the_distance_nearest_first(real: Ground) -> None:
    answer = viability(real, ReachQuestion("PV27", 15.0, "MVI"), Terms(15))
    spots = {code: (real.points.latitude[n], real.points.longitude[n]) for code, n in real.number.items()}
    groups = {(g.location, g.profile) for g in real.groups if g.period == real.periods[-1] and g.grade == 3}
    for size in answer.sizes:
        far = [haversine(spots[size.location], spots[other]) for other in size.neighbours]
        assert far == sorted(far)
        assert all(km <= 15 for km in far)
        assert all((other, "MVI") in groups for other in size.neighbours)
        assert size.location not in size.neighbours
    assert sum(answer.number(verdict) for verdict in (ENOUGH, SMALL, UNSURE)) == sum(
        size.years[-1] is not None for size in answer.sizes
    )


def test_a_wider_catchment_never_holds_fewer(real: Ground) -> None:
    near, far = (viability(real, ReachQuestion("PV27", km, "BWI")).sizes for km in (5.0, 15.0))
    for narrow, wide in zip(near, far, strict=True):
        assert wide.catchment
        assert narrow.catchment is None or (narrow.catchment.low or 0) <= (wide.catchment.low or 0)


@pytest.mark.parametrize("terms", [Terms(0), Terms(9999), Terms(grade=5)])
def test_a_minimum_or_year_that_makes_no_sense_is_refused(real: Ground, terms: Terms) -> None:
    with pytest.raises(BadReachQuestion):
        viability(real, ReachQuestion("PV27", 10.0), terms)


def test_without_a_minimum_nothing_is_judged(real: Ground) -> None:
    answer = viability(real, ReachQuestion("GM0361", 10.0))
    assert {size.verdict for size in answer.sizes} == {""}
    assert any("geen minimum" in note for note in answer.table.notes)
