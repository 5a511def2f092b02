"""Students of mbo institutions, by the institution's seat: enrolled ones in the publisher's domains.

Not the entrants of L01 and L02, which are chosen by the yearly list of SBB.
"""

from pactwerk.figures.indicators.counting import PLACES
from pactwerk.figures.indicators.study import Study

TECHNICAL_DOMAINS = (
    "Afbouw, hout en onderhoud",
    "Ambacht, laboratorium en gezondheidstechniek",
    "Bouw en infra",
    "Informatie en communicatietechnologie",
    "Media en vormgeving",
    "Mobiliteit en voertuigen",
    "Techniek en procesindustrie",
    "Transport, scheepvaart en logistiek",
)
"""The eight technical domains of the old division (Ontwikkelmonitor mbo, editions to 2017)."""
_DIMENSIONS = ("sex", "level", "pathway", *PLACES)

MBO = (
    Study(
        indicator="E05",
        definition="domeinen-ingeschreven",
        kind="share",
        table="mbo_students",
        measure="students",
        numerator={"domain": TECHNICAL_DOMAINS},
        dimensions=_DIMENSIONS,
    ),
    Study(
        indicator="E06",
        definition="domeinen-ingeschreven",
        kind="count",
        table="mbo_students",
        measure="students",
        numerator={"domain": TECHNICAL_DOMAINS},
        dimensions=(*_DIMENSIONS, "domain"),
    ),
)
