"""DUO, pupils of secondary education per location, home postcode and school year (02. leerlingen vo).

The file tells where the pupils of a location live, per year 1 to 6. It does not tell their type of education: vmbo,
havo and vwo of one location stand together. DUO offered it up to the school years around 2018; no real file was at hand
when this reader was written. Its header is the one that open-source readers of those files name (openstate,
openonderwijsdata-api, `parse_student_residences`); the minimum is what the catalogue says of K22.
"""

import re
from collections.abc import Mapping

from pactwerk.basis.identifiers import InvalidIdentifier, gm_code
from pactwerk.figures.sources.contract import SCHOOL, Column, Contract, Wide, known
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.tidy import Coded, Shape

_AMOUNT = re.compile(r"(?:LEEROFVERBLIJFSJAAR|LEERJAAR)([1-6])")
_GRADES = range(1, 7)


def _is_homes(names: frozenset[str]) -> bool:
    return "POSTCODELEERLING" in names and sum(1 for name in names if _AMOUNT.fullmatch(name)) >= 2


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    there = {group for (group,) in groups}
    return [f"LEER- OF VERBLIJFSJAAR {grade}" for grade in _GRADES if str(grade) not in there]


def _says(groups: tuple[str, ...]) -> Mapping[str, str]:
    return {"measure": "pupils", "level": f"lj{groups[0]}"}


def _postcode(text: str) -> tuple[str | None]:
    return (text if re.fullmatch("[1-9][0-9]{3}", text) else None,)


def _home(text: str) -> tuple[str | None] | None:
    if not text.strip("0 "):
        return (None,)
    try:
        return (gm_code(text),)
    except InvalidIdentifier:
        return None


CONTRACT = Contract(
    table="vo_home_postcodes",
    name_nl="DUO, leerlingen vo per vestiging naar postcode leerling en leerjaar",
    name_en="DUO, pupils in secondary education per location by home postcode and year",
    reference="https://duo.nl/open_onderwijsdata/databestanden/vo/leerlingen/",
    edition=EditionKind.SCHOOL_YEAR,
    columns=(
        *SCHOOL,
        Column("stated", ("SCHOOLJAAR", "PEILDATUM"), required=False),
        Column("postcode", ("POSTCODE LEERLING",)),
        Column("home", ("GEMEENTENUMMER LEERLING",), required=False),
        *known(
            "INSTELLINGSNAAM VESTIGING", "INSTELLINGSNAAM", "VESTIGINGSNAAM", "POSTCODE VESTIGING",
            "PLAATSNAAM VESTIGING", "PLAATSNAAM", "GEMEENTENUMMER VESTIGING", "GEMEENTENAAM VESTIGING",
            "PROVINCIE VESTIGING", "PLAATSNAAM LEERLING", "GEMEENTENAAM LEERLING", "PROVINCIE LEERLING", "TOTAAL",
        ),
    ),
    signature=_is_homes,
    rows=(20_000, 150_000),
    wide=Wide(_AMOUNT, None, _complete),
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(800_000, 1_100_000),
    family="tidy",
)  # fmt: skip

SHAPE = Shape(
    concept="home",
    says=_says,
    coded=(Coded("postcode", ("postcode4",), _postcode), Coded("home", ("municipality",), _home)),
    day="10-01",
)
