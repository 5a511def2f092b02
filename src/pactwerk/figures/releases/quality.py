"""What a release could not match: counted and listed, never silently dropped."""

from typing import Any

from pactwerk.figures.releases.engine import Connection, literal
from pactwerk.figures.releases.parts import table_called
from pactwerk.figures.texts import Text

_UNMATCHED = """
SELECT p.source_table, p.period, p.location, any_value(p.province) AS province,
       coalesce(sum(f.low) FILTER (WHERE f.in_total), 0)::BIGINT AS counted
FROM places p
LEFT JOIN (SELECT * FROM facts WHERE location IN ({locations})) f ON f.period = p.period AND f.location = p.location
     AND (f.population NOT IN ('vmbo-3', 'vmbo-4', 'havo-4', 'vwo-4')) = (p.source_table = 'exams')
     AND p.source_table IN ('vo_pupils', 'exams')
WHERE p.municipality IS NULL AND p.source_table <> 'po_addresses'
GROUP BY ALL ORDER BY ALL
"""

_NOWHERE = "SELECT DISTINCT location FROM places WHERE municipality IS NULL AND source_table <> 'po_addresses'"

_COVERAGE = """
SELECT source_table, period, count(*), count(*) FILTER (WHERE municipality IS NULL),
       count(DISTINCT province) FILTER (WHERE country = 'NL')
FROM places WHERE source_table <> 'po_addresses' GROUP BY ALL ORDER BY ALL
"""

_PROVINCES = 12


def match_quality(connection: Connection) -> tuple[dict[str, Any], list[Text]]:
    """Locations without a municipality, per table and period, and remarks on tables that miss provinces.

    Such locations count in NL and, where the file gives the province, there; in no municipality.
    """
    tables: list[dict[str, Any]] = []
    incomplete: dict[tuple[str, int], list[str]] = {}
    for table, period, locations, unmatched, provinces in connection.execute(_COVERAGE).fetchall():
        tables.append({"table": table, "period": period, "locations": locations, "unmatched": unmatched, "listed": []})
        if 0 < provinces < _PROVINCES:
            incomplete.setdefault((table, provinces), []).append(period)
    by_key = {(entry["table"], entry["period"]): entry for entry in tables}
    nowhere = ", ".join(literal(location) for (location,) in connection.execute(_NOWHERE).fetchall())
    unmatched_rows = connection.execute(_UNMATCHED.format(locations=nowhere)).fetchall() if nowhere else []
    for table, period, location, province, counted in unmatched_rows:
        by_key[table, period]["listed"].append([location, province, counted])
    return {"without_municipality": tables}, [_incomplete(*key, periods) for key, periods in incomplete.items()]


def _incomplete(table: str, provinces: int, periods: list[str]) -> Text:
    """One remark for all periods of a table that hold as many provinces."""
    called = table_called(table)
    when = periods[0] if len(periods) == 1 else f"{periods[0]} - {periods[-1]} ({len(periods)})"
    return Text(
        f"{called}, {when}: het bestand bevat {provinces} van de 12 provincies.",
        f"{called.en}, {when}: the file holds {provinces} of the 12 provinces.",
    )
