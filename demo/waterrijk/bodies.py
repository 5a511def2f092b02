"""The invented bodies and persons, one of whom loses the main position that the pact role rests on."""

from __future__ import annotations

from demo.waterrijk.scene import INVENTED, Scene
from pactwerk.domain.governance.operations import set_up_body, take_seat
from pactwerk.domain.organisations.models import Organisation, Person
from pactwerk.domain.organisations.operations import hold_role, record_person
from pactwerk.domain.pact.models import Pact

# Name, main position, organisation, role in the steering group
PERSONS = (
    ("Wil Voorbeeld-Dijkgraaf", "wethouder", "GM9901", "voorzitter"),
    ("Bo van Verzonnen", "bestuurder", "99001", "lid namens het onderwijs"),
    ("Sam de Nepnaam", "directeur", "metaal", "lid namens het bedrijfsleven"),
    ("Kim Voorbeeldstra", "programmamanager", "techlab", "secretaris"),
    ("Noor Fictief", "opleidingsmanager", "roc", "lid namens het mbo"),
)
ENGLISH = {
    "voorzitter": "chair",
    "lid namens het onderwijs": "member for education",
    "lid namens het bedrijfsleven": "member for business",
    "secretaris": "secretary",
    "lid namens het mbo": "member for vocational education",
}


def _person(scene: Scene, name: str) -> Person:
    return record_person(
        scene.actor,
        scene.office,
        name=name,
        purpose="Voorbeeldpersoon: toont rollen in het pact, bestaat niet",
        keep_until=scene.day(5),
        example=True,
    )


def build_bodies(scene: Scene, pact: Pact, named: dict[str, Organisation]) -> None:
    """Steering group, working group and technology table, with persons in the first."""
    titles = (
        ("Stuurgroep Waterrijk", "Steering group Waterrijk", "stuurgroep"),
        ("Werkgroep Techniek Waterrijk", "Working group Technology Waterrijk", "werkgroep"),
        ("Technologietafel Waterrijk", "Technology table Waterrijk", "technologietafel"),
    )
    steering, working, table = (
        set_up_body(
            scene.actor, scene.office, name=name, name_en=name_en, kind=kind, pact=pact, citation=scene.decision(-5)
        )
        for name, name_en, kind in titles
    )
    for name, position, key, title in PERSONS:
        person = _person(scene, name)
        main = hold_role(
            scene.actor,
            person,
            title=position,
            kind="main_position",
            organisation=named[key],
            start=scene.day(-5),
            end=scene.past(20) if position == "wethouder" else None,
            public=True,
        )
        hold_role(
            scene.actor,
            person,
            title=f"{title} van de stuurgroep",
            kind="pact_role",
            area_code="RG-WATERRIJK",
            start=scene.day(-5),
            public=True,
            depends_on=main,
        )
        take_seat(
            scene.actor,
            steering,
            person=person,
            organisation=named[key],
            represents=pact,
            title=title,
            title_en=ENGLISH[title],
            public=True,
            start=scene.day(-5),
            citation=INVENTED,
        )
    for body, keys in ((working, ("techlab", "roc", "98AA01", "branche")), (table, ("GM9902", "werf", "bouw"))):
        for key in keys:
            take_seat(
                scene.actor,
                body,
                organisation=named[key],
                represents=pact,
                title="deelnemer",
                title_en="participant",
                public=True,
                start=scene.day(-4),
                citation=INVENTED,
            )
