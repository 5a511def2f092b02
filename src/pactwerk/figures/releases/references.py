"""The reference tables of a release besides those about places: how things are counted, and what is loaded."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pactwerk.basis import places
from pactwerk.figures.indicators import reference_tables
from pactwerk.figures.indicators.measures import STUDIES
from pactwerk.figures.indicators.schemas import SCHEMAS
from pactwerk.figures.releases.engine import Connection, fill
from pactwerk.figures.releases.origin import Origin
from pactwerk.figures.releases.origins import sources
from pactwerk.figures.releases.parts import missing

TABLES = ("subsets", "measures", "origins", "tidy_studies", "tidy_subsets", "available", "area_extents")
"""What `fill_all` and `fill_areas` make."""


def fill_all(connection: Connection, origins: Sequence[Origin]) -> None:
    """Make the tables that say how facts are counted, and from which files."""
    fill(connection, "subsets", SCHEMAS["subsets"], reference_tables.subsets())
    fill(connection, "measures", SCHEMAS["measures"], reference_tables.measures())
    fill(connection, "origins", SCHEMAS["origins"], sources(origins))
    fill(connection, "tidy_studies", SCHEMAS["tidy_studies"], reference_tables.studies())
    fill(connection, "tidy_subsets", SCHEMAS["tidy_subsets"], reference_tables.tidy_subsets())
    fill(connection, "available", SCHEMAS["available"], available(origins))


def available(origins: Sequence[Origin]) -> Iterator[tuple[str, str]]:
    """Every study with the periods in which it holds and has all the parts it needs.

    Of a table in one file per municipality of the schools, the homes of pupils are known only when all files are there.
    """
    parts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for origin in origins:
        parts[origin.table, origin.period].add(origin.part)
    absent = {(table, period): codes for table, period in parts for codes in [missing(origins, table).get(period)]}
    for study in STUDIES:
        for (table, period), loaded in parts.items():
            holds = (study.valid_from or "") <= period <= (study.valid_to or "9999")
            whole = study.place == "school" or not absent.get((table, period))
            if table == study.table and holds and whole and loaded >= set(study.needs_parts):
                yield study.name, period


def fill_areas(connection: Connection) -> None:
    """Handles for areas of which a publisher says something itself: extents below zero, which hold no location."""
    rows = connection.execute("SELECT DISTINCT area FROM tidy WHERE area IS NOT NULL ORDER BY 1").fetchall()
    handles = {area: -number for number, (area,) in enumerate(rows, 1)}
    fill(connection, "area_extents", SCHEMAS["area_extents"], handles.items())


def name_areas(connection: Connection) -> None:
    """Give those handles their areas, and their place as a province within the areas that hold it."""
    handles = dict(connection.execute("SELECT area, extent FROM area_extents").fetchall())
    if not handles:
        return
    rows = [(area, "", handle) for area, handle in handles.items()]
    for found in places.areas():
        if found.composition_known and not found.code.startswith(("GM", "PV")):
            rows += [(found.code, code, handles[code]) for code in _provinces(found.code) if code in handles]
    fill(connection, "named_areas", {"area": "string", "province": "string", "extent": "int32"}, rows)
    connection.execute(
        "INSERT INTO extents BY NAME SELECT area, province, extent, '' AS municipality, '' AS borders, '' AS since,"
        " '' AS until, 0 AS parts FROM named_areas"
    )


def _provinces(code: str) -> tuple[str, ...]:
    held = places.members(code)
    if held.kind is places.MembershipKind.EVERYTHING:
        return tuple(f"PV{number}" for number in range(20, 32))
    return held.provinces


def fill_editions(connection: Connection, origins: Iterable[Origin]) -> None:
    """Per table and period the publication edition that was counted, and since when it is known.

    Of a period in several parts it is the edition of the part that was replaced since.
    """
    chosen: dict[tuple[str, str], Origin] = {}
    for origin in origins:
        key = origin.table, origin.period
        if key not in chosen or chosen[key].superseded < origin.superseded:
            chosen[key] = origin
    rows = [(table, period, one.edition, one.known_at) for (table, period), one in chosen.items()]
    columns = dict.fromkeys(("source_table", "period", "publication_edition", "known_at"), "string")
    fill(connection, "editions", columns, rows)
