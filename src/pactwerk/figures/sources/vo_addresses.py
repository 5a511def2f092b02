"""DUO, addresses of all locations of secondary education."""

from pactwerk.figures.sources import addresses
from pactwerk.figures.sources.contract import Column, Contract
from pactwerk.figures.sources.editions import EditionKind


def _is_vo(names: frozenset[str]) -> bool:
    return addresses.looks_like_addresses(names) and "ONDERWIJSSTRUCTUUR" in names


CONTRACT = Contract(
    table="vo_addresses",
    name_nl="DUO, adressen van alle vestigingen in het voortgezet onderwijs",
    name_en="DUO, addresses of all locations of secondary education",
    reference="https://duo.nl/open_onderwijsdata/voortgezet-onderwijs/adressen/vestigingen.jsp",
    edition=EditionKind.REGISTER_DATE,
    columns=(*addresses.COLUMNS, Column("structure", ("ONDERWIJSSTRUCTUUR",))),
    signature=_is_vo,
    rows=(1_200, 2_200),
)

read = addresses.read
