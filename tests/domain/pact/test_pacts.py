"""Founding, publishing, archiving; drafts stay inside the office; parties and periods."""

from __future__ import annotations

from datetime import date

import pytest

from pactwerk.domain.pact.models import Pact, PactParty, PactPeriod
from pactwerk.domain.pact.operations import (
    add_party,
    add_period,
    archive_pact,
    describe_pact,
    end_party,
    found_pact,
    publish_pact,
    reopen_pact,
    unpublish_pact,
)
from pactwerk.domain.pact.queries import pact_by_slug, parties_of, visible_pacts
from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused
from tests.cast import Cast
from tests.factories.audit import lines
from tests.factories.organisations import make_organisation
from tests.factories.pacts import make_pact


def test_a_manager_founds_a_draft(cast: Cast) -> None:
    pact = found_pact(
        cast.actor("alice"), cast.office_a, slug="noord", name="Techniekpact Noord", area="TP-NOORD", horizon_year=2020
    )
    stored = Pact.objects.get()
    assert (stored.pk, stored.status, stored.area_code, stored.example) == (pact.pk, "concept", "TP-NOORD", False)
    assert lines("pact.found") == [("ok", f"user:{cast.alice.pk}")]


@pytest.mark.parametrize("name", ["bob", "carol", "charlie", "dirk", "nobody"])
def test_nobody_else_founds_for_the_office(cast: Cast, name: str) -> None:
    with pytest.raises(PermissionRefused):
        found_pact(cast.actor(name), cast.office_a, slug="x", name="X", area="LD01")
    assert not Pact.objects.exists()


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"area": "XX99"}, "XX99"),
        ({"area": ""}, "Gebied"),
        ({"name": " "}, "Naam"),
        ({"slug": "geen adres"}, "Adres"),
        ({"slug": "bezet"}, "Adres"),
    ],
)
def test_a_pact_needs_name_area_and_a_free_address(cast: Cast, facts: dict[str, str], words: str) -> None:
    make_pact(cast, "bezet")
    good = {"slug": "nieuw", "name": "Nieuw", "area": "LD01"}
    with pytest.raises(OperationError, match=words):
        found_pact(cast.actor("alice"), cast.office_a, **(good | facts))
    assert Pact.objects.count() == 1


def test_a_pact_of_an_example_office_is_an_example(cast: Cast) -> None:
    cast.office_a.example = True
    cast.office_a.save()
    assert make_pact(cast).example


def test_a_draft_is_seen_by_its_office_only(cast: Cast) -> None:
    draft = make_pact(cast, "concept", public=False)
    public = make_pact(cast, "openbaar")
    for name in ("alice", "bob", "carol"):
        assert set(visible_pacts(cast.actor(name))) == {draft, public}
        assert pact_by_slug(cast.actor(name), "concept") == draft
    for name in ("charlie", "dirk", "nobody"):
        assert set(visible_pacts(cast.actor(name))) == {public}
        assert pact_by_slug(cast.actor(name), "concept") is None
    assert set(visible_pacts(Actor.command())) == {draft, public}


def test_a_user_who_was_shut_out_sees_what_everybody_sees(cast: Cast) -> None:
    make_pact(cast, "concept", public=False)
    cast.alice.is_active = False
    assert list(visible_pacts(cast.actor("alice"))) == []


def test_the_life_of_a_pact(cast: Cast) -> None:
    actor = cast.actor("alice")
    pact = make_pact(cast, public=False)
    publish_pact(actor, pact)
    with pytest.raises(OperationError, match="geen concept"):
        publish_pact(actor, pact)
    unpublish_pact(actor, pact)
    publish_pact(actor, pact)
    archive_pact(actor, pact, on=date(2021, 1, 1))
    with pytest.raises(OperationError, match="al gearchiveerd"):
        archive_pact(actor, pact)
    with pytest.raises(OperationError, match="Alleen een actief pact"):
        unpublish_pact(actor, pact)
    with pytest.raises(OperationError, match="Heropen het eerst"):
        describe_pact(actor, pact, name="Anders")
    assert Pact.objects.values_list("status", "archived_on").get() == ("archief", date(2021, 1, 1))
    reopen_pact(actor, pact)
    with pytest.raises(OperationError, match="niet gearchiveerd"):
        reopen_pact(actor, pact)
    describe_pact(cast.actor("bob"), pact, name="Anders", summary="Kort", horizon_year=2030)
    stored = Pact.objects.get()
    assert (stored.status, stored.name, stored.summary, stored.horizon_year) == ("actief", "Anders", "Kort", 2030)


@pytest.mark.parametrize("name", ["bob", "carol", "charlie", "dirk", "nobody"])
def test_publishing_and_archiving_need_a_manager(cast: Cast, name: str) -> None:
    draft, active = make_pact(cast, "een", public=False), make_pact(cast, "twee")
    frozen = archive_pact(cast.actor("alice"), make_pact(cast, "drie"))
    for change, pact in (
        (publish_pact, draft),
        (unpublish_pact, active),
        (archive_pact, active),
        (reopen_pact, frozen),
    ):
        with pytest.raises(PermissionRefused):
            change(cast.actor(name), pact)
    assert list(Pact.objects.order_by("pk").values_list("status", flat=True)) == ["concept", "actief", "archief"]


def test_parties_come_and_go(cast: Cast) -> None:
    pact, board = make_pact(cast), make_organisation(cast, "Bestuur")
    theirs = make_organisation(cast, "Van hun", by="charlie")
    actor = cast.actor("bob")
    seat = add_party(actor, pact, organisation=board, role="ondertekenaar", start=date(2014, 4, 2))
    add_party(actor, pact, organisation=theirs, role="partner")
    with pytest.raises(OperationError, match="al in deze rol"):
        add_party(actor, pact, organisation=board, role="ondertekenaar")
    end_party(actor, seat, on=date(2016, 12, 31))
    with pytest.raises(OperationError, match="al beëindigd"):
        end_party(actor, seat, on=date(2017, 1, 1))
    assert [party.organisation.name for party in parties_of(pact)] == ["Bestuur", "Van hun"]
    assert [party.organisation.name for party in parties_of(pact, on=date(2018, 1, 1))] == ["Van hun"]


def test_a_party_cannot_leave_before_it_came(cast: Cast) -> None:
    with pytest.raises(OperationError, match="voordat zij begint"):
        add_party(
            cast.actor("bob"),
            make_pact(cast),
            organisation=make_organisation(cast),
            role="partner",
            start=date(2020, 1, 1),
            end=date(2019, 1, 1),
        )
    assert not PactParty.objects.exists()


def test_periods_end_after_they_start(cast: Cast) -> None:
    pact, actor = make_pact(cast), cast.actor("bob")
    add_period(actor, pact, name="STO 2020-2023", start=date(2020, 1, 1), end=date(2023, 12, 31))
    with pytest.raises(OperationError, match="voordat zij begint"):
        add_period(actor, pact, name="Fout", start=date(2024, 1, 1), end=date(2023, 12, 31))
    with pytest.raises(OperationError, match="al een periode"):
        add_period(actor, pact, name="Dubbel", start=date(2020, 1, 1), end=date(2021, 12, 31))
    assert PactPeriod.objects.count() == 1


@pytest.mark.parametrize("name", ["carol", "charlie", "dirk", "nobody"])
def test_others_change_nothing_in_a_pact(cast: Cast, name: str) -> None:
    pact, board = make_pact(cast), make_organisation(cast)
    party = add_party(cast.actor("bob"), pact, organisation=board, role="partner")
    actor = cast.actor(name)
    for change in (
        lambda: describe_pact(actor, pact, name="Gekaapt"),
        lambda: add_period(actor, pact, name="x", start=date(2020, 1, 1), end=date(2020, 1, 2)),
        lambda: add_party(actor, pact, organisation=board, role="school"),
        lambda: end_party(actor, party, on=date(2020, 1, 1)),
    ):
        with pytest.raises(PermissionRefused):
            change()
    assert Pact.objects.get().name == "Pact proefpact"
    assert not PactPeriod.objects.exists()
    assert list(PactParty.objects.values_list("role", "end")) == [("partner", None)]
