"""Techniekpact Noord as its own documents describe it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from demo.archive.citations import arrangement, region_page
from pactwerk.domain.governance.operations import set_up_body, take_seat
from pactwerk.domain.organisations.models import Organisation
from pactwerk.domain.organisations.operations import register_organisation
from pactwerk.domain.pact.models import Pact
from pactwerk.domain.pact.operations import (
    add_goal,
    add_party,
    add_period,
    archive_pact,
    found_pact,
    publish_pact,
)
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import Actor

SLUG = "techniekpact-noord"
SIGNED = date(2014, 4, 2)
UNKNOWN_GOALS = 8


def build_noord(actor: Actor, office: Office) -> Pact:
    """Pact, periods, parties, bodies and goals, each with its citation."""
    pact = _found(actor, office)
    named = _organisations(actor, office)
    _parties(actor, pact, named)
    _bodies(actor, office, pact, named)
    _known_goals(actor, pact, named)
    _unknown_goals(actor, pact)
    return archive_pact(actor, pact)


def _found(actor: Actor, office: Office) -> Pact:
    pact = found_pact(
        actor,
        office,
        slug=SLUG,
        name="Techniekpact Noord",
        name_en="Technology Pact North",
        area="TP-NOORD",
        horizon_year=2020,
        summary=(
            "Ondernemers, onderwijs en overheid in Groningen, Fryslân en Drenthe ontwikkelden in 2013 het "
            "Techniekpact "
            "Noord en stelden samen doelen vast voor de periode tot 2020. Sinds begin 2014 wordt het uitgevoerd "
            "langs "
            "twee programmalijnen: een doelmatiger infrastructuur, en meer samenwerking en samenhang tussen "
            "initiatieven. Noord is een van de vijf landsdelen van het Techniekpact."
        ),
        summary_en=(
            "In 2013 entrepreneurs, education and government in Groningen, Fryslân and Drenthe drew up the "
            "Technology "
            "Pact North and agreed on goals for the years to 2020. It was carried out from early 2014 along two "
            "lines: "
            "a more efficient infrastructure, and more cooperation and coherence between initiatives. North is "
            "one of "
            "the pact's five parts of the country."
        ),
        citation=f"{region_page('50-52')}; {arrangement('23 en 37')}",
    )
    add_period(
        actor,
        pact,
        name="Samenwerkingsarrangement 2014-2016",
        start=date(2014, 1, 1),
        end=date(2016, 12, 31),
        citation=arrangement("11"),
    )
    add_period(
        actor,
        pact,
        name="Periode 2016-2020",
        start=date(2016, 1, 1),
        end=date(2020, 12, 31),
        citation=region_page("56"),
    )
    return publish_pact(actor, pact)


def _organisations(actor: Actor, office: Office) -> dict[str, Organisation]:
    facts = (
        ("platform", "netwerk", "overig", "Platform Bèta Techniek", arrangement("9 en 23")),
        ("betapunt", "netwerk", "onderwijs", "Bètapunt Noord", arrangement("66")),
        ("jetnet", "netwerk", "overig", "Jet-Net", arrangement("89")),
        ("technasium", "netwerk", "onderwijs", "Technasium", arrangement("89")),
        ("drenthe", "overheid", "overheid", "Provincie Drenthe", region_page("12")),
    )
    return {
        key: register_organisation(actor, office, kind=kind, sector=sector, name=name, citation=citation)
        for key, kind, sector, name, citation in facts
    }


def _parties(actor: Actor, pact: Pact, named: dict[str, Organisation]) -> None:
    for key, role, citation in (
        ("platform", "partner", arrangement("5-9")),
        ("betapunt", "uitvoerder", arrangement("71")),
        ("jetnet", "uitvoerder", arrangement("92")),
        ("technasium", "partner", arrangement("89")),
        ("drenthe", "partner", region_page("12")),
    ):
        add_party(actor, pact, organisation=named[key], role=role, citation=citation)


def _bodies(actor: Actor, office: Office, pact: Pact, named: dict[str, Organisation]) -> None:
    """The documents mask every personal name, so functions stand at their organisation."""
    set_up_body(
        actor,
        office,
        name="Stuurgroep Techniekpact Noord",
        name_en="Steering group Technology Pact North",
        kind="stuurgroep",
        pact=pact,
        citation=region_page("52"),
    )
    working = set_up_body(
        actor,
        office,
        name="Werkgroep Techniekpact Noord Nederland",
        name_en="Working group Technology Pact North Netherlands",
        kind="werkgroep",
        pact=pact,
        citation=f"{region_page('52')}; {arrangement('51')}",
    )
    take_seat(
        actor, working, organisation=named["platform"], title="deelnemer", public=True, citation=arrangement("51-53")
    )
    for key in ("jetnet", "technasium"):
        take_seat(
            actor,
            working,
            organisation=named[key],
            title="regiocoördinator Jet-Net en Technasium",
            title_en="regional coordinator of Jet-Net and Technasium",
            public=True,
            citation=arrangement("89"),
        )
    national = set_up_body(
        actor,
        office,
        name="Landelijke Regiegroep Techniekpact",
        name_en="National steering group of the Technology Pact",
        kind="landelijk",
        citation=region_page("11"),
    )
    take_seat(
        actor,
        national,
        organisation=named["drenthe"],
        represents=pact,
        title="gedeputeerde van Drenthe, landsdeeltrekker Noord",
        title_en="member of the provincial executive of Drenthe, leader of the North",
        public=True,
        citation=region_page("7-12"),
    )


def _known_goals(actor: Actor, pact: Pact, named: dict[str, Organisation]) -> None:
    add_goal(
        actor,
        pact,
        title="Schoolbesturen die actief meedoen in Bètapunt Noord: van 10 naar 77 in 2020",
        title_en="School boards taking part in Bètapunt Noord: from 10 to 77 in 2020",
        kind="aantal",
        line="kiezen",
        owner=named["betapunt"],
        indicator_code="K01",
        definition="arrangement",
        unit="besturen",
        baseline_period="2014",
        baseline_value=Decimal(10),
        baseline_citation=arrangement("68"),
        horizon="2020",
        population_indicator="R01",
        agreed_population=77,
        story=(
            "De 77 zijn volgens het arrangement alle schoolbesturen in Noord-Nederland met vier of meer "
            "basisscholen. "
            "Hoeveel besturen er in 2020 meededen, staat in geen bron die hier is gelezen."
        ),
        story_en=(
            "According to the arrangement the 77 are all boards in the north with four or more primary schools. "
            "How many "
            "boards took part in 2020 stands in no source read here."
        ),
        citation=arrangement("68"),
        target={"period": "2020", "value": Decimal(77), "decided_on": SIGNED, "citation": arrangement("68")},
    )
    add_goal(
        actor,
        pact,
        title="W&T-communities van basisscholen, een vo-school en bedrijven: van 10 (pilot 2014) naar 70 in 2020",
        title_en="Communities of primary schools, a secondary school and companies: from 10 (pilot 2014) to 70 in 2020",
        kind="aantal",
        line="kiezen",
        owner=named["betapunt"],
        indicator_code="K02",
        definition="arrangement",
        unit="communities",
        baseline_period="2014",
        baseline_value=Decimal(10),
        baseline_citation=arrangement("69"),
        horizon="2020",
        story="Een community telt ongeveer 5 basisscholen, een vo-school en een aantal bedrijven.",
        story_en="A community has about 5 primary schools, one secondary school and a number of companies.",
        citation=arrangement("69"),
        target={"period": "2020", "value": Decimal(70), "decided_on": SIGNED, "citation": arrangement("69")},
    )
    add_goal(
        actor,
        pact,
        title="Alle technasia worden Jet-Net-scholen (100 %)",
        title_en="All technasia become Jet-Net schools (100 %)",
        kind="aandeel",
        line="kiezen",
        owner=named["jetnet"],
        unit="%",
        citation=arrangement("92"),
        accept_gaps=True,
        target={"value": Decimal(100), "decided_on": SIGNED, "citation": arrangement("92")},
    )


def _unknown_goals(actor: Actor, pact: Pact) -> None:
    for number in range(1, UNKNOWN_GOALS + 1):
        add_goal(
            actor,
            pact,
            title=f"Doel {number} van de techniekagenda van mei 2013 (nog in te vullen)",
            title_en=f"Goal {number} of the technology agenda of May 2013 (still to be filled in)",
            kind="nog_in_te_vullen",
            story=(
                "De agenda had acht doelen met concrete getallen. Tekst en getallen staan in geen bron die hier is "
                "gelezen, en worden niet verzonnen."
            ),
            story_en="The agenda had eight goals with numbers. No source read here gives them, and none are invented.",
            citation=arrangement("37"),
        )
