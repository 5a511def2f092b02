"""CBS (through a package's tables), the municipality and COROP area of every locality (woonplaats)."""

import re

from pactwerk.figures.sources.contract import Column, Contract
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.geography.delimited import Wrong, lines
from pactwerk.figures.sources.geography.keeping import Row, edition_of, keep, texts
from pactwerk.figures.sources.job import Job, Result
from pactwerk.figures.sources.layout import Layout

CONTRACT = Contract(
    table="localities",
    name_nl="CBS, woonplaatsen met gemeente en COROP-gebied (afgeleid)",
    name_en="CBS, localities with municipality and COROP area (derived)",
    reference="https://opendata.cbs.nl/#/CBS/nl/dataset/86097NED/table",
    edition=EditionKind.YEAR,
    columns=(
        Column("code", ("Woonplaatscode",)),
        Column("locality", ("Woonplaats", "Woonplaatsnaam")),
        Column("municipality", ("Gemeentecode", "Gemeentenummer")),
        Column("municipality_name", ("Gemeente", "Gemeentenaam")),
        Column("corop", ("COROP-gebiedcode", "COROP-code"), required=False),
        Column("corop_name", ("COROP-gebied",), required=False),
    ),
    signature=lambda names: "WOONPLAATSCODE" in names,
    rows=(2_300, 2_700),
    key=("code", "[0-9]{1,4}|WP[0-9]{4}"),
    family="register",
    publisher="CBS, samengesteld door een derde",
    licence="CC-BY 4.0 (CBS)",
)
_COLUMNS = texts(("code", "locality", "municipality", "municipality_name", "corop", "corop_name", "status"))


def read(job: Job, layout: Layout) -> Result:
    """Read the register. Raises Refused."""
    found = lines(job, layout, _row)
    found.refuse_doubles("code")
    return keep(job, CONTRACT, _COLUMNS, found, edition_of(job, CONTRACT))


def _row(cells: dict[str, str]) -> Row | Wrong:
    municipality = cells["municipality"].upper().removeprefix("GM")
    corop = cells.get("corop", "").upper().removeprefix("CR")
    if not re.fullmatch(r"[0-9]{1,4}", municipality):
        return "municipality", cells["municipality"]
    if not cells["locality"]:
        return "locality", ""
    if corop and not re.fullmatch(r"[0-9]{1,2}", corop):
        return "corop", cells["corop"]
    return {
        **cells,
        "code": f"WP{cells['code'].upper().removeprefix('WP').zfill(4)}",
        "municipality": f"GM{municipality.zfill(4)}",
        "corop": f"CR{corop.zfill(2)}" if corop else None,
        "status": "afgeleid",
    }
