"""Estimates leave through a door of their own: marked, with their interval, beside exact figures that stay exact."""

import pytest

from pactwerk.figures.disclosure_control import (
    NotPublishable,
    Row,
    Source,
    open_computed_figures,
    open_estimated_figures,
)

FILE = Source("exams.csv", "ab" * 32)


def row(**changes: object) -> Row:
    given: dict[str, object] = {
        "indicator": "E01", "definition": "sector-2019", "area": "PV22", "period": "2021/22", "value": 16.6,
        "low": 16.2, "high": 17.0, "unit": "%", "status": "schatting", "sources": (FILE,),
    }  # fmt: skip
    return Row(**(given | changes))  # type: ignore[arg-type]


def test_an_estimate_is_marked_in_every_form() -> None:
    made = open_estimated_figures([row()], release="r1")
    assert ",schatting," in made.to_csv()
    assert '"status": "schatting"' in made.to_json()
    assert '"low": 16.2' in made.to_json()


@pytest.mark.parametrize("bad", [
    {"value": None}, {"low": None}, {"value": 17.1}, {"value": 16.1}, {"sources": ()}, {"basis": "published"},
])  # fmt: skip
def test_an_estimate_without_interval_outside_it_or_without_source_is_refused(bad: dict[str, object]) -> None:
    with pytest.raises(NotPublishable):
        open_estimated_figures([row(**bad)], release="r1")


def test_no_other_door_lets_a_value_out_inside_its_bounds() -> None:
    with pytest.raises(NotPublishable):
        open_computed_figures([row()], release="r1")
    with pytest.raises(NotPublishable):
        open_estimated_figures([row(status="definitief")], release="r1")
