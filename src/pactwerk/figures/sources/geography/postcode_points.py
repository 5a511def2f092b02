"""Where a four-digit postcode lies: points computed by third parties, with or without the names of places."""

from pactwerk.figures.sources.contract import Column, Contract
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.geography.degrees import LATITUDE, LONGITUDE, degree
from pactwerk.figures.sources.geography.delimited import Wrong, lines
from pactwerk.figures.sources.geography.keeping import Row, edition_of, keep, texts
from pactwerk.figures.sources.job import Job, Result
from pactwerk.figures.sources.layout import Layout

_SPELLINGS = ({"POSTCODE", "PC4", "POSTCODE4"}, {"LAT", "LATITUDE"}, {"LON", "LONGITUDE", "LNG"})

CONTRACT = Contract(
    table="postcode_points",
    name_nl="Ligging van viercijferige postcodes (afgeleid)",
    name_en="Points of four-digit postcodes (derived)",
    reference="https://github.com/bobdenotter/4pp",
    edition=EditionKind.YEAR,
    columns=(
        Column("postcode4", ("POSTCODE", "PC4", "POSTCODE4")),
        Column("latitude", ("LAT", "LATITUDE")),
        Column("longitude", ("LON", "LONGITUDE", "LNG")),
        Column("locality", ("woonplaats",), required=False),
        Column("municipality_name", ("gemeente",), required=False),
        Column("province_name", ("provincie",), required=False),
        Column("kind", ("soort",), required=False),
        Column("id", ("id",), required=False, read=False),
        Column("other_names", ("alternatieve_schrijfwijzen",), required=False, read=False),
        Column("dialling", ("netnummer",), required=False, read=False),
    ),
    signature=lambda names: sum(bool(names & spellings) for spellings in _SPELLINGS) >= 2,
    rows=(3_900, 5_200),
    key=("postcode4", "[1-9][0-9]{3}"),
    family="register",
    publisher="derden",
    licence="MIT (4pp); anders niet vermeld",
)
_NAMES = ("locality", "municipality_name", "province_name", "kind")
_COLUMNS = {**texts(("postcode4", *_NAMES, "status")), "latitude": "DOUBLE", "longitude": "DOUBLE"}


def read(job: Job, layout: Layout) -> Result:
    """Read the points; a file with the names of places is another part than one without. Raises Refused."""
    found = lines(job, layout, _row)
    found.refuse_doubles("postcode4")
    found.part = "plaatsnamen" if "locality" in layout.positions else "ligging"
    return keep(job, CONTRACT, _COLUMNS, found, edition_of(job, CONTRACT))


def _row(cells: dict[str, str]) -> Row | Wrong:
    latitude, longitude = degree(cells["latitude"], LATITUDE), degree(cells["longitude"], LONGITUDE)
    if not cells["postcode4"].isascii() or not cells["postcode4"].isdigit() or len(cells["postcode4"]) != 4:
        return "postcode4", cells["postcode4"]
    if latitude is None:
        return "latitude", cells["latitude"]
    if longitude is None:
        return "longitude", cells["longitude"]
    return {**cells, "latitude": latitude, "longitude": longitude, "status": "afgeleid"}
