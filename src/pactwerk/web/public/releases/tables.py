"""The publishers' tables on screen: their names, and the page where the publisher offers them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from pactwerk.figures.sources import TABLES
from pactwerk.web.public.words import in_language

PAGES = {
    "vo_pupils": "https://duo.nl/open_onderwijsdata/databestanden/vo/leerlingen/",
    "exams": "https://onderwijsdata.duo.nl/",
    "vo_addresses": "https://onderwijsdata.duo.nl/dataset/adressen_vo",
    "po_addresses": "https://onderwijsdata.duo.nl/dataset/adressen_bo",
}
"""Where the publisher offers the table today; older editions may have left those pages."""


def table_name(table: str) -> str:
    """What a publisher table is called on screen: the name in its contract, with the publisher first."""
    named = {
        "vo_pupils": _("DUO: leerlingen in het voortgezet onderwijs per vestiging"),
        "exams": _("DUO: examenkandidaten en geslaagden"),
        "vo_addresses": _("DUO: adressen van vestigingen in het voortgezet onderwijs"),
        "po_addresses": _("DUO: adressen van vestigingen in het basisonderwijs"),
        "postcodes": _("Postcodes en gemeenten"),
        "borders": _("Gemeentegrenzen"),
    }
    if table in named:
        return named[table]
    contract = TABLES.get(table)
    return in_language(contract, "name") if contract else table


def table_page(table: str) -> str:
    """The publisher's page about a table: today's, else the one its contract cites; empty when it cites none."""
    contract = TABLES.get(table)
    cited = contract.reference if contract and contract.reference.startswith("https://") else ""
    return PAGES.get(table, cited if " " not in cited else "")
