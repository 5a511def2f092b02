"""Tables that come in parts: an area of which a part is missing has no total, and a note says which file is missing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

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


INCOMPLETE = """
WITH members AS (
    SELECT DISTINCT m.area, m.borders, s.municipality AS code FROM membership m
    JOIN signatures s USING (signature, borders) WHERE s.municipality IS NOT NULL
    UNION SELECT DISTINCT e.area, e.borders, r.code FROM extents e JOIN required r USING (area)
), short AS (
    SELECT DISTINCT m.area, m.borders, l.period, l.province FROM members m JOIN lacking l USING (code)
)
SELECT l.period, e.extent FROM extents e JOIN lacking l ON e.municipality = l.code
UNION SELECT s.period, e.extent FROM extents e JOIN short s USING (area, borders)
WHERE e.municipality = '' AND e.province IN ('', s.province)
"""
"""Period and extent for every extent that some area, whole or in part, needs a missing municipality for: one of its
rule, or one that some loaded row of it lies in."""


def lacking_tables(lacking: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[dict[str, str], list[tuple[str, ...]]]]:
    """What that query reads, as columns and rows: the municipalities without data per period, and those of areas."""
    provinces = {
        entry.code: entry.province for entry in (*places.municipalities(), *places.municipalities(example=True))
    }
    rows: list[tuple[str, ...]] = [
        (period, code, provinces.get(code, "")) for period, codes in lacking.items() for code in codes
    ]
    areas = [found.code for found in places.areas() if not found.code.startswith("GM") and rows]
    needed: list[tuple[str, ...]] = [(area, code) for area in areas for code in sorted(required(area))]
    return {
        "lacking": (dict.fromkeys(("period", "code", "province"), "string"), rows),
        "required": (dict.fromkeys(("area", "code"), "string"), needed),
    }


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
            called = table_called(table)
            listed = ", ".join(lacking[:5]) + (", …" if len(lacking) > 5 else "")
            yield Text(
                f"{name}: van {len(lacking)} gemeenten van dit gebied ontbreken de gegevens ({called}: {listed});"
                " een gebied waar zo'n gemeente in ligt heeft geen totaal.",
                f"{name}: of {len(lacking)} municipalities of this area the data are missing ({called.en}: {listed});"
                " an area that holds such a municipality has no total.",
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
            called = table_called(table)
            listed = ", ".join(lacking)
            yield Text(
                f"{name}: het deel {listed} van '{called}' is niet geladen; een cijfer dat het nodig heeft is er niet.",
                f"{name}: the part {listed} of '{called.en}' is not loaded; there is no figure that needs it.",
            )


@cache
def table_called(table: str) -> Text:
    """A table by the name in its contract: readers do not know ours."""
    from pactwerk.figures.sources import TABLES  # the readers are not imported to show a figure

    contract = TABLES.get(table)
    return Text(contract.name_nl, contract.name_en) if contract else Text(table, table)
