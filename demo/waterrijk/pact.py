"""The living pact of the invented region."""

from __future__ import annotations

from demo.waterrijk.bodies import build_bodies
from demo.waterrijk.own_counts import build_own_counts
from demo.waterrijk.parties import build_parties
from demo.waterrijk.publisher_goals import build_publisher_goals
from demo.waterrijk.scene import Scene
from demo.waterrijk.wishes import build_wishes
from pactwerk.domain.pact.models import Pact
from pactwerk.domain.pact.operations import add_period, found_pact, publish_pact

SLUG = "techniekpact-waterrijk"


def build_waterrijk(scene: Scene) -> Pact:
    """Pact, parties, bodies and goals of every kind, counted from the example's date."""
    pact = found_pact(
        scene.actor,
        scene.office,
        slug=SLUG,
        name="Techniekpact Waterrijk",
        name_en="Technology Pact Waterrijk",
        area="RG-WATERRIJK",
        founded_on=scene.day(-5),
        horizon_year=scene.clock.year + 4,
        summary=(
            "Voorbeeld: Waterrijk bestaat niet. Zes verzonnen gemeenten, hun scholen en bedrijven spreken af dat "
            "meer "
            "jongeren voor techniek kiezen, dat de opleidingen bijblijven en dat vakmensen blijven. Alle partijen, "
            "personen en voorbeeldcijfers in dit pact zijn verzonnen."
        ),
        summary_en=(
            "Example: Waterrijk does not exist. Six invented municipalities with their schools and companies "
            "agree that "
            "more young people choose technology, that programmes keep up, and that skilled people stay. All "
            "parties, "
            "persons and example figures in this pact are invented."
        ),
        citation=scene.decision(-5),
    )
    for name, first, last in (("Eerste periode", -5, -2), ("Tweede periode", -1, 4)):
        start, end = scene.day(first, 1), scene.day(last, 12, 31)
        add_period(scene.actor, pact, name=name, start=start, end=end, citation=scene.decision(first))
    publish_pact(scene.actor, pact)
    named = build_parties(scene, pact)
    build_bodies(scene, pact, named)
    build_publisher_goals(scene, pact, named)
    build_own_counts(scene, pact, named)
    build_wishes(scene, pact, named)
    return pact
