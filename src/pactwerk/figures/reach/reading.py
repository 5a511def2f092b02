"""Reads homes, groups and points out of a release's own tables."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy

from pactwerk.figures.indicators.counting import VMBO_TRACKS
from pactwerk.figures.reach.distance import points
from pactwerk.figures.reach.ground import AGES, PRIMARY, Group, Home, Homes, Location
from pactwerk.figures.releases.engine import Connection, glance, literal, parquet_list
from pactwerk.figures.releases.release import Release
from pactwerk.figures.texts import Text

Pair = tuple[float | None, float | None]

_PLACE_TABLES = ("postcode_points", "school_points", "vo_addresses")

_NEEDED = {
    "po_pupils": Text(
        "Laad de leerlingen po per gemeente, postcode leerling en leeftijd (DUO, 03. Leerlingen po).",
        "Load the pupils in primary education per municipality, home postcode and age (DUO, 03. Leerlingen po).",
    ),
    "vo_pupils": Text(
        "Laad de leerlingen vo per vestiging naar onderwijstype (DUO, 01. Leerlingen vo).",
        "Load the pupils in secondary education per location by type of education (DUO, 01. Leerlingen vo).",
    ),
    "postcode_points": Text(
        "Laad een bestand met de ligging van viercijferige postcodes (kolommen POSTCODE, LAT en LON).",
        "Load a file with the points of four-digit postcodes (columns POSTCODE, LAT and LON).",
    ),
}


def missing(release: Release, homes: Homes | None) -> tuple[Text, ...]:
    """What has to be loaded before reach can be told, as sentences."""
    there = {kept.table for kept in release.manifest.files}
    there -= set() if homes else {"po_pupils"}
    return tuple(text for table, text in _NEEDED.items() if table not in there)


def files(release: Release) -> Mapping[str, tuple[str, ...]]:
    """The ids of the files that count, by what they tell."""
    found: dict[str, tuple[str, ...]] = {}
    for origin in release.manifest.origins:
        if origin.table == "vo_pupils" and not origin.superseded:
            key = f"pupils {origin.period}"
            found[key] = (*found.get(key, ()), origin.file_id)
    return {**found, "places": tuple(name for table in _PLACE_TABLES for name in _ids(release, table))}


def _ids(release: Release, table: str) -> tuple[str, ...]:
    """The files of a register, the newest edition first; of one edition the one with the fewest columns first."""
    kept = [file for file in release.manifest.files if file.table == table]
    kept.sort(key=lambda file: (file.part != "plaatsnamen", file.edition), reverse=True)
    return tuple(file.file_id for file in kept)


def _paths(release: Release, table: str, ids: Sequence[str]) -> list[Path]:
    return [release.folder / "inside" / table / f"{name}.parquet" for name in dict.fromkeys(ids)]


def _counted(release: Release, table: str) -> dict[str, list[str]]:
    """Per period of a table the files that count."""
    found: dict[str, list[str]] = {}
    for origin in release.manifest.origins:
        if origin.table == table and not origin.superseded:
            found.setdefault(origin.period, []).append(origin.file_id)
    return found


def _places(release: Release) -> str:
    return literal(str(release.folder / "inside" / "facts" / "places.parquet"))


def homes(release: Release) -> Homes | None:
    """The homes of the newest school year of pupils in primary education; None when there is none."""
    counted = _counted(release, "po_pupils")
    if not counted:
        return None
    period = max(counted)
    connection = glance()
    rows = connection.execute(
        "SELECT postcode4, municipality, age, sum(low), sum(high), list(DISTINCT file_id)"
        f" FROM read_parquet({parquet_list(_paths(release, 'po_pupils', counted[period]))})"
        f" WHERE period = {literal(period)} AND measure = 'pupils' AND list_contains({list(PRIMARY)!r}, level::VARCHAR)"
        f" AND list_contains({list(AGES)!r}, age::VARCHAR) GROUP BY ALL"
    ).fetchall()
    places = signatures(connection, release, "po_pupils", period)
    keys = sorted({row[:2] for row in rows}, key=lambda key: (key[0] or "", key[1] or ""))
    number = {key: place for place, key in enumerate(keys)}
    low = {age: numpy.zeros(len(keys)) for age in AGES}
    high = {age: numpy.zeros(len(keys)) for age in AGES}
    told: list[set[str]] = [set() for _ in keys]
    for postcode, municipality, age, least, most, ids in rows:
        place = number[postcode, municipality]
        low[age][place], high[age][place] = least, most
        told[place] |= set(ids)
    found = [
        Home(postcode, municipality, places.get((postcode, municipality)), tuple(sorted(ids)))
        for (postcode, municipality), ids in zip(keys, told, strict=True)
    ]
    where = postcode_points(connection, release)
    pairs = [where.get(home.postcode4 or "", (None, None)) for home in found]
    parts = {origin.part for origin in release.manifest.origins if origin.table == "po_pupils"
             and origin.period == period and not origin.superseded}  # fmt: skip
    return Homes(period, tuple(found), low, high, points(pairs), frozenset(parts if "" not in parts else ()))


def signatures(
    connection: Connection, release: Release, table: str, period: str
) -> dict[tuple[str | None, str | None], int]:
    """Of each home (postcode and municipality) which place it is; a spot of a home is `postcode|municipality|`."""
    rows = connection.execute(
        f"SELECT location, signature FROM {_places(release)} WHERE source_table = {literal(table)}"
        f" AND period = {literal(period)} AND contains(location, '|')"
    ).fetchall()
    found = {}
    for spot, signature in rows:
        postcode, municipality, *_ = spot.split("|")
        found[postcode or None, municipality or None] = signature
    return found


def postcode_points(connection: Connection, release: Release) -> dict[str, tuple[float, float]]:
    """Where each postcode lies: by the file of points alone, else by one with names (there never by a post-box)."""
    found: dict[str, tuple[float, float]] = {}
    for path in _paths(release, "postcode_points", _ids(release, "postcode_points")):
        rows = connection.execute(
            f"SELECT postcode4, latitude, longitude FROM read_parquet({literal(str(path))})"
            " WHERE coalesce(kind, '') <> 'Postbus'"
        ).fetchall()
        for postcode, latitude, longitude in rows:
            found.setdefault(postcode, (latitude, longitude))
    return found


def groups(release: Release) -> tuple[Group, ...]:
    """Third-years and fourth-years of vmbo-bb, -kb and -gl per location, profile and track, of every school year."""
    counted = _counted(release, "vo_pupils")
    if not counted:
        return ()
    every = [name for names in counted.values() for name in names]
    wanted = " OR ".join(
        f"(period = {literal(period)} AND file_id = {literal(name)})" for period, ids in counted.items() for name in ids
    )
    rows = glance().execute(
        "SELECT location::VARCHAR, profile, track, grade, period::VARCHAR, sum(low)::INT, sum(high)::INT"
        f" FROM read_parquet({parquet_list(_paths(release, 'vo_pupils', every))}) WHERE ({wanted})"
        f" AND profile IS NOT NULL AND grade IN (3, 4) AND list_contains({list(VMBO_TRACKS)!r}, track)"
        " GROUP BY 1, 2, 3, 4, 5 HAVING sum(low) > 0"
    )
    return tuple(sorted(Group(*row) for row in rows.fetchall()))


def locations(release: Release, offered: Sequence[Group]) -> tuple[list[Location], list[Pair]]:
    """The locations with their names and points: of the address where a register gives it, else of the postcode."""
    connection = glance()
    codes = sorted({group.location for group in offered})
    moment = max((group.period for group in offered), default="")[:4]
    names, postcodes = _addresses(connection, release)
    closed = _closed(connection, release)
    address = _school_points(connection, release, moment)
    middle = postcode_points(connection, release)
    towns = _towns(connection, release)
    found: list[Location] = []
    pairs: list[Pair] = []
    for code in codes:
        where, how = address.get(code), "address"
        if where is None:
            where, how = middle.get(postcodes.get(code, "")), "postcode"
        municipality, signature = towns.get(code, (None, None))
        found.append(
            Location(code, names.get(code, code), municipality, signature, how if where else "", closed.get(code, ""))
        )
        pairs.append(where or (None, None))
    return found, pairs


def _addresses(connection: Connection, release: Release) -> tuple[dict[str, str], dict[str, str]]:
    """Names and postcodes of locations: of the register first, over it those of the newest address file."""
    names: dict[str, str] = {}
    postcodes: dict[str, str] = {}
    ids = {table: _ids(release, table) for table in ("location_register", "vo_addresses")}
    for table, listed in ids.items():
        for path in reversed(_paths(release, table, listed)):
            query = f"SELECT location::VARCHAR, name, postcode4 FROM read_parquet({literal(str(path))})"
            for code, name, postcode in connection.execute(query).fetchall():
                names[code] = name or names.get(code, code)
                if postcode:
                    postcodes[code] = postcode
    return names, postcodes


def _closed(connection: Connection, release: Release) -> dict[str, str]:
    paths = _paths(release, "location_register", _ids(release, "location_register")[:1])
    if not paths:
        return {}
    query = f"SELECT location, closed FROM read_parquet({parquet_list(paths)}) WHERE coalesce(closed, '') <> ''"
    return {code: str(day) for code, day in connection.execute(query).fetchall()}


def _school_points(connection: Connection, release: Release, moment: str) -> dict[str, tuple[float, float]]:
    """The points of addresses, of the edition nearest in time to the newest school year first: a school may move."""
    editions = {kept.file_id: kept.edition[:4] for kept in release.manifest.files if kept.table == "school_points"}

    def away(name: str) -> int:
        known = editions[name].isdigit() and moment.isdigit()
        return abs(int(editions[name]) - int(moment)) if known else 9999

    found: dict[str, tuple[float, float]] = {}
    for path in _paths(release, "school_points", sorted(_ids(release, "school_points"), key=away)):
        query = f"SELECT location, latitude, longitude FROM read_parquet({literal(str(path))}) ORDER BY row"
        for code, latitude, longitude in connection.execute(query).fetchall():
            found.setdefault(code, (latitude, longitude))
    return found


def _towns(connection: Connection, release: Release) -> dict[str, tuple[str | None, int | None]]:
    """Of each location its municipality and place in the newest school year that knows it."""
    query = (
        f"SELECT location, municipality, signature FROM {_places(release)} WHERE source_table = 'vo_pupils'"
        " ORDER BY period"
    )
    return {code: (town, signature) for code, town, signature in connection.execute(query).fetchall()}
