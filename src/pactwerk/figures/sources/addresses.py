"""What the two address tables of DUO (secondary and primary education) share."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from pactwerk.basis.identifiers import InvalidIdentifier, gm_code
from pactwerk.basis.places import province_by_name
from pactwerk.figures.sources import engine
from pactwerk.figures.sources.bands import band_warnings
from pactwerk.figures.sources.codes import coded
from pactwerk.figures.sources.contract import SCHOOL, Column
from pactwerk.figures.sources.delimited import fill, refuse_doubles
from pactwerk.figures.sources.editions import decide_edition
from pactwerk.figures.sources.job import Job, Result, hashed, last_line
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.locations import BRIN, LOCATION
from pactwerk.figures.sources.municipality_codes import unknown_municipalities
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.staging import Select, text_of
from pactwerk.figures.texts import Text

# Personal or not needed: known, so that they are no surprise, and never read.
_LEFT_ALONE = (
    "TELEFOONNUMMER", "INTERNETADRES", "EMAIL", "E-MAIL", "EMAILADRES", "E-MAILADRES", "FAXNUMMER", "STRAATNAAM",
    "HUISNUMMER-TOEVOEGING", "STRAATNAAM CORRESPONDENTIEADRES", "HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES",
    "POSTCODE CORRESPONDENTIEADRES", "PLAATSNAAM CORRESPONDENTIEADRES", "DENOMINATIE", "NODAAL GEBIED CODE",
    "NODAAL GEBIED NAAM", "RPA-GEBIED CODE", "WGR-GEBIED CODE", "COROPGEBIED CODE", "ONDERWIJSGEBIED CODE",
    "ONDERWIJSGEBIED NAAM", "RMC-REGIO CODE", "INSTELLINGSNAAM", "BEVOEGD GEZAG NAAM", "SWV NUMMER", "SWV NAAM",
)  # fmt: skip

COLUMNS = (
    *SCHOOL,
    Column("board", ("BEVOEGD GEZAG NUMMER", "BEVOEGD GEZAG CODE")),
    Column("name", ("VESTIGINGSNAAM", "INSTELLINGSNAAM VESTIGING")),
    Column("town", ("PLAATSNAAM", "PLAATSNAAM VESTIGING")),
    Column("postcode", ("POSTCODE", "POSTCODE VESTIGING")),
    Column("municipality", ("GEMEENTENUMMER", "GEMEENTECODE")),
    Column("municipality_name", ("GEMEENTENAAM",)),
    Column("province", ("PROVINCIE",)),
    Column("rpa", ("RPA-GEBIED NAAM",), required=False),
    Column("wgr", ("WGR-GEBIED NAAM",), required=False),
    Column("corop", ("COROPGEBIED NAAM", "COROP-GEBIED NAAM"), required=False),
    Column("rmc", ("RMC-REGIO NAAM",), required=False),
    *(Column(name, (name,), required=False, read=False) for name in _LEFT_ALONE),
)
_PLAIN = ("board", "name", "town", "municipality_name", "structure", "rpa", "wgr", "corop", "rmc")
_WRITTEN = ("file_id", "row", "register_date", "location", "brin", "board", "name", "town", "postcode4",
            "municipality", "province", "structure", "rpa", "wgr", "corop", "rmc")  # fmt: skip
_NEEDED = {"VESTIGINGSNAAM", "VESTIGINGSNUMMER", "VESTIGINGSCODE", "INSTELLINGSNAAMVESTIGING"}
_POSTCODE = "[1-9][0-9]{3} ?([A-Z]{2})?"


def looks_like_addresses(names: frozenset[str]) -> bool:
    """Whether a header is an address file of locations: street, postcode and municipality of a location."""
    base = {"STRAATNAAM", "POSTCODE", "GEMEENTENUMMER", "GEMEENTENAAM", "PLAATSNAAM", "PROVINCIE", "BEVOEGDGEZAGNUMMER"}
    return bool(names & _NEEDED) and len(base - names) <= 1 and "PEILDATUM" not in names


def read(job: Job, layout: Layout) -> Result:
    """Read one copy of the register. Raises Refused."""
    contract = layout.contract
    selects = _selects(layout)
    odd = (
        f"NOT regexp_full_match(upper({text_of(layout.positions['postcode'])}), '{_POSTCODE}') "
        f"AND {text_of(layout.positions['postcode'])} <> ''"
    )
    staged = fill(job, layout, selects, odd, _postcode_problems)
    refuse_doubles(layout, LOCATION, "deze vestiging", "this location")
    period, warnings = decide_edition(job.name, contract.edition, job.edition)
    file_id = job.file_id(period)
    target = job.target(contract.table, file_id)
    provinces, unknown = coded("province", layout.header_of("province"), 1, _province)
    places, nameless = coded("municipality", layout.header_of("municipality"), 1, _municipality)
    unknown += nameless + unknown_municipalities(code for _, code in places)
    sizes = band_warnings(contract, staged.rows, (code for _, code in provinces))
    joins = (
        f"JOIN {engine.values('m', ['word', 'code'], places)} ON raw.municipality = m.word "
        f"JOIN {engine.values('p', ['word', 'code'], provinces)} ON raw.province = p.word"
    )
    observations = engine.write_parquet(_observations(layout, file_id, str(period), joins), target)
    return Result(
        contract.table, str(period), file_id, staged.rows, observations,
        hashed(contract.table, str(period), staged.rows, _checksum()), target, (str(period),), staged.strays,
        tuple(warnings + layout.told() + unknown + sizes + last_line(job.text)),
    )  # fmt: skip


def _selects(layout: Layout) -> list[Select]:
    positions = layout.positions
    selects = [(text_of(positions[key]) if key in positions else "NULL::VARCHAR", key) for key in _PLAIN]
    selects += [(text_of(positions[key]), key) for key in ("municipality", "province")]
    return [*selects, (f"upper({text_of(positions['postcode'])})", "postcode")]


def _postcode_problems(layout: Layout) -> list[RowProblem]:
    found = engine.rows(
        f"SELECT row, postcode FROM raw WHERE postcode <> '' AND NOT regexp_full_match(postcode, '{_POSTCODE}') "
        "ORDER BY row LIMIT 20"
    )
    header = layout.header_of("postcode")
    return [
        RowProblem(row, header, Text(f"'{text}' is geen postcode", f"'{text}' is no postcode")) for row, text in found
    ]


def _municipality(text: str) -> tuple[str | None] | None:
    if not text:
        return (None,)
    try:
        return (gm_code(text),)
    except InvalidIdentifier:
        return None


def _province(text: str) -> tuple[str | None] | None:
    code = province_by_name(text)
    return (code,) if code else None


def _observations(layout: Layout, file_id: str, register_date: str, joins: str) -> str:
    sources = {
        "file_id": engine.literal(file_id), "register_date": engine.literal(register_date), "municipality": "m.code",
        "province": "p.code", "postcode4": "nullif(left(raw.postcode, 4), '')",
    }  # fmt: skip
    columns = {name: f"{sources.get(name, f'raw.{name}')} AS {name}" for name in _WRITTEN}
    columns |= {"location": f"{LOCATION} AS location", "brin": f"{BRIN} AS brin"}
    written = list(columns.values())
    if layout.contract.table == "po_addresses":
        written = [text for text in written if not text.endswith("AS structure")]
    return f"SELECT {', '.join(written)} FROM raw {joins}"


def _checksum() -> int:
    """Over every column that is written: a copy with another region or structure is another content."""
    parts = f"({LOCATION}), {', '.join(_PLAIN)}, postcode, municipality, province"
    return int(engine.rows(f"SELECT sum(hash({parts})) FROM raw")[0][0])
