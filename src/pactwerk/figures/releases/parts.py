"""Tables that come in parts: an area of which a part is missing has no total, and a note says which file is missing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pactwerk.basis import places
from pactwerk.figures.releases.engine import Connection
from pactwerk.figures.releases.origin import Origin
from pactwerk.figures.texts import Text

_INVENTED = "GM99"


def by_municipality(origins: Iterable[Origin], table: str) -> Mapping[str, frozenset[str]]:
    """Per period of a table that comes in one file per municipality the files that are there, else nothing."""
    found: dict[str, set[str]] = defaultdict(set)
    for origin in origins:
        if origin.table == table and origin.part.startswith("GM") and not origin.superseded:
            found[origin.period].add(origin.part)
    return {period: frozenset(parts) for period, parts in found.items()}


def missing(origins: Iterable[Origin], table: str) -> Mapping[str, frozenset[str]]:
    """Per period the municipalities of that year of which there is no file."""
    return {period: _existing(period, parts) - parts for period, parts in by_municipality(list(origins), table).items()}


def _existing(period: str, parts: Iterable[str]) -> frozenset[str]:
    invented = all(part.startswith(_INVENTED) for part in parts)
    known = places.municipalities(example=True) if invented else places.municipalities(int(period[:4]))
    return frozenset(entry.code for entry in known)


def incomplete(connection: Connection, origins: Iterable[Origin], table: str) -> Iterator[tuple[str, int]]:
    """Period and extent for every extent that some area, whole or in part, needs missing files for."""
    absent = {period: codes for period, codes in missing(origins, table).items() if codes}
    if not absent:
        return
    members = _members(connection)
    provinces = {entry.code: entry.province for entry in places.municipalities()}
    names = connection.execute("SELECT area, borders, municipality, province, extent FROM extents").fetchall()
    for period, codes in absent.items():
        short = {key: {provinces.get(code, "") for code in held & codes} for key, held in members.items()}
        for area, borders, municipality, province, extent in names:
            lacking = short.get((area, borders), set())
            if municipality in codes if municipality else province in lacking if province else lacking:
                yield period, extent


def _members(connection: Connection) -> dict[tuple[str, str], set[str]]:
    """The municipalities of every area, per borders: those of its rule, and those that some loaded row lies in."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for area, borders, code in connection.execute(
        "SELECT DISTINCT m.area, m.borders, s.municipality FROM membership m"
        " JOIN signatures s USING (signature, borders) WHERE s.municipality IS NOT NULL"
    ).fetchall():
        found[area, borders].add(code)
    for (area, _), codes in found.items():
        codes.update(required(area))
    return found


def required(area: str) -> frozenset[str]:
    """The municipalities that an area consists of by its rule, whatever is loaded; none where only files tell it."""
    rule = places.members(area)
    if rule.kind is places.MembershipKind.EVERYTHING:
        return frozenset(entry.code for entry in places.municipalities())
    ours = (entry for entry in places.municipalities() if entry.province in rule.provinces)
    return frozenset((*rule.municipalities, *(entry.code for entry in ours)))


def part_notes(origins: Iterable[Origin], table: str, area: str, period: str) -> Iterator[Text]:
    """Which municipalities' files an area misses, per asked period."""
    for name, codes in sorted(missing(origins, table).items()):
        lacking = sorted(places.municipality(code).name for code in codes & required(area))
        if lacking and period in ("all", name):
            listed = ", ".join(lacking[:5]) + (", …" if len(lacking) > 5 else "")
            yield Text(
                f"{name}: van {len(lacking)} gemeenten ontbreekt het bestand ({table}: {listed}); een gebied waar zo'n"
                " gemeente in ligt heeft geen totaal.",
                f"{name}: of {len(lacking)} municipalities the file is missing ({table}: {listed}); an area that holds"
                " such a municipality has no total.",
            )


def needed_notes(
    origins: Iterable[Origin], table: str, parts: Iterable[str], period: str, periods: Iterable[str]
) -> Iterator[Text]:
    """Which fixed parts (hbo, wo) of a table are missing in the asked periods."""
    loaded: dict[str, set[str]] = defaultdict(set)
    for origin in origins:
        if origin.table == table:
            loaded[origin.period].add(origin.part)
    for name in periods:
        lacking = sorted(set(parts) - loaded[name])
        if lacking and period in ("all", name):
            listed = ", ".join(lacking)
            yield Text(
                f"{name}: het bestand {listed} van {table} is niet geladen; daarom is er geen cijfer.",
                f"{name}: the file {listed} of {table} is not loaded; so there is no figure.",
            )
