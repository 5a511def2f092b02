"""Schools with the coordinates of their address (Edugis: DUO joined to BAG), to check registers with. Derived."""

import re
from typing import Any

from pactwerk.basis.places import municipality_by_name, province_by_name
from pactwerk.figures.sources.contract import Column, Contract
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.geography.degrees import LATITUDE, LONGITUDE, degree
from pactwerk.figures.sources.geography.features import list_of, part, point, word
from pactwerk.figures.sources.geography.keeping import Found, Row, edition_of, keep, texts
from pactwerk.figures.sources.job import Job, Result
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.texts import Text

CONTRACT = Contract(
    table="school_points",
    name_nl="Scholen met coördinaten (Edugis, afgeleid van DUO en BAG)",
    name_en="Schools with coordinates (Edugis, derived from DUO and BAG)",
    reference="https://github.com/edugis-repo/data-nl-scholen",
    edition=EditionKind.REGISTER_DATE,
    columns=tuple(Column(key, (key,)) for key in ("brin_nummer", "vestigingsnummer", "postcode", "gemeente")),
    signature=None,
    rows=(6_000, 11_000),
    family="register",
    publisher="Edugis, uit DUO en BAG",
    licence="niet vermeld",
)
_TEXTS = ("location", "brin", "name", "kind", "postcode4", "municipality", "province", "status")
_COLUMNS = {**texts(_TEXTS), "latitude": "DOUBLE", "longitude": "DOUBLE", "pupils": "INTEGER"}


def recognised(text: str) -> bool:
    """Whether the text is a GeoJSON collection of schools."""
    start = text[:20_000]
    return '"FeatureCollection"' in start and '"brin_nummer"' in start


def read(job: Job) -> Result:
    """Read the schools; `row` is the number of the feature, from 1. One without a BRIN or point is listed."""
    found = Found()
    for number, feature in enumerate(list_of(job.text, "features"), 1):
        made = _row(part(feature, "properties"), part(feature, "geometry"))
        if isinstance(made, Text):
            found.strays.append(RowProblem(number, "", made))
        else:
            found.rows.append({**made, "row": number})
    return keep(job, CONTRACT, _COLUMNS, found, edition_of(job, CONTRACT))


def _row(school: dict[str, Any], geometry: dict[str, Any]) -> Row | Text:
    location = (word(school, "vestigingsnummer") or word(school, "vestigingscode")).upper()
    if not re.fullmatch(r"[0-9]{2}[A-Z]{2}[0-9A-Z]{2}", location):
        return Text(f"'{location}' is geen vestiging", f"'{location}' is no location")
    eastern, northern = point(geometry)
    latitude, longitude = degree(northern, LATITUDE), degree(eastern, LONGITUDE)
    if latitude is None or longitude is None:
        return Text(f"{location} heeft geen punt in graden", f"{location} has no point in degrees")
    province = province_by_name(word(school, "provincie"))
    pupils = word(school, "leerlingen")
    return {
        "location": location,
        "brin": location[:4],
        "name": word(school, "naam"),
        "kind": word(school, "type"),
        "postcode4": found[0] if (found := re.match(r"[1-9][0-9]{3}", word(school, "postcode"))) else None,
        "municipality": municipality_by_name(word(school, "gemeente"), province),
        "province": province,
        "latitude": latitude,
        "longitude": longitude,
        "pupils": int(pupils) if re.fullmatch(r"[0-9]{1,6}", pupils) else None,
        "status": "afgeleid",
    }
