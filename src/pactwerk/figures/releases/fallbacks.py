"""Where a location lies that no address file knows: by DUO's register of locations, else by the school it went over to.

The register knows the postcode of every location that ever was. Where it does not know one either, a single whole
succession leads to another location; a division is never followed, and what was found by a succession is marked.
"""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pactwerk.figures.releases.engine import Connection, parquet_list
from pactwerk.figures.releases.schools_over_time import SchoolGraph, graph_of

if TYPE_CHECKING:
    from pactwerk.figures.releases.placing import Staged

Fallback = tuple[str, str, str, str, str]
"""Location, municipality, postcode, file, and by which way: `register`, `successor` or `predecessor`."""

_NOWHERE = """
SELECT DISTINCT location FROM (
    SELECT location FROM vo_pupils UNION SELECT location FROM exams
    UNION SELECT coalesce(location, institution || '00') FROM spots WHERE concept <> 'home'
) WHERE location NOT IN (SELECT location FROM vo_addresses UNION SELECT location FROM po_addresses)
  AND regexp_full_match(location, '[0-9]{2}[A-Z]{2}([0-9A-Z]{2})?')
"""


def fallbacks(connection: Connection, staged: Sequence["Staged"]) -> Iterator[Fallback]:
    """The places of the locations that no address file knows, as far as the registers tell."""
    registers = [file for file in staged if file.table == "location_register"]
    if not registers:
        return
    paths = parquet_list(file.path for file in registers[-1:])
    rows = connection.execute(
        f"SELECT location, postcode4, file_id FROM read_parquet({paths}) WHERE postcode4 IS NOT NULL"
    ).fetchall()
    known = {location: (postcode, file_id) for location, postcode, file_id in rows}
    towns = dict(
        connection.execute("SELECT postcode4, max_by(municipality, year) FROM postcodes GROUP BY 1").fetchall()
    )
    graph = graph_of(connection, [file.path for file in staged if file.table == "successions"])
    for (location,) in sorted(connection.execute(_NOWHERE).fetchall()):
        for other, how in _candidates(location, graph):
            postcode, file_id = known.get(other, ("", ""))
            if postcode in towns:
                yield location, towns[postcode], postcode, file_id, how
                break


def _candidates(location: str, graph: SchoolGraph) -> Iterator[tuple[str, str]]:
    """The location itself (an institution is its main location), then where it went, then where it came from."""
    yield location if len(location) == 6 else f"{location}00", "register"
    for how, other in (
        ("successor", graph.only_successor(location)),
        ("predecessor", graph.only_predecessor(location)),
    ):
        if other is not None:
            yield other if len(other) == 6 else f"{other}00", how
