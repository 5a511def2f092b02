"""Techniekpact Noord-Kennemerland as its own page describes it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from demo.archive.citations import kennemerland_page
from demo.archive.schools import SCHOOLS, education
from pactwerk.domain.organisations.operations import register_organisation
from pactwerk.domain.pact.models import Pact
from pactwerk.domain.pact.operations import (
    add_goal,
    add_milestone,
    add_party,
    add_period,
    archive_pact,
    found_pact,
    publish_pact,
)
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import Actor

SLUG = "techniekpact-noord-kennemerland"

QUALITATIVE = (
    (
        "leren",
        "Technische teams van docenten, instructeurs en praktijkbegeleiders verbreden, opscholen en duurzaam "
        "versterken, "
        "geborgd in het HRM-beleid van de partners",
        "Broaden, train and durably strengthen teams of technical teachers, instructors and practice supervisors, "
        "anchored in the partners' HRM policy",
        "7",
    ),
    (
        "kiezen",
        "De instroom in techniekopleidingen vergroten en verbreden, naar een kwantitatief en kwalitatief "
        "evenwicht tussen "
        "vraag en aanbod in de technieksectoren van de regio",
        "Enlarge and broaden the inflow into technical programmes, towards a quantitative and qualitative balance of "
        "supply and demand in the region's technical sectors",
        "7",
    ),
    (
        "kiezen",
        "Technische keuzevakken en activiteiten ontwikkelen voor leerlingen in niet-technische profielen, de "
        "tl en het "
        "vmbo-groen",
        "Develop technical electives and activities for pupils in non-technical profiles, the theoretical track and "
        "vmbo-groen",
        "9",
    ),
    (
        "leren",
        "Techniekopleidingen vraaggericht vernieuwen en versterken, met een regiodekkende "
        "techniekinfrastructuur in scholen "
        "en bedrijven",
        "Renew and strengthen technical programmes by demand, with a technical infrastructure that covers "
        "the region, in "
        "schools and companies",
        "9",
    ),
)


def build_noord_kennemerland(actor: Actor, office: Office) -> Pact:
    """Pact, STO years, the 18 schools and the goals, each with its citation."""
    pact = _found(actor, office)
    _schools(actor, office, pact)
    for line, title, title_en, where in QUALITATIVE:
        add_goal(
            actor,
            pact,
            title=title,
            title_en=title_en,
            kind="kwalitatief",
            line=line,
            citation=kennemerland_page(where),
        )
    _doubling(actor, pact)
    return archive_pact(actor, pact)


def _found(actor: Actor, office: Office) -> Pact:
    pact = found_pact(
        actor,
        office,
        slug=SLUG,
        name="Techniekpact Noord-Kennemerland",
        name_en="Technology Pact Noord-Kennemerland",
        area="STO-NK",
        summary=(
            "Scholen, bedrijven, brancheorganisaties en gemeenten in Noord-Kennemerland verenigden zich om de "
            "aansluiting "
            "tussen techniekonderwijs en arbeidsmarkt te verbeteren. Met het STO-project tot en met 2023 werd de "
            "basis "
            "gelegd; het techniekonderwijs op het vmbo moet uiteindelijk ten minste verdubbelen."
        ),
        summary_en=(
            "Schools, companies, trade associations and municipalities in Noord-Kennemerland joined forces to match "
            "technical education and the labour market. The STO project until 2023 laid the foundation; in the end "
            "technical education at vmbo schools must at least double."
        ),
        citation=kennemerland_page("5-13"),
    )
    add_period(
        actor,
        pact,
        name="STO-jaren 2020-2023",
        start=date(2020, 1, 1),
        end=date(2023, 12, 31),
        citation=kennemerland_page("11-13"),
    )
    return publish_pact(actor, pact)


def _schools(actor: Actor, office: Office, pact: Pact) -> None:
    for name, town, municipality, line in SCHOOLS:
        citation = kennemerland_page(f"{line}-{line + 2}")
        school = register_organisation(
            actor,
            office,
            kind="vestiging",
            sector="onderwijs",
            name=name,
            education=education(name),
            town=town,
            municipality=municipality,
            citation=citation,
        )
        add_party(actor, pact, organisation=school, role="school", citation=citation)


def _doubling(actor: Actor, pact: Pact) -> None:
    """The end goal names no baseline year and no year to reach it: both stay open, and the page says so."""
    goal = add_goal(
        actor,
        pact,
        title="Het techniekonderwijs op het vmbo ten minste verdubbelen",
        title_en="Technical education at vmbo schools at least doubles",
        kind="verhouding",
        line="kiezen",
        indicator_code="K04",
        unit="leerlingen",
        end_goal=True,
        accept_gaps=True,
        story=(
            "De bron noemt geen basisjaar en zegt niet of het om het aantal leerlingen of om hun aandeel gaat. "
            "Het is het "
            "einddoel, dat niet in de STO-jaren 2020-2023 wordt bereikt; dan ligt wel het fundament."
        ),
        story_en=(
            "The source names no baseline year and does not say whether the number of pupils or their share must "
            "double. "
            "It is the end goal, not to be reached in the STO years 2020-2023; by then the foundation is laid."
        ),
        citation=kennemerland_page("13"),
        target={"ratio": Decimal(2), "citation": kennemerland_page("13")},
    )
    add_milestone(
        actor,
        goal,
        text="Het fundament ligt voor het beoogde evenwicht op de technische arbeidsmarkt in de regio",
        text_en="The foundation is laid for the intended balance on the region's technical labour market",
        due=date(2023, 12, 31),
        citation=kennemerland_page("13"),
    )
