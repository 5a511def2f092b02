"""Two offices with the same things in them, and everybody who may come near."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Picture
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection

from pactwerk.domain.governance.operations import set_up_body, take_seat
from pactwerk.domain.organisations.operations import (
    hold_role,
    record_person,
    register_organisation,
    relate_organisations,
)
from pactwerk.domain.pact.operations import (
    add_goal,
    add_milestone,
    add_party,
    add_period,
    archive_pact,
    found_pact,
    publish_pact,
    reach_milestone,
    record_own_figure,
    withdraw_goal,
)
from pactwerk.foundation.accounts.models import Office, User
from pactwerk.foundation.accounts.operations import create_office, invite
from pactwerk.foundation.operations import Actor
from pactwerk.web.cms.models import ContentPage
from tests.permissions.snapshot import tables, take

MACHINE = Actor.command("test")
ROLES = ("anonymous", "nobody", "reader", "editor", "manager", "outsider", "platform")


@dataclass(eq=False)
class Estate:
    """One office and what belongs to it; ``secret`` stands in everything that is not public."""

    office: Office
    secret: str
    users: dict[str, User] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)


@dataclass
class World:
    """Offices A and B; the actors of the matrix are people of A, one outsider of B, and people of neither."""

    a: Estate
    b: Estate
    nobody: User
    platform: User
    owners: dict[tuple[str, object], str] = field(default_factory=dict)

    def user(self, role: str) -> User | None:
        """Who plays a role: the outsider is the manager of B."""
        known = {"anonymous": None, "nobody": self.nobody, "platform": self.platform}
        known["outsider"] = self.b.users["manager"]
        return known[role] if role in known else self.a.users[role]

    def own(self, role: str) -> Estate | None:
        """The estate a role belongs to."""
        return {"reader": self.a, "editor": self.a, "manager": self.a, "outsider": self.b}.get(role)


def make_world() -> World:
    platform = User.objects.create_superuser("platform@example.org", None, name="Platform")
    nobody = User.objects.create_user("nobody@example.org", None, name="Niemand")
    empty = take(tables())
    a = make_estate("a")
    with_a = take(tables())
    b = make_estate("b")
    with_b = take(tables())
    owners = {**dict.fromkeys(with_a.keys() - empty.keys(), a.secret)}
    owners |= dict.fromkeys(with_b.keys() - with_a.keys(), b.secret)
    return World(a, b, nobody, platform, owners)


def make_estate(letter: str) -> Estate:
    """Everything an office can own, made through operations."""
    office = create_office(MACHINE, slug=f"bureau-{letter}", name=f"Bureau {letter.upper()}")
    estate = Estate(office, f"GEHEIM-{letter.upper()}")
    for role, word in (("reader", "lezer"), ("editor", "redacteur"), ("manager", "beheerder")):
        membership = invite(MACHINE, office, email=f"{role}-{letter}@example.org", role=word, name=f"{role} {letter}")
        estate.users[role] = membership.user
        estate.things[f"membership of {role}"] = membership
    _add_register(estate)
    _add_pacts(estate, letter)
    _add_body(estate)
    _add_pages(estate)
    return estate


def _add_register(estate: Estate) -> None:
    office, things = estate.office, estate.things
    things["organisation"] = register_organisation(
        MACHINE, office, kind="bestuur", sector="onderwijs", name=f"Bestuur {office.slug}"
    )
    things["second organisation"] = register_organisation(
        MACHINE, office, kind="school", sector="onderwijs", name=f"School {office.slug}"
    )
    things["closed organisation"] = register_organisation(
        MACHINE, office, kind="school", sector="onderwijs", name=f"Dicht {office.slug}", closed_on=date(2020, 1, 1)
    )
    things["relation"] = relate_organisations(
        MACHINE, things["second organisation"], to=things["organisation"], kind="valt-onder"
    )
    things["person"] = record_person(
        MACHINE, office, name=estate.secret, purpose="contact", keep_until=date(2040, 1, 1), email=f"p@{office.slug}.nl"
    )
    things["role"] = hold_role(
        MACHINE, things["person"], title="bestuurder", kind="main_position", organisation=things["organisation"]
    )


def _add_pacts(estate: Estate, letter: str) -> None:
    office, things = estate.office, estate.things
    things["draft pact"] = found_pact(MACHINE, office, slug=f"concept-{letter}", name=estate.secret, area="LD01")
    public = found_pact(MACHINE, office, slug=f"pact-{letter}", name=f"Pact {letter}", area="LD01")
    things["pact"] = publish_pact(MACHINE, public)
    archived = found_pact(MACHINE, office, slug=f"archief-{letter}", name=f"Archief {letter}", area="LD01")
    things["archived pact"] = archive_pact(MACHINE, publish_pact(MACHINE, archived))
    things["period"] = add_period(MACHINE, public, name="Eerste", start=date(2014, 1, 1), end=date(2016, 1, 1))
    things["party"] = add_party(MACHINE, public, organisation=things["organisation"], role="partner")
    things["goal"] = _add_goal(public, things["organisation"], "Aantal besturen")
    things["withdrawn goal"] = withdraw_goal(MACHINE, _add_goal(public, things["organisation"], "Ingetrokken"))
    things["open goal"] = add_goal(MACHINE, public, title="Nog onbekend", kind="nog_in_te_vullen", accept_gaps=True)
    things["target"] = things["goal"].targets.first()
    things["own figure"] = record_own_figure(
        MACHINE, things["goal"], period="2015", value=Decimal(20), citation="eigen telling"
    )
    things["milestone"] = add_milestone(MACHINE, things["goal"], text="Eerste mijlpaal")
    things["reached milestone"] = reach_milestone(MACHINE, add_milestone(MACHINE, things["goal"], text="Tweede"))


def _add_goal(pact: Any, owner: Any, title: str) -> Any:
    return add_goal(
        MACHINE, pact, title=title, kind="aantal", line="kiezen", owner=owner, indicator_code="K01", unit="besturen",
        baseline_period="2014", baseline_value=Decimal(10), horizon="2020", citation="arrangement",
        target={"period": "2020", "value": Decimal(77), "citation": "arrangement"},
    )  # fmt: skip


def _add_body(estate: Estate) -> None:
    things = estate.things
    things["body"] = set_up_body(MACHINE, estate.office, name="Stuurgroep", kind="stuurgroep", pact=things["pact"])
    things["seat"] = take_seat(MACHINE, things["body"], person=things["person"], title="lid")


def _add_pages(estate: Estate) -> None:
    things, home = estate.things, estate.office.home_page
    things["home page"] = home
    live = home.add_child(instance=ContentPage(title="Open pagina", slug="open", locale=home.locale))
    live.save_revision(user=estate.users["editor"]).publish()
    draft = ContentPage(title=estate.secret, slug="concept", live=False, intro=estate.secret, locale=home.locale)
    things["page"], things["draft page"] = live, home.add_child(instance=draft)
    things["revision"] = draft.save_revision(user=estate.users["editor"])
    collection = Collection.objects.get(name__endswith=f"({estate.office.slug})")
    things["collection"] = collection
    things["document"] = Document.objects.create(
        title=f"Document {estate.secret}", collection=collection, file=ContentFile(b"%PDF-1.4", name="stuk.pdf")
    )
    things["image"] = Image.objects.create(
        title=f"Beeld {estate.secret}", collection=collection, file=_picture(), width=4, height=4
    )


def _picture() -> SimpleUploadedFile:
    from io import BytesIO

    buffer = BytesIO()
    Picture.new("RGB", (4, 4)).save(buffer, "PNG")
    return SimpleUploadedFile("beeld.png", buffer.getvalue(), "image/png")
