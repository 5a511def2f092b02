"""How records name themselves in lists, messages and the log of a mistake."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pactwerk.domain.governance.operations import set_up_body, take_seat
from pactwerk.domain.organisations.operations import add_alias, add_identifier, hold_role, relate_organisations
from pactwerk.domain.pact.operations import add_milestone, add_period, record_own_figure
from tests.cast import Cast
from tests.factories.organisations import make_organisation, make_person
from tests.factories.pacts import make_goal, make_pact


def test_organisations_and_people(cast: Cast) -> None:
    actor, one, two = cast.actor("bob"), make_organisation(cast, "Een"), make_organisation(cast, "Twee")
    assert str(add_identifier(actor, one, scheme="brin", value="00ah")) == "brin 00AH"
    assert str(add_alias(actor, one, name="Eerste")) == "Eerste"
    assert str(relate_organisations(actor, one, to=two, kind="onderdeel-van")) == "Een is onderdeel van Twee"
    role = hold_role(actor, make_person(cast, "Fenna"), title="trekker", kind="pact_role", area_code="LD01")
    assert str(role) == "trekker (Fenna)"
    body = set_up_body(actor, cast.office_a, name="Stuurgroep", kind="stuurgroep")
    assert str(body) == "Stuurgroep"
    assert str(take_seat(actor, body, organisation=one)) == "Stuurgroep: Een"


def test_pacts_and_goals(cast: Cast) -> None:
    actor, pact = cast.actor("bob"), make_pact(cast, "noord")
    goal = make_goal(cast, pact, title="Meer besturen")
    assert (str(pact), str(goal)) == ("Pact noord", "1. Meer besturen")
    assert str(goal.targets.get()) == "2020: 77.0000"
    assert str(add_milestone(actor, goal, text="Plan")) == "Plan"
    assert str(add_period(actor, pact, name="Nu", start=date(2020, 1, 1), end=date(2021, 1, 1))) == "Nu"
    figure = record_own_figure(actor, goal, period="2015", value=Decimal(14), citation="lijst")
    assert str(figure) == "2015: 14 besturen"
