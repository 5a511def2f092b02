"""Tables of one row per municipality: where the file lacks municipalities, an area that holds them has no total."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from collections import defaultdict
from collections.abc import Mapping

from pactwerk.basis import places
from pactwerk.figures.releases.engine import Connection, literal

_INVENTED = "GM99"


def uncovered(connection: Connection, table: str) -> Mapping[str, frozenset[str]]:
    """Per period the municipalities of that year that no row is about; nothing for tables with rows of another kind.

    A municipality with noughts only is not stored and would count as lacking; none has no inhabitants or pupils.
    """
    rows = connection.execute(
        "SELECT DISTINCT period, municipality FROM tidy WHERE concept = 'home' AND municipality IS NOT NULL"
        f" AND location IS NULL AND postcode4 IS NULL AND area IS NULL AND source_table = {literal(table)}"
    ).fetchall()
    seen: dict[str, set[str]] = defaultdict(set)
    for period, code in rows:
        seen[period].add(code)
    return {period: _existing(period, codes) - codes for period, codes in seen.items()}


def _existing(period: str, codes: set[str]) -> frozenset[str]:
    if all(code.startswith(_INVENTED) for code in codes):
        return frozenset(entry.code for entry in places.municipalities(example=True))
    return frozenset(entry.code for entry in places.municipalities(int(period[:4])))
