"""Shares of a count: of the protected total of the state that persons started from."""

import pytest

from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.flows.records import Counted
from pactwerk.figures.flows.records.shown import transition_table
from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.transition import Transition

_SECRET = b"a secret of the test"


def shown(targets: dict[str, int]) -> PublishableTable:
    """The table of persons who were all in havo, by where they are the next year."""
    transitions = tuple(
        Transition(year=2016, source=State("vo", "havo"), target=State("mbo", track), persons=persons)
        for track, persons in targets.items()
    )
    return transition_table(Counted(transitions, (), (2016,)), ("level", "track"), (), _SECRET)


def shares(table: PublishableTable) -> list[tuple[str, float | None, float | None, float | None]]:
    return [(row.by["to"], row.value, row.low, row.high) for row in table.rows if row.unit == "%"]


def test_a_lone_target_has_its_share() -> None:
    ((target, value, low, high),) = shares(shown({"4": 40}))
    assert (target, value, high) == ("mbo:4", 100.0, 100.0)
    assert low is not None
    assert low < 100


@pytest.mark.parametrize("small", [{"1": 9}, {"1": 3, "2": 3, "3": 3}])
def test_the_interval_does_not_tell_how_many_small_targets_there_are(small: dict[str, int]) -> None:
    """The whole is 209 persons either way, rounded to 200 or 210; its interval is as wide as that of one count."""
    (found,) = (row for row in shares(shown({"4": 200} | small)) if row[0] == "mbo:4")
    expected = {(round(100 * 191 / (whole + 9), 6), 100.0) for whole in (200, 210)}
    low, high = found[2:]
    assert low is not None
    assert (round(low, 6), high) in expected
