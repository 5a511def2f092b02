"""DUO, school advices in year 8 per location of primary education (04. leerlingen bo sbo schooladviezen)."""

from pactwerk.figures.sources.advice.words import AMOUNT, complete, says
from pactwerk.figures.sources.contract import SCHOOL, Column, Contract, Wide, known
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.tidy import Coded, Shape, same
from pactwerk.figures.sources.tidy.school_places import NUMBER, NUMBERED


def _is_advices(names: frozenset[str]) -> bool:
    return {"PRO", "HAVOVWO"} <= names and bool(names & {"VESTIGINGSCODE", "VESTIGINGSNUMMER"})


CONTRACT = Contract(
    table="school_advice",
    name_nl="DUO, leerlingen bo en sbo per vestiging naar schooladvies",
    name_en="DUO, pupils in primary education per location by school advice",
    reference="https://duo.nl/open_onderwijsdata/primair-onderwijs/",
    edition=EditionKind.SCHOOL_YEAR,
    columns=(
        Column("stated", ("PEILDATUM LEERLINGEN", "PEILDATUM"), required=False),
        *SCHOOL,
        Column("level", ("SOORT PO",)),
        NUMBERED,
        *known(
            "PRIKDATUM", "PRIKDATUM ADVIEZEN", "INSTELLINGSNAAM VESTIGING", "POSTCODE VESTIGING", "PLAATSNAAM",
            "GEMEENTENAAM", "PROVINCIE", "DENOMINATIE VESTIGING", "DENOMINATIE",
            "BEVOEGD GEZAG NUMMER", "TOTAAL", "TOTAAL ADVIES", "LEERJAAR 8",
        ),
    ),
    signature=_is_advices,
    rows=(5_500, 7_500),
    wide=Wide(AMOUNT, None, complete),
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(60_000, 220_000),
    family="tidy",
)  # fmt: skip

SHAPE = Shape(concept="school", says=says, coded=(Coded("level", ("level",), same("level")), NUMBER), day="10-01")
