"""Tables that come in parts: an area of which a part is missing has no total, and a note says which file is missing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pactwerk.basis import places
from pactwerk.figures.releases.covering import uncovered
from pactwerk.figures.releases.engine import Connection
from pactwerk.figures.releases.origin import Origin
from pactwerk.figures.texts import Text

_INVENTED = "GM99"

Gaps = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Table -> period -> codes of municipalities."""


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


def gaps(connection: Connection, origins: Sequence[Origin], tables: Iterable[str]) -> Gaps:
    """Per table and period the municipalities of that year that it says nothing of, where it is one of municipalities.

    Either their file is missing, or a table of where people live has no row about them: such a table was cut off.
    """
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for table in tables:
        of_files, of_rows = missing(origins, table), uncovered(connection, table)
        codes = {
            period: tuple(sorted(of_files.get(period, frozenset()) | of_rows.get(period, frozenset())))
            for period in sorted({*of_files, *of_rows})
        }
        found[table] = {period: listed for period, listed in codes.items() if listed}
    return {table: periods for table, periods in found.items() if periods}


def incomplete(connection: Connection, lacking: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, int]]:
    """Period and extent for every extent that some area, whole or in part, needs a missing municipality for."""
    if not lacking:
        return
    members = _members(connection)
    provinces = {entry.code: entry.province for entry in places.municipalities()}
    names = connection.execute("SELECT area, borders, municipality, province, extent FROM extents").fetchall()
    for period, listed in lacking.items():
        codes = set(listed)
        short = {key: {provinces.get(code, "") for code in held & codes} for key, held in members.items()}
        for area, borders, municipality, province, extent in names:
            within = short.get((area, borders), set())
            if municipality in codes if municipality else province in within if province else within:
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


def gap_notes(found: Mapping[str, Sequence[str]], table: str, area: str, period: str) -> Iterator[Text]:
    """Which municipalities an area misses, per asked period."""
    for name, codes in sorted(found.items()):
        lacking = sorted(places.municipality(code).name for code in required(area) & set(codes))
        if lacking and period in ("all", name):
            listed = ", ".join(lacking[:5]) + (", …" if len(lacking) > 5 else "")
            yield Text(
                f"{name}: van {len(lacking)} gemeenten van dit gebied ontbreken de gegevens ({table}: {listed}); een"
                " gebied waar zo'n gemeente in ligt heeft geen totaal.",
                f"{name}: of {len(lacking)} municipalities of this area the data are missing ({table}: {listed}); an"
                " area that holds such a municipality has no total.",
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
