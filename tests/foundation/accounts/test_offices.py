"""Offices and their members: made, invited, given roles and removed, by operations only."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client, RequestFactory
from wagtail.models import Page

from pactwerk.foundation.accounts.current_office import current_office, switch_office
from pactwerk.foundation.accounts.models import Office, OfficeMembership, User
from pactwerk.foundation.accounts.operations import create_office, invite, remove_member, set_role
from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused
from tests.cast import Cast
from tests.foundation.accounts.mailbox import Mailbox


@pytest.fixture
def office(cast: Cast) -> Office:
    return create_office(cast.actor("dirk"), slug="waterrijk", name="Bureau Waterrijk")


def test_a_new_office_has_its_place_in_the_editor(office: Office) -> None:
    home = office.home_page
    assert home.url == "/paginas/waterrijk/"
    assert Group.objects.filter(name__startswith=f"bureau {office.pk}:").count() == 2
    assert set(home.group_permissions.values_list("page_id", flat=True)) == {home.pk}


def test_no_group_has_rights_above_an_office(office: Office) -> None:
    above = Page.objects.filter(depth__lte=2)
    assert not any(page.group_permissions.exists() for page in above)


@pytest.mark.parametrize(
    "facts", [{"slug": "bureau-a"}, {"slug": "met spatie"}, {"slug": ""}, {"name": ""}, {"name": " "}]
)
def test_an_office_needs_a_free_slug_and_a_name(cast: Cast, facts: dict[str, str]) -> None:
    with pytest.raises(OperationError) as error:
        create_office(cast.actor("dirk"), **{"slug": "nieuw", "name": "Nieuw", **facts})
    assert error.value.field in {"slug", "name"}
    assert Office.objects.count() == 2


def test_an_invitation_leads_to_a_password(
    cast: Cast, client: Client, mailbox: Mailbox, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        invite(cast.actor("alice"), cast.office_a, email=" Eva@Example.org ", role="redacteur", name="Eva")
    eva = User.objects.get(email="eva@example.org")
    assert not eva.has_usable_password()
    assert mailbox.messages[0]["To"] == "eva@example.org"
    assert "Programmabureau A" in mailbox.text()
    form = client.get(mailbox.link(), follow=True)
    fresh = "een eigen en heel lang wachtwoord"
    client.post(form.redirect_chain[-1][0], {"password1": fresh, "password2": fresh})
    client.post("/account/login/", {"login": "eva@example.org", "password": fresh})
    assert client.session["_auth_user_id"] == str(eva.pk)


def test_who_has_an_account_gets_no_second_one(cast: Cast) -> None:
    membership = invite(cast.actor("charlie"), cast.office_b, email="CAROL@example.org", role="lezer")
    assert membership.user == cast.carol
    assert User.objects.filter(email__iexact="carol@example.org").count() == 1


def test_inviting_a_member_again_keeps_the_role(cast: Cast) -> None:
    assert invite(cast.actor("alice"), cast.office_a, email="carol@example.org", role="beheerder").role == "lezer"


@pytest.mark.parametrize(("email", "role"), [("geen adres", "lezer"), ("", "lezer"), ("e@example.org", "keizer")])
def test_an_invitation_needs_an_address_and_a_role(cast: Cast, email: str, role: str) -> None:
    before = User.objects.count()
    with pytest.raises(OperationError):
        invite(cast.actor("alice"), cast.office_a, email=email, role=role)
    assert User.objects.count() == before


def test_the_last_manager_stays(cast: Cast) -> None:
    membership = OfficeMembership.objects.get(user=cast.alice)
    for change in (lambda: set_role(cast.actor("alice"), membership, role="lezer"),
                   lambda: remove_member(cast.actor("alice"), membership)):  # fmt: skip
        with pytest.raises(OperationError):
            change()
    set_role(cast.actor("alice"), OfficeMembership.objects.get(user=cast.bob), role="beheerder")
    remove_member(cast.actor("alice"), membership)
    assert not OfficeMembership.objects.filter(user=cast.alice).exists()


def test_a_member_may_leave_and_nobody_else_is_removed(cast: Cast) -> None:
    with pytest.raises(PermissionRefused):
        remove_member(cast.actor("bob"), OfficeMembership.objects.get(user=cast.carol))
    remove_member(cast.actor("bob"), OfficeMembership.objects.get(user=cast.bob))
    assert not OfficeMembership.objects.filter(user=cast.bob).exists()


def test_rights_in_the_editor_follow_the_role(cast: Cast, office: Office) -> None:
    machine = Actor.command("test")
    membership = invite(machine, office, email="bob@example.org", role="redacteur")
    assert cast.bob.groups.get().name.endswith("redacteur")
    set_role(machine, membership, role="beheerder")
    assert cast.bob.groups.get().name.endswith("beheerder")
    set_role(machine, membership, role="lezer")
    assert not cast.bob.groups.exists()
    set_role(machine, membership, role="redacteur")
    remove_member(machine, membership)
    assert not cast.bob.groups.exists()


def test_the_current_office_is_repaired_when_a_membership_ends(cast: Cast, client: Client) -> None:
    other = invite(cast.actor("charlie"), cast.office_b, email="bob@example.org", role="lezer")
    request = RequestFactory().get("/bureau/")
    request.user, request.session = cast.bob, client.session
    assert current_office(request) == cast.office_a
    switch_office(request, cast.office_b)
    assert current_office(request) == cast.office_b
    remove_member(cast.actor("charlie"), other)
    assert current_office(request) == cast.office_a
    with pytest.raises(PermissionRefused):
        switch_office(request, cast.office_b)
    OfficeMembership.objects.filter(user=cast.bob).delete()
    assert current_office(request) is None
    assert "office" not in request.session
