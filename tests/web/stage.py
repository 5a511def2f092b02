"""Stages for the pages: a home with or without a release of example files, and pacts built through operations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from demo.example_files import write_example_files

from pactwerk.domain.governance.operations import set_up_body, take_seat
from pactwerk.domain.organisations.models import Organisation
from pactwerk.domain.organisations.operations import register_organisation
from pactwerk.domain.pact import operations
from pactwerk.domain.pact.models import Goal, Pact, PactParty
from pactwerk.figures.releases.loading import load
from pactwerk.figures.releases.reports import Options
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import Actor
from tests.outside import outside_operations

BUILDER = Actor.command("test")
SLUG = "techniekpact-waterrijk"
AREA = "PV99"
CLOCK = date(2026, 11, 1)
LONG = (
    "Stichting voor Openbaar, Bijzonder en Interconfessioneel Voortgezet Praktijk- en Beroepsonderwijs "
    "Noordoost-Waterrijkse Wetenschaps-en-techniekgemeenschappen in oprichting"
)


def load_example(home: Path) -> None:
    """Make a release of the demo's example files below a product home."""
    folder = home / "bestanden"
    folder.mkdir(parents=True)
    write_example_files(folder, clock=CLOCK)
    result = load(home / "figures", [folder], Options(example=True))
    assert result.made


def make_pact(office: Office, *, slug: str = SLUG, name: str = "Techniekpact Waterrijk", publish: bool = True) -> Pact:
    """A pact of the invented province; a draft unless published."""
    facts = {"summary": "Een verzonnen pact.", "citation": "Arrangement, regel 1", "horizon_year": 2030}
    pact = operations.found_pact(BUILDER, office, slug=slug, name=name, area=AREA, **facts)
    return operations.publish_pact(BUILDER, pact) if publish else pact


def make_organisation(office: Office, name: str, *, town: str = "Dijkstad", kind: str = "school") -> Organisation:
    """An organisation of the office."""
    return register_organisation(BUILDER, office, kind=kind, sector="onderwijs", name=name, town=town)


def add_parties(pact: Pact, number: int, *, town: str = "Dijkstad", prefix: str = "School") -> list[Organisation]:
    """A number of schools as parties of the pact; the many at once, which no operation does."""
    facts = {"steward": pact.office, "kind": "school", "sector": "onderwijs", "town": town}
    found = [Organisation(name=f"{prefix} {index + 1:03d}", **facts) for index in range(number)]
    with outside_operations():
        Organisation.objects.bulk_create(found)
        PactParty.objects.bulk_create(
            PactParty(pact=pact, organisation=each, role="school", citation="Lijst, regel 9") for each in found
        )
    return found


def add_exam_goal(pact: Pact, *, owner: Organisation | None = None, title: str = "Meer techniek in het examen") -> Goal:
    """A measurable goal on E01 with baseline, target and owner."""
    owner = owner or make_organisation(pact.office, f"Eigenaar van {title}"[:190])
    return operations.add_goal(
        BUILDER,
        pact,
        title=title,
        kind="aandeel",
        line="kiezen",
        owner=owner,
        indicator_code="E01",
        area_code=AREA,
        unit="%",
        baseline_period="2021/22",
        baseline_value=Decimal(20),
        horizon="2030/31",
        citation="Arrangement, regel 12",
        story="Veel scholen begonnen pas in het tweede jaar.",
        target={"period": "2030/31", "value": Decimal(40), "decided_on": date(2021, 4, 2), "citation": "regel 12"},
    )


def add_doubling_goal(pact: Pact) -> Goal:
    """A goal to double without a baseline year: the region must choose one."""
    return operations.add_goal(
        BUILDER,
        pact,
        title="Techniekonderwijs op het vmbo ten minste verdubbeld",
        kind="verhouding",
        line="kiezen",
        indicator_code="K04",
        area_code=AREA,
        unit="leerlingen",
        end_goal=True,
        citation="Plan, regel 5",
        target={"period": "", "ratio": Decimal(2)},
        accept_gaps=True,
    )


def add_unfilled_goal(pact: Pact, number: int = 1) -> Goal:
    """One of the goals of which nobody knows the text."""
    title = f"Doel {number} van de agenda (nog in te vullen)"
    return operations.add_goal(BUILDER, pact, title=title, kind="nog_in_te_vullen")


@dataclass(frozen=True)
class Scene:
    """A whole pact as a visitor finds it."""

    pact: Pact
    exam: Goal
    doubling: Goal
    unfilled: Goal
    school: Organisation


def make_scene(office: Office) -> Scene:
    """A pact with three kinds of goals, parties, a body and a milestone."""
    pact = make_pact(office)
    school, *_rest = add_parties(pact, 3)
    exam = add_exam_goal(pact, owner=school)
    operations.add_milestone(BUILDER, exam, text="Elke school heeft een technieklokaal", due=date(2027, 7, 1))
    doubling, unfilled = add_doubling_goal(pact), add_unfilled_goal(pact)
    body = set_up_body(BUILDER, office, name="Stuurgroep Waterrijk", kind="stuurgroep", pact=pact)
    take_seat(BUILDER, body, organisation=school, title="lid", public=True)
    return Scene(pact, exam, doubling, unfilled, school)
