"""The editor: pages and uploads of the own office, nothing of the domain, no call outside."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from wagtail.models import Page, Site

from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.accounts.operations import create_office, invite
from pactwerk.foundation.operations import Actor, PermissionRefused
from pactwerk.web.cms.models import ContentPage, OfficeHome, PortalHome
from pactwerk.web.cms.operations import align_member, plant_office_tree
from tests.cast import Cast
from tests.sign_in import sign_in

MACHINE = Actor.command("test")


@pytest.fixture
def office(cast: Cast) -> Office:
    office = create_office(MACHINE, slug="waterrijk", name="Bureau Waterrijk")
    invite(MACHINE, office, email="bob@example.org", role="redacteur")
    invite(MACHINE, office, email="carol@example.org", role="beheerder")
    return office


def test_the_site_starts_at_the_portal(db: None) -> None:
    assert Site.objects.get().root_page.specific == PortalHome.objects.get()
    assert Page.objects.filter(depth=2).count() == 1


def test_only_pages_of_cms_can_be_made(office: Office) -> None:
    assert {model.__module__.split(".")[1] for model in office.home_page.allowed_subpage_models()} == {"web"}
    assert office.home_page.allowed_subpage_models() == [ContentPage]
    assert OfficeHome not in PortalHome.objects.get().creatable_subpage_models()


def test_the_domain_is_not_in_the_editor() -> None:
    assert not apps.is_installed("wagtail.snippets")
    for model in apps.get_models():
        if model.__module__.startswith("pactwerk.domain"):
            assert not issubclass(model, Page)


def test_an_office_is_planted_once(office: Office) -> None:
    home = office.home_page
    assert plant_office_tree(MACHINE, office) == home
    assert OfficeHome.objects.filter(office=office).count() == 1


def test_only_the_platform_plants_and_only_a_manager_aligns(cast: Cast, office: Office) -> None:
    for name in ("alice", "bob", "charlie", "nobody"):
        with pytest.raises(PermissionRefused):
            plant_office_tree(cast.actor(name), office)
    with pytest.raises(PermissionRefused):
        align_member(cast.actor("charlie"), office, cast.bob)


def test_an_editor_writes_a_draft_and_a_manager_publishes(cast: Cast, office: Office, client: Client) -> None:
    add = f"/cms/pages/add/cms/contentpage/{office.home_page.pk}/"
    fields = {"title": "Nieuws", "slug": "nieuws", "intro": "Kort", "body": "null"}
    sign_in(client, cast.bob)
    client.post(add, {**fields, "action-publish": "1"})
    page = ContentPage.objects.get()
    assert not page.live, "an editor may not publish"
    assert client.get("/paginas/waterrijk/nieuws/").status_code == 404
    sign_in(client, cast.carol)
    client.post(f"/cms/pages/{page.pk}/edit/", {**fields, "action-publish": "1"})
    page.refresh_from_db()
    assert page.live
    assert Client().get("/paginas/waterrijk/nieuws/").status_code == 200


def test_a_reader_has_no_editor(cast: Cast, office: Office, client: Client) -> None:
    invite(MACHINE, office, email="alice@example.org", role="lezer")
    sign_in(client, cast.alice)
    assert client.get("/cms/").status_code == 302


@pytest.mark.parametrize("path", ["users/", "users/new/", "groups/", "groups/new/", "password_reset/"])
def test_accounts_and_groups_are_closed_even_to_the_platform(cast: Cast, client: Client, path: str) -> None:
    sign_in(client, cast.dirk)
    assert client.get(f"/cms/{path}").status_code == 404
    assert client.post(f"/cms/{path}").status_code == 404


def test_the_editors_own_doors_lead_to_ours(cast: Cast, client: Client) -> None:
    assert client.get("/cms/login/")["Location"].startswith("/account/login/")
    assert client.post("/cms/login/", {"username": "dirk@example.org", "password": "x"}).status_code == 302
    sign_in(client, cast.dirk)
    assert client.get("/cms/account/")["Location"] == "/account/tweede-stap/"
    assert client.get("/paginas/_util/login/").status_code == 404


def test_the_editor_calls_nobody(cast: Cast, office: Office, client: Client) -> None:
    assert settings.WAGTAIL_ENABLE_UPDATE_CHECK is False
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    sign_in(client, cast.dirk)
    page = client.get("/cms/").content.decode()
    assert 'lang="nl"' in page
    for host in ("releases.wagtail.org", "gravatar.com", "//cdn"):
        assert host not in page
