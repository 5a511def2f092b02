"""What is not there: tables, years inside a series, parts of an edition; and the breaks in what is."""

from collections.abc import Iterable, Iterator
from typing import Any

from pactwerk.basis.dated import SchoolYear, UnknownPeriod, parse_period
from pactwerk.basis.places import municipalities
from pactwerk.figures.indicators import Indicator, catalogue
from pactwerk.figures.indicators.breaks import breaks_between
from pactwerk.figures.indicators.measures import measures_of
from pactwerk.figures.indicators.study import Study
from pactwerk.figures.releases.quality_report.observed import Tables
from pactwerk.figures.releases.quality_report.section import Section, columns, rows
from pactwerk.figures.releases.release import Release
from pactwerk.figures.texts import Text

PARTS = {"ho_entrants": ("hbo", "wo"), "ho_graduates": ("hbo", "wo"), "ho_enrolled": ("hbo", "wo")}
"""The parts that make up a whole edition, where they can be named; of others, the parts of the other editions."""

_ASIDE = frozenset({"area_codes"})
"""Registers whose parts are layers, not pieces of one whole."""


def breaks(release: Release, _tables: Tables) -> Section:
    """The declared breaks inside the loaded periods of every computed indicator."""
    found = [row for entry in catalogue() if entry.state == "computed" for row in _breaks(release, entry)]
    return Section(
        "breaks",
        Text("Breuken binnen de geladen jaren", "Breaks within the loaded years"),
        columns(
            {
                "indicator": ("indicator", "indicator"),
                "definition": ("definitie", "definition"),
                "since": ("vanaf", "since"),
                "kind": ("soort", "kind"),
                "comparable": ("vergelijkbaar", "comparable"),
                "effect": ("wat er verandert", "what changes"),
                "reference": ("bron", "reference"),
            }
        ),
        rows(found),
        Text("Over een breuk die niet vergelijkbaar is, trekt Pactwerk geen lijn en geeft het geen oordeel.",
             "Across a break that is not comparable Pactwerk draws no line and gives no verdict."),
    )  # fmt: skip


def _breaks(release: Release, entry: Indicator) -> Iterator[tuple[Any, ...]]:
    periods = release.periods(entry)
    if len(periods) < 2:
        return
    for definition in entry.definitions:
        for found in breaks_between(entry.code, definition.code, periods[0], periods[-1]):
            since = found.since or found.editions
            yield (entry.code, definition.code, since, found.kind, found.comparable, found.effect, found.reference)


def missing(release: Release, tables: Tables) -> Section:
    """Tables that computed indicators need and nobody loaded; years missing inside a series; missing parts."""
    found = [*_tables_missing(release), *_years_missing(release), *_parts_missing(release, tables)]
    return Section(
        "missing",
        Text("Wat ontbreekt", "What is missing"),
        columns(
            {
                "kind": ("soort", "kind"),
                "table": ("tabel", "table"),
                "what": ("wat", "what"),
                "needed_for": ("nodig voor", "needed for"),
            }
        ),
        rows(found),
        Text("Een gebied waarvan een nodig deel ontbreekt, heeft geen totaal.",
             "An area of which a needed part is missing has no total."),
        alarm=bool(found),
    )  # fmt: skip


def _needed() -> dict[str, list[str]]:
    """The computed indicators that need a table, per table."""
    found: dict[str, list[str]] = {}
    for entry in catalogue():
        if entry.state == "computed":
            for table in entry.tables:
                found.setdefault(table, []).append(entry.code)
    return found


def _tables_missing(release: Release) -> Iterator[tuple[Any, ...]]:
    loaded = {kept.table for kept in release.manifest.files}
    for table, codes in _needed().items():
        if table not in loaded:
            yield (Text("tabel", "table"), table, Text("geen enkel bestand", "no file at all"), ", ".join(codes))


def _years_missing(release: Release) -> Iterator[tuple[Any, ...]]:
    for table, periods in sorted(release.manifest.periods.items()):
        for year in gaps(periods):
            yield (Text("jaar", "year"), table, year, ", ".join(_needed().get(table, [])))


def gaps(periods: Iterable[str]) -> list[str]:
    """The school years that lie between the first and the last one and are not there."""
    years = set()
    for text in periods:
        try:
            period = parse_period(text)
        except UnknownPeriod:
            continue
        if isinstance(period, SchoolYear):
            years.add(int(text[:4]))
    return [str(SchoolYear.starting(year)) for year in range(min(years, default=0), max(years, default=0))
            if year not in years]  # fmt: skip


def _parts_missing(release: Release, tables: Tables) -> Iterator[tuple[Any, ...]]:
    """Per period the parts that are not there; of parts that are municipalities only how many of them are."""
    part_of = {kept.file_id: kept.part for kept in release.manifest.files if kept.part}
    for observed in tables:
        if observed.table in _ASIDE or observed.period is None:
            continue
        there: dict[str, set[str]] = {}
        for period, file_id in observed.rows("SELECT DISTINCT {period}::VARCHAR, file_id FROM {source} ORDER BY ALL"):
            if file_id in part_of:
                there.setdefault(period, set()).add(part_of[file_id])
        named = {part for parts in there.values() for part in parts} | set(PARTS.get(observed.table, ()))
        for period, parts in there.items():
            for part, words in _lacking(period, parts, named):
                yield (Text("deel", "part"), observed.table, words, _needed_for(observed.table, part))


def _needed_for(table: str, part: str) -> str:
    """The computed indicators that have no figure without a part; without a municipality none has one of that area."""
    codes = [entry.code for entry in catalogue() if any(
        isinstance(study, Study) and study.table == table and (part == "GM" or part in study.needs_parts)
        for study in measures_of(entry.code)
    )]  # fmt: skip
    return ", ".join(codes)


def _lacking(period: str, parts: set[str], named: set[str]) -> Iterator[tuple[str, str]]:
    """Each missing part with what to say of it."""
    if all(part.startswith("GM") for part in named):
        every = len(municipalities(int(period[:4])))
        if len(parts) < every:
            nl, en = f"van de {every} gemeenten", f"of the {every} municipalities"
            yield "GM", Text(f"{period}: {len(parts)} {nl}", f"{period}: {len(parts)} {en}")
        return
    for part in sorted(named - parts):
        yield part, f"{period}: {part}"
