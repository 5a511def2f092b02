"""What the invented pact wants without a number: a qualitative goal with milestones, and one not filled in yet."""

from __future__ import annotations

from demo.waterrijk.scene import Scene
from pactwerk.domain.organisations.models import Organisation
from pactwerk.domain.pact.models import Pact
from pactwerk.domain.pact.operations import add_goal, add_milestone, reach_milestone

MILESTONES = (
    ("Startnotitie over de doorlopende leerlijn vastgesteld", "Starting note on the learning line adopted", 900),
    ("Leerlijn beproefd op twee scholen", "Learning line tried out at two schools", 340),
    ("Leerlijn op alle scholen van Waterrijk ingevoerd", "Learning line introduced at all schools of Waterrijk", None),
)


def build_wishes(scene: Scene, pact: Pact, named: dict[str, Organisation]) -> None:
    """Add both goals."""
    goal = add_goal(
        scene.actor,
        pact,
        title="Een doorlopende leerlijn techniek van basisschool tot beroep",
        title_en="A continuous learning line in technology from primary school to occupation",
        kind="kwalitatief",
        line="leren",
        owner=named["roc"],
        story="Niet elk doel laat zich tellen; de mijlpalen laten zien hoe ver we zijn.",
        story_en="Not every goal can be counted; the milestones show how far we are.",
        citation=scene.decision(-5),
    )
    for text, text_en, days in MILESTONES:
        due = scene.past(days) if days else scene.day(2)
        milestone = add_milestone(scene.actor, goal, text=text, text_en=text_en, due=due, citation=scene.decision(-5))
        if days:
            reach_milestone(scene.actor, milestone, on=scene.past(days - 30))
    add_goal(
        scene.actor,
        pact,
        title="Vakmensen behouden (getal volgt na de technologietafel)",
        title_en="Keeping skilled people (number follows after the technology table)",
        kind="nog_in_te_vullen",
        line="werken",
        owner=named["branche"],
        citation=scene.decision(-1),
    )
