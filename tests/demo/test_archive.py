"""The archived pacts: cited facts only, incomplete where the sources are."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from demo.archive import build_noord, build_noord_kennemerland
from demo.archive.schools import SCHOOLS

from pactwerk.domain.governance.models import BodySeat
from pactwerk.domain.organisations.models import Organisation, Person
from pactwerk.domain.pact.models import Goal, Pact, PactParty, PactPeriod
from pactwerk.domain.pact.operations import add_goal
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.accounts.operations import create_office
from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused

pytestmark = pytest.mark.django_db
ACTOR = Actor.command("demo")


@pytest.fixture
def office() -> Office:
    return create_office(ACTOR, slug="archief", name="Archief")


@pytest.fixture
def noord(office: Office) -> Pact:
    return build_noord(ACTOR, office)


@pytest.fixture
def kennemerland(office: Office) -> Pact:
    return build_noord_kennemerland(ACTOR, office)


def cited_line(citation: str, seeds: Path) -> str:
    """The text of the first line a citation points at."""
    found = re.search(r"\((00\d_\w+\.txt), regel (\d+)", citation)
    assert found, citation
    return (seeds / found[1]).read_text(encoding="utf-8").splitlines()[int(found[2]) - 1]


def test_the_two_numbers_of_noord(noord: Pact) -> None:
    boards, communities, technasia = noord.goals.order_by("number")[:3]
    assert (boards.indicator_code, boards.baseline_value, boards.baseline_period) == ("K01", 10, "2014")
    assert (boards.population_indicator, boards.agreed_population) == ("R01", 77)
    assert [(t.period, t.value) for t in boards.targets.all()] == [("2020", Decimal(77))]
    assert [(t.period, t.value) for t in communities.targets.all()] == [("2020", Decimal(70))]
    assert [(t.period, t.value) for t in technasia.targets.all()] == [("", Decimal(100))]
    assert technasia.gaps_accepted


def test_eight_goals_of_2013_stay_empty(noord: Pact) -> None:
    empty = noord.goals.filter(kind="nog_in_te_vullen")
    assert empty.count() == 8
    for goal in empty:
        assert goal.baseline_value is None
        assert not goal.targets.exists()


def test_doubling_has_no_baseline_year(kennemerland: Pact) -> None:
    goal = kennemerland.goals.get(kind="verhouding")
    assert goal.baseline_period == ""
    assert goal.baseline_value is None
    assert goal.horizon == ""
    assert goal.end_goal
    assert (goal.indicator_code, goal.area_code) == ("K04", "STO-NK")
    assert [(t.period, t.ratio) for t in goal.targets.all()] == [("", Decimal(2))]
    assert goal.milestones.get().reached_on is None
    assert kennemerland.goals.filter(kind="kwalitatief").count() == 4


def test_eighteen_distinct_locations(kennemerland: Pact) -> None:
    schools = [party.organisation for party in kennemerland.parties.filter(role="school")]
    assert len(schools) == len({school.name for school in schools}) == 18
    towns = [school.town for school in schools]
    counts = {town: towns.count(town) for town in set(towns)}
    assert counts == {"Heerhugowaard": 5, "Zuid-Scharwoude": 1, "Alkmaar": 9, "Heiloo": 1, "Bergen": 2}
    assert {school.education for school in schools} == {
        "vmbo",
        "praktijkonderwijs",
        "voortgezet speciaal onderwijs",
    }


def test_every_record_is_cited_and_nothing_is_an_example(noord: Pact, kennemerland: Pact) -> None:
    records = [
        *Pact.objects.all(),
        *Goal.objects.all(),
        *PactPeriod.objects.all(),
        *PactParty.objects.all(),
        *Organisation.objects.all(),
        *BodySeat.objects.all(),
    ]
    assert len(records) > 60
    assert [str(record) for record in records if not re.search(r"00\d_.*regel", record.citation)] == []
    assert not any(getattr(record, "example", False) for record in records)


def test_citations_point_at_the_lines_that_say_it(noord: Pact, kennemerland: Pact, shared: Path) -> None:
    seeds = shared.parent / "seeds"
    boards, communities, technasia = noord.goals.order_by("number")[:3]
    assert "77 schoolbesturen in 2020" in cited_line(boards.citation, seeds)
    assert "70 communities in 2020" in cited_line(communities.citation, seeds)
    assert "alle technasia worden jet-net-scholen" in cited_line(technasia.citation, seeds)
    assert "8 doelen" in cited_line(noord.goals.filter(kind="nog_in_te_vullen")[0].citation, seeds)
    assert "minimaal verdubbelen" in cited_line(kennemerland.goals.get(kind="verhouding").citation, seeds)
    for school in Organisation.objects.filter(kind="vestiging"):
        assert cited_line(school.citation, seeds).strip() == school.name
    for name, town, _, line in SCHOOLS:
        text = (seeds / "002_fde603f1244aeea5.txt").read_text(encoding="utf-8").splitlines()
        assert (text[line - 1].strip(), text[line + 1].strip()) == (name, town)


def test_no_person_is_recorded_because_the_sources_name_none(noord: Pact, kennemerland: Pact) -> None:
    assert not Person.objects.exists()
    seat = BodySeat.objects.get(represents=noord)
    assert seat.body.pact is None
    assert "gedeputeerde" in seat.title


def test_an_archived_pact_is_public_and_frozen(noord: Pact) -> None:
    assert noord.public
    with pytest.raises(OperationError):
        add_goal(ACTOR, noord, title="nieuw", kind="kwalitatief")


def test_an_outsider_cannot_build_it_in_somebody_elses_office(office: Office, cast: object) -> None:
    with pytest.raises(PermissionRefused):
        build_noord(cast.actor("charlie"), office)  # type: ignore[attr-defined]
    assert not Pact.objects.exists()
