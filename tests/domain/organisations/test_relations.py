"""Dated relations between organisations."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from pactwerk.domain.organisations.models import OrganisationRelation
from pactwerk.domain.organisations.operations import end_relation, relate_organisations
from pactwerk.foundation.operations import OperationError, PermissionRefused
from tests.cast import Cast
from tests.factories.organisations import make_organisation


def test_a_location_is_part_of_a_school_over_a_period(cast: Cast) -> None:
    school, place = make_organisation(cast, "Trinitas College"), make_organisation(cast, "Han Fortmann")
    relation = relate_organisations(cast.actor("bob"), place, to=school, kind="onderdeel-van", start=date(2012, 8, 1))
    end_relation(cast.actor("bob"), relation, on=date(2020, 7, 31))
    stored = OrganisationRelation.objects.get()
    assert (stored.from_organisation, stored.to_organisation, stored.end) == (place, school, date(2020, 7, 31))
    with pytest.raises(OperationError, match="al beëindigd"):
        end_relation(cast.actor("bob"), relation, on=date(2021, 7, 31))


def test_the_same_relation_runs_once_but_may_return(cast: Cast) -> None:
    one, two = make_organisation(cast, "Een"), make_organisation(cast, "Twee")
    actor = cast.actor("bob")
    relation = relate_organisations(actor, one, to=two, kind="lid-van")
    with pytest.raises(OperationError, match="loopt al"):
        relate_organisations(actor, one, to=two, kind="lid-van")
    end_relation(actor, relation, on=date(2020, 1, 1))
    relate_organisations(actor, one, to=two, kind="lid-van", start=date(2021, 1, 1))
    assert OrganisationRelation.objects.count() == 2


@pytest.mark.parametrize(
    ("dates", "words"),
    [({"start": date(2020, 1, 1), "end": date(2019, 1, 1)}, "voordat zij begint"), ({"itself": True}, "zichzelf")],
)
def test_impossible_relations_are_refused(cast: Cast, dates: dict[str, object], words: str) -> None:
    one = make_organisation(cast, "Een")
    two = one if dates.pop("itself", False) else make_organisation(cast, "Twee")
    with pytest.raises(OperationError, match=words):
        relate_organisations(cast.actor("bob"), one, to=two, kind="lid-van", **dates)  # type: ignore[arg-type]
    assert not OrganisationRelation.objects.exists()


def test_the_database_itself_refuses_a_relation_with_itself(cast: Cast) -> None:
    one = make_organisation(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationRelation.objects.create(from_organisation=one, to_organisation=one, kind="lid-van")


def test_only_the_steward_of_the_first_side_relates(cast: Cast) -> None:
    ours, theirs = make_organisation(cast, "Ons"), make_organisation(cast, "Hun", by="charlie")
    with pytest.raises(PermissionRefused):
        relate_organisations(cast.actor("charlie"), ours, to=theirs, kind="lid-van")
    relation = relate_organisations(cast.actor("charlie"), theirs, to=ours, kind="lid-van")
    with pytest.raises(PermissionRefused):
        end_relation(cast.actor("bob"), relation, on=date(2020, 1, 1))
    assert OrganisationRelation.objects.get().end is None
