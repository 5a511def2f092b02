"""The invented parties: municipalities, schools, a college, companies, a trade association."""

from __future__ import annotations

from demo.example_files.world import BOARDS, VO
from demo.waterrijk.scene import INVENTED, Scene
from pactwerk.basis.places import EXAMPLE_MUNICIPALITIES, members, municipality
from pactwerk.domain.organisations.models import Organisation
from pactwerk.domain.organisations.operations import (
    add_identifier,
    close_organisation,
    register_organisation,
    relate_organisations,
)
from pactwerk.domain.pact.models import Pact
from pactwerk.domain.pact.operations import add_party

OTHERS = (
    ("roc", "mbo", "onderwijs", "Voorbeeld-ROC Waterrijk", "GM9901"),
    ("techlab", "samenwerkingsverband", "overig", "Voorbeeldlab Techniek Waterrijk", "GM9902"),
    ("branche", "branche", "bedrijfsleven", "Voorbeeldbranche Techniek", "GM9901"),
    ("metaal", "bedrijf", "bedrijfsleven", "Voorbeeldmetaal Vonkenburg B.V.", "GM9905"),
    ("werf", "bedrijf", "bedrijfsleven", "Voorbeeldwerf Schroefhaven B.V.", "GM9903"),
    ("installatie", "bedrijf", "bedrijfsleven", "Voorbeeldinstallatie Tandwielerveen B.V.", "GM9906"),
    ("bouw", "bedrijf", "bedrijfsleven", "Voorbeeldbouw Molendrecht B.V.", "GM9904"),
)
EDUCATION = {"HAVO/VWO": "havo/vwo", "VWO": "vwo", "MAVO/HAVO/VWO": "vmbo-tl/havo/vwo", "MAVO/HAVO": "vmbo-tl/havo"}


def _register(scene: Scene, what: tuple[str, str], name: str, code: str, education: str = "") -> Organisation:
    return register_organisation(
        scene.actor,
        scene.office,
        kind=what[0],
        sector=what[1],
        name=name,
        town=municipality(code).name,
        municipality=code,
        education=education,
        citation=INVENTED,
        example=True,
    )


def _municipalities(scene: Scene) -> dict[str, Organisation]:
    region = members("RG-WATERRIJK").municipalities
    return {
        code: _register(scene, ("overheid", "overheid"), f"Gemeente {municipality(code).name} (voorbeeld)", code)
        for code in EXAMPLE_MUNICIPALITIES
        if code in region
    }


def _boards(scene: Scene) -> dict[str, Organisation]:
    homes = {location.board: location.municipality for location in VO}
    found = {}
    for number, name in BOARDS.items():
        board = _register(scene, ("bestuur", "onderwijs"), name, homes.get(number, "GM9901"))
        add_identifier(scene.actor, board, scheme="bevoegd-gezag", value=number)
        found[number] = board
    return found


def _schools(scene: Scene, boards: dict[str, Organisation]) -> dict[str, Organisation]:
    found = {}
    for location in VO:
        education = EDUCATION.get(location.structure, "vmbo")
        school = _register(scene, ("vestiging", "onderwijs"), location.name, location.municipality, education)
        add_identifier(scene.actor, school, scheme="vestiging", value=location.key)
        relate_organisations(scene.actor, school, to=boards[location.board], kind="valt-onder", citation=INVENTED)
        found[location.key] = school
    for location in VO:
        if location.merged_into:
            closed = close_organisation(scene.actor, found[location.key], on=scene.merger)
            relate_organisations(
                scene.actor, found[location.merged_into], to=closed, kind="opvolger-van", citation=INVENTED
            )
    return found


def build_parties(scene: Scene, pact: Pact) -> dict[str, Organisation]:
    """Register everybody and let those of the region take part; the answer is by key, code or location."""
    boards = _boards(scene)
    named = {**boards, **_municipalities(scene), **_schools(scene, boards)}
    for key, kind, sector, name, code in OTHERS:
        named[key] = _register(scene, (kind, sector), name, code)
    region = set(members("RG-WATERRIJK").municipalities)
    for key, organisation in named.items():
        if organisation.municipality not in region or organisation.closed:
            continue
        role = "school" if organisation.kind == "vestiging" else "ondertekenaar"
        role = "uitvoerder" if key == "techlab" else role
        add_party(
            scene.actor, pact, organisation=organisation, role=role, start=scene.day(-5), citation=scene.decision(-5)
        )
    return named
