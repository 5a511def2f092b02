"""What is loaded: tables, periods and parts; what the publisher suppressed; what is provisional."""

from collections.abc import Iterable

from pactwerk.figures.releases.manifest import KeptFile
from pactwerk.figures.releases.quality_report.observed import Tables
from pactwerk.figures.releases.quality_report.section import Section, columns, rows
from pactwerk.figures.releases.release import Release
from pactwerk.figures.texts import Text

_WHERE = (("locations", "location"), ("municipalities", "municipality"), ("provinces", "province"))


def coverage(release: Release, tables: Tables) -> Section:
    """Per table and period how much there is of it, and in how many places and parts."""
    found = []
    for observed in tables:
        counts = ", ".join(
            f"count(DISTINCT {column})" if column in observed.columns else "NULL::BIGINT" for _, column in _WHERE
        )
        query = f"SELECT {{period}}::VARCHAR, count(*), {counts} FROM {{source}} GROUP BY 1 ORDER BY 1"  # noqa: S608
        parts = _parts(release.manifest.files, observed.table)
        found += [(observed.table, *row, parts) for row in observed.rows(query)]
    return Section(
        "coverage",
        Text("Wat er geladen is", "What is loaded"),
        columns(
            {
                "table": ("tabel", "table"),
                "period": ("periode", "period"),
                "observations": ("waarnemingen", "observations"),
                "locations": ("vestigingen", "locations"),
                "municipalities": ("gemeenten", "municipalities"),
                "provinces": ("provincies", "provinces"),
                "parts": ("delen", "parts"),
            }
        ),
        rows(found),
        Text(
            "Een leeg vak: de tabel kent die kolom niet. Nul provincies: het bestand noemt ze niet zelf.",
            "An empty cell: the table has no such column. No provinces: the file does not name them itself.",
        ),
    )


def _parts(files: Iterable[KeptFile], table: str) -> int | None:
    """How many parts of editions are loaded; None for a table without parts."""
    parts = {kept.part for kept in files if kept.table == table and kept.part}
    return len(parts) or None


def suppressed(_release: Release, tables: Tables) -> Section:
    """Cells that the publisher suppressed: known as an interval only."""
    found = []
    for observed in tables:
        if "low" not in observed.columns:
            continue
        hidden = "suppressed" if "suppressed" in observed.columns else "low <> high"
        query = (
            f"SELECT {{period}}::VARCHAR, count(*) FILTER (WHERE {hidden}), count(*),"  # noqa: S608 -- our own names
            f" round(100.0 * count(*) FILTER (WHERE {hidden}) / count(*), 1)::DOUBLE FROM {{source}}"
            " GROUP BY 1 ORDER BY 1"
        )
        found += [(observed.table, *row) for row in observed.rows(query) if row[1]]
    return Section(
        "suppressed",
        Text("Afgeschermde cellen", "Suppressed cells"),
        columns(
            {
                "table": ("tabel", "table"),
                "period": ("periode", "period"),
                "cells": ("afgeschermd", "suppressed"),
                "observations": ("waarnemingen", "observations"),
                "percentage": ("percentage", "percentage"),
            }
        ),
        rows(found),
        Text(
            "Een afgeschermde cel blijft in elke som een interval; er wordt niets voor ingevuld.",
            "A suppressed cell stays an interval in every sum; nothing is filled in for it.",
        ),
    )


def status(release: Release, tables: Tables) -> Section:
    """What the publisher calls provisional or what others derived, per table, period and edition."""
    known = {kept.file_id: kept for kept in release.manifest.files}
    found: dict[tuple[str, str, str, str], list[KeptFile]] = {}
    for observed in tables:
        said = "status" if "status" in observed.columns else "NULL"
        query = f"SELECT DISTINCT {{period}}::VARCHAR, {said}, file_id FROM {{source}} ORDER BY ALL"  # noqa: S608
        for period, told, file_id in observed.rows(query):
            kept = known.get(file_id)
            if kept:
                key = (observed.table, period or "", told or kept.status, kept.edition)
                found.setdefault(key, []).append(kept)
    return Section(
        "status",
        Text("Voorlopig of definitief", "Provisional or final"),
        columns(
            {
                "table": ("tabel", "table"),
                "period": ("periode", "period"),
                "status": ("status", "status"),
                "edition": ("editie", "edition"),
                "files": ("bestanden", "files"),
                "known_at": ("geladen op", "loaded on"),
                "file": ("bestand", "file"),
            }
        ),
        rows([(*key, len(kept), min(one.known_at for one in kept)[:10], kept[0].name) for key, kept in found.items()]),
        Text(
            "Leeg: de uitgever zegt er in dit bestand niets over. Van meer bestanden staat het eerste er.",
            "Empty: the publisher says nothing of it in this file. Of several files the first one is named.",
        ),
    )
