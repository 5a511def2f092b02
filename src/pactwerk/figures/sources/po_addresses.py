"""DUO, addresses of all locations of primary schools (basisonderwijs)."""

from pactwerk.figures.sources import addresses
from pactwerk.figures.sources.contract import Contract
from pactwerk.figures.sources.editions import EditionKind


def _is_po(names: frozenset[str]) -> bool:
    return addresses.looks_like_addresses(names) and "ONDERWIJSSTRUCTUUR" not in names


CONTRACT = Contract(
    table="po_addresses",
    name_nl="DUO, adressen van alle schoolvestigingen in het basisonderwijs",
    name_en="DUO, addresses of all locations of primary schools",
    reference="https://duo.nl/open_onderwijsdata/primair-onderwijs/adressen/vest_bo.jsp",
    edition=EditionKind.REGISTER_DATE,
    columns=addresses.COLUMNS,
    signature=_is_po,
    rows=(5_500, 8_000),
)

read = addresses.read
