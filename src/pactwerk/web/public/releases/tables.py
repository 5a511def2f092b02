"""The publishers' tables on screen: their names, and the page where the publisher offers them."""

from __future__ import annotations

from django.utils.translation import gettext as _

PAGES = {
    "vo_pupils": "https://duo.nl/open_onderwijsdata/databestanden/vo/leerlingen/",
    "exams": "https://onderwijsdata.duo.nl/",
    "vo_addresses": "https://onderwijsdata.duo.nl/dataset/adressen_vo",
    "po_addresses": "https://onderwijsdata.duo.nl/dataset/adressen_bo",
}
"""Where the publisher offers the table today; older editions may have left those pages."""


def table_name(table: str) -> str:
    """What a publisher table is called on screen."""
    return {
        "vo_pupils": _("DUO: leerlingen in het voortgezet onderwijs per vestiging"),
        "exams": _("DUO: examenkandidaten en geslaagden"),
        "vo_addresses": _("DUO: adressen van vestigingen in het voortgezet onderwijs"),
        "po_addresses": _("DUO: adressen van vestigingen in het basisonderwijs"),
        "postcodes": _("Postcodes en gemeenten"),
        "borders": _("Gemeentegrenzen"),
    }.get(table, table)
