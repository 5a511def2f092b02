"""Codes that no reference knows, and locations that no area holds."""

from typing import Any

from pactwerk.basis.places import UnknownArea, area, municipality
from pactwerk.figures.releases.quality_report.observed import Observed, Tables
from pactwerk.figures.releases.quality_report.section import Section, columns, rows
from pactwerk.figures.releases.release import Release
from pactwerk.figures.texts import Text

_CODES = {"municipality": "gemeente", "province": "provincie", "area": "gebied"}


def unmatched(_release: Release, tables: Tables) -> Section:
    """Codes of places that we do not know, with how often they occur and where first."""
    found: list[tuple[Any, ...]] = []
    for observed in tables:
        found += [row for column in _CODES if column in observed.columns for row in _unknown(observed, column)]
    return Section(
        "unmatched_codes",
        Text("Codes die niemand kent", "Codes that nobody knows"),
        columns(
            {
                "table": ("tabel", "table"),
                "column": ("kolom", "column"),
                "value": ("waarde", "value"),
                "count": ("aantal", "count"),
                "first": ("eerste regel", "first line"),
                "file": ("bestand (id)", "file (id)"),
            }
        ),
        rows(found),
        Text(
            "Een waarneming met zo'n code telt in het land, in geen kleiner gebied.",
            "An observation with such a code counts in the country, in no smaller area.",
        ),
        alarm=bool(found),
    )


def _unknown(observed: Observed, column: str) -> list[tuple[Any, ...]]:
    query = (
        f"SELECT {column}, count(*), min_by(row, (file_id, row)), min(file_id) FROM {{source}}"  # noqa: S608
        f" WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY 1"
    )
    known = _known_municipality if column == "municipality" else _known_area
    return [(observed.table, column, *row) for row in observed.rows(query) if not known(str(row[0]))]


def _known_municipality(code: str) -> bool:
    try:
        municipality(code)
    except UnknownArea:
        return False
    return True


def _known_area(code: str) -> bool:
    try:
        area(code)
    except UnknownArea:
        return False
    return True


def nowhere(release: Release, _tables: Tables) -> Section:
    """Locations without a municipality: counted where their file puts them, in no municipality."""
    entries = release.manifest.quality.get("without_municipality", ())
    found = [
        (entry["table"], entry["period"], _spot(location), province, counted, entry["locations"])
        for entry in entries
        for location, province, counted in entry["listed"]
    ]
    return Section(
        "without_area",
        Text("Vestigingen zonder gemeente", "Locations without a municipality"),
        columns(
            {
                "table": ("tabel", "table"),
                "period": ("periode", "period"),
                "location": ("vestiging", "location"),
                "province": ("provincie", "province"),
                "counted": ("telt mee voor", "counts for"),
                "of": ("van zoveel vestigingen", "of so many locations"),
            }
        ),
        rows(found),
        Text(
            "Zij tellen in het land en, waar het bestand de provincie noemt, daar; in geen gemeente.",
            "They count in the country and, where the file names the province, there; in no municipality.",
        ),
    )


def _spot(text: str) -> str:
    """The codes of a place as the publisher gives them; a row may have none."""
    return " ".join(part for part in text.split("|") if part) or "-"
