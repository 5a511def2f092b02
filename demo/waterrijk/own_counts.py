"""Goals judged on what the invented pact counts itself; every figure is marked as an example."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from demo.waterrijk.scene import INVENTED, Scene
from pactwerk.domain.organisations.models import Organisation
from pactwerk.domain.pact.models import Pact
from pactwerk.domain.pact.operations import GoalFacts, TargetFacts, add_goal, record_own_figure


@dataclass(frozen=True)
class Count:
    """A goal with its own yearly figures, the first of which is the baseline (five years ago)."""

    title: str
    title_en: str
    kind: str
    line: str
    owner: str
    indicator: str
    unit: str
    figures: tuple[float, ...]
    target: float
    target_year: int
    story: str = ""
    story_en: str = ""


COUNTS = (
    Count(
        "Leerlingen van groep 7 en 8 die een PET-dag bezoeken",
        "Primary pupils of years 7 and 8 who visit a PET day",
        "aantal",
        "kiezen",
        "techlab",
        "K19",
        "leerlingen",
        (1820, 2140, 1990, 2960, 3410),
        4000,
        2,
        "In het derde jaar viel een dag uit door storm; daarna kwam er een tweede locatie bij.",
        "In the third year a day was cancelled by a storm; after that a second location was added.",
    ),
    Count(
        "Deel van de begroting dat bedrijven bijdragen",
        "Part of the budget that companies contribute",
        "aandeel",
        "leren",
        "branche",
        "L20",
        "%",
        (14.0, 13.2, 12.1, 11.4),
        20,
        2,
        "Bijdragen in uren worden nog niet overal geboekt; wat er in geld binnenkomt, daalt.",
        "Contributions in hours are not booked everywhere yet; what comes in as money falls.",
    ),
    Count(
        "Mensen die via omscholing in een technisch beroep beginnen",
        "People who start in a technical occupation after retraining",
        "aantal",
        "werken",
        "roc",
        "W21",
        "personen",
        (38, 52, 71, 83, 90),
        120,
        3,
        "De metaal en de installatietechniek nemen de meesten aan.",
        "Metalworking and installation companies take on most of them.",
    ),
)


def _facts(scene: Scene, count: Count, owner: Organisation) -> GoalFacts:
    return {
        "title_en": count.title_en,
        "line": count.line,
        "owner": owner,
        "indicator_code": count.indicator,
        "unit": count.unit,
        "baseline_period": scene.year(-5),
        "baseline_value": Decimal(str(count.figures[0])),
        "baseline_citation": INVENTED,
        "horizon": scene.year(count.target_year),
        "story": count.story,
        "story_en": count.story_en,
        "citation": scene.decision(-5),
    }


def _target(scene: Scene, value: float, year: int) -> TargetFacts:
    return {
        "period": scene.year(year),
        "value": Decimal(str(value)),
        "decided_on": scene.day(-5),
        "citation": scene.decision(-5),
    }


def _boards(scene: Scene, pact: Pact, named: dict[str, Organisation]) -> None:
    """The agreed four boards have become three: the target population is counted from the address files."""
    facts: GoalFacts = {
        **_facts(scene, BOARDS, named[BOARDS.owner]),
        "population_indicator": "R01",
        "agreed_population": 4,
    }
    goal = add_goal(
        scene.actor,
        pact,
        title=BOARDS.title,
        kind=BOARDS.kind,
        target=_target(scene, BOARDS.target, BOARDS.target_year),
        **facts,
    )
    _record(scene, goal.pk, pact, BOARDS)


BOARDS = Count(
    "Schoolbesturen met vier of meer basisscholen die meedoen",
    "Boards with four or more primary schools that take part",
    "aantal",
    "kiezen",
    "techlab",
    "K01",
    "besturen",
    (1, 2, 2, 2),
    4,
    1,
    "Twee besturen zijn gefuseerd; de afgesproken vier zijn er niet meer.",
    "Two boards merged; the agreed four no longer exist.",
)


def _record(scene: Scene, key: int, pact: Pact, count: Count) -> None:
    goal = pact.goals.get(pk=key)
    for offset, value in enumerate(count.figures):
        record_own_figure(
            scene.actor, goal, period=scene.year(offset - 5), value=Decimal(str(value)), citation=INVENTED
        )


def build_own_counts(scene: Scene, pact: Pact, named: dict[str, Organisation]) -> None:
    """Add the goals and record their figures."""
    for count in COUNTS:
        goal = add_goal(
            scene.actor,
            pact,
            title=count.title,
            kind=count.kind,
            target=_target(scene, count.target, count.target_year),
            **_facts(scene, count, named[count.owner]),
        )
        _record(scene, goal.pk, pact, count)
    _boards(scene, pact, named)
