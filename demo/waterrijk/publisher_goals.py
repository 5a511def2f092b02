"""Goals judged on publishers' figures: example files, real files when loaded, and cited publications."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from demo.waterrijk.scene import Scene
from pactwerk.domain.organisations.models import Organisation
from pactwerk.domain.pact.models import Goal, Pact
from pactwerk.domain.pact.operations import GoalFacts, TargetFacts, add_goal, revise_target

HAVO_SOURCE = "https://www.techniekpact.nl/monitor-techniekpact/monitor/havovwo"


@dataclass(frozen=True)
class Wish:
    """Text, kind and what makes it measurable; the target as value or ratio in a school year from the latest."""

    title: str
    title_en: str
    kind: str
    owner: str
    facts: GoalFacts
    target: TargetFacts


def _technical_share(scene: Scene) -> Wish:
    return Wish(
        "Meer derdejaars in een technisch vmbo-profiel",
        "More third-years in a technical vmbo profile",
        "aandeel",
        "99001",
        {
            "indicator_code": "K03",
            "definition": "profile",
            "unit": "%",
            "baseline_period": scene.school_year(-5),
            "horizon": scene.school_year(4),
            "story": (
                "Sinds de bedrijven mee ontwerpen aan de lessen, kiezen meer leerlingen een technisch profiel. De "
                "fusie "
                "in Tandwielerveen kostte een locatie, maar geen leerlingen."
            ),
            "story_en": (
                "Since companies help design the lessons, more pupils choose a technical profile. The merger in "
                "Tandwielerveen cost a location, but no pupils."
            ),
        },
        {"period": scene.school_year(2), "value": Decimal(37), "decided_on": scene.day(-5)},
    )


def _girls(scene: Scene) -> Wish:
    return Wish(
        "Meer meisjes in een technisch vmbo-profiel",
        "More girls in a technical vmbo profile",
        "aandeel",
        "branche",
        {
            "indicator_code": "K11",
            "definition": "profile",
            "unit": "%",
            "baseline_period": scene.school_year(-5),
            "horizon": scene.school_year(3),
            "story": "Het aandeel stijgt elk jaar, maar niet snel genoeg voor de afspraak.",
            "story_en": "The share rises every year, but not fast enough for what was agreed.",
        },
        {"period": scene.school_year(3), "value": Decimal(15), "decided_on": scene.day(-5)},
    )


def _growth(scene: Scene) -> Wish:
    return Wish(
        "Acht procent meer leerlingen in techniek op het vmbo dan in het basisjaar",
        "Eight percent more pupils in technology at vmbo schools than in the baseline year",
        "verhouding",
        "99003",
        {
            "indicator_code": "K04",
            "definition": "profile",
            "unit": "leerlingen",
            "baseline_period": scene.school_year(-5),
            "horizon": scene.school_year(3),
        },
        {"period": scene.school_year(3), "ratio": Decimal("1.08"), "decided_on": scene.day(-5)},
    )


def _nature_region(scene: Scene) -> Wish:
    return Wish(
        "Meer havisten met een N-profiel in Waterrijk",
        "More havo pupils with an N-profile in Waterrijk",
        "aandeel",
        "99004",
        {
            "indicator_code": "K07",
            "unit": "%",
            "baseline_period": scene.school_year(-5),
            "horizon": scene.school_year(3),
            "story": "De bèta-uren zijn geschrapt; de scholen zoeken samen een oplossing.",
            "story_en": "Science hours were cut; the schools look for a solution together.",
        },
        {"period": scene.school_year(3), "value": Decimal(38), "decided_on": scene.day(-5)},
    )


def _exams_region(scene: Scene) -> Wish:
    return Wish(
        "Meer examenkandidaten techniek op het vmbo in Waterrijk",
        "More technical exam candidates at vmbo schools in Waterrijk",
        "aandeel",
        "roc",
        {
            "indicator_code": "E01",
            "definition": "sector-2019",
            "unit": "%",
            "baseline_period": scene.school_year(-5),
            "horizon": scene.school_year(4),
        },
        {"period": scene.school_year(4), "value": Decimal(38), "decided_on": scene.day(-5)},
    )


def _exams_country(scene: Scene) -> Wish:
    return Wish(
        "Spiegel: meer havo-examenkandidaten met een N-profiel in Nederland",
        "Mirror: more havo exam candidates with an N-profile in the Netherlands",
        "aandeel",
        "branche",
        {
            "indicator_code": "E03",
            "area_code": "NL",
            "unit": "%",
            "baseline_period": "2014/15",
            "horizon": scene.school_year(3),
            "story": (
                "Dit doel wordt beoordeeld op echte examenbestanden van DUO (vanaf 2014/15). Zijn die niet geladen, "
                "dan "
                "is er niets om het mee te vergelijken."
            ),
            "story_en": (
                "This goal is judged on real exam files of DUO (from 2014/15). When these are not loaded there is "
                "nothing "
                "to compare it with."
            ),
        },
        {"period": scene.school_year(3), "value": Decimal(45), "decided_on": scene.day(-5)},
    )


def _nature_country(scene: Scene) -> Wish:
    return Wish(
        "Spiegel: meer havisten met een N-profiel in Nederland",
        "Mirror: more havo pupils with an N-profile in the Netherlands",
        "aandeel",
        "branche",
        {
            "indicator_code": "K07",
            "area_code": "NL",
            "unit": "%",
            "baseline_period": "2022/23",
            "baseline_value": Decimal(36),
            "baseline_citation": f"Monitor Techniekpact 2024, {HAVO_SOURCE}",
            "horizon": scene.school_year(3),
            "story": (
                "De cijfers zijn gepubliceerd door de Monitor Techniekpact. Elke editie herrekent het verleden, dus "
                "alleen cijfers van dezelfde editie zijn vergelijkbaar, en geen editie geeft drie losse jaren."
            ),
            "story_en": (
                "The figures were published by the Monitor Techniekpact. Every edition restates the past, so only "
                "figures "
                "of one edition are comparable, and no edition gives three separate years."
            ),
        },
        {"period": scene.school_year(3), "value": Decimal(40), "decided_on": scene.day(-2)},
    )


def _add(scene: Scene, pact: Pact, named: dict[str, Organisation], wish: Wish) -> Goal:
    facts: GoalFacts = {
        "line": "kiezen",
        "owner": named[wish.owner],
        "title_en": wish.title_en,
        "citation": scene.decision(-5),
        **wish.facts,
    }
    target: TargetFacts = {"citation": scene.decision(-5), **wish.target}
    return add_goal(scene.actor, pact, title=wish.title, kind=wish.kind, target=target, **facts)


def build_publisher_goals(scene: Scene, pact: Pact, named: dict[str, Organisation]) -> None:
    """Add the goals in the order of the pact; the first one's target was revised upwards."""
    makers = (
        _technical_share,
        _girls,
        _growth,
        _nature_region,
        _exams_region,
        _nature_country,
        _exams_country,
    )
    first, *_ = [_add(scene, pact, named, make(scene)) for make in makers]
    revise_target(
        scene.actor,
        first.targets.get(),
        period=scene.school_year(4),
        value=Decimal(39),
        decided_on=scene.day(-1),
        reason="De streefwaarde kwam eerder in zicht dan gedacht; de stuurgroep legt de lat hoger en verder weg.",
        citation=scene.decision(-1),
    )
