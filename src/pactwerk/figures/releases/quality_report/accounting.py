"""The accounting identity on stocks: what is left over between two counts of pupils, said and never hidden."""

# ruff: noqa: S608  -- SQL over our own names and paths; every code in it passes engine.literal

from collections.abc import Iterable, Iterator
from typing import Any

from pactwerk.basis.dated import SchoolYear
from pactwerk.figures.releases.border_years import MOMENT
from pactwerk.figures.releases.engine import literal
from pactwerk.figures.releases.quality_report.observed import Observed, Tables
from pactwerk.figures.releases.quality_report.section import Section, columns, rows
from pactwerk.figures.releases.release import Release
from pactwerk.figures.texts import Text

_COLUMNS = {
    "area": ("gebied", "area"),
    "period": ("van schooljaar", "from school year"),
    "stock": ("leerlingen dan", "pupils then"),
    "graduates_low": ("geslaagden, minstens", "graduates, at least"),
    "graduates_high": ("geslaagden, hoogstens", "graduates, at most"),
    "entrants": ("leerlingen in leerjaar 1 een jaar later", "pupils in year 1 a year later"),
    "later": ("leerlingen een jaar later", "pupils a year later"),
    "residual_low": ("rest, minstens", "residual, at least"),
    "residual_high": ("rest, hoogstens", "residual, at most"),
    "repeaters_low": ("zittenblijvers, minstens", "repeaters, at least"),
    "repeaters_high": ("zittenblijvers, hoogstens", "repeaters, at most"),
    "down_low": ("afstromers, minstens", "moved down, at least"),
    "down_high": ("afstromers, hoogstens", "moved down, at most"),
    "up_low": ("opstromers, minstens", "moved up, at least"),
    "up_high": ("opstromers, hoogstens", "moved up, at most"),
}
_NOTE = Text(
    "Rest = leerlingen een jaar later - (leerlingen dan - geslaagden + leerjaar 1 een jaar later). Niemand is"
    " gevolgd. In de rest zit: wie zonder diploma stopte of naar het mbo ging (min), wie na het diploma in het vo"
    " bleef, zoals van vmbo-tl naar havo (plus), wie leerjaar 1 overdeed (min), wie later instroomde of uit een"
    " ander gebied kwam (plus) of erheen ging (min), en vestigingen die van gebied wisselden. Zittenblijven, op-"
    " en afstroom veranderen de rest niet; ze staan erbij waar het bestand van dat jaar is geladen.",
    "Residual = pupils a year later - (pupils then - graduates + year 1 a year later). Nobody is followed. The"
    " residual holds: who stopped without a diploma or went to mbo (minus), who stayed in secondary education"
    " after a diploma, as from vmbo-tl to havo (plus), who repeated year 1 (minus), who entered later or came from"
    " another area (plus) or went there (minus), and locations that changed area. Repeating and moving up or down"
    " do not change the residual; they stand beside it where the file of that year is loaded.",
)


def accounting(release: Release, tables: Tables) -> Section:
    """Per area and pair of school years: stock, graduates, year 1, the later stock, and the residual."""
    by_name = {observed.table: observed for observed in tables}
    found = list(_accounts(release, by_name)) if {"vo_pupils", "exams"} <= by_name.keys() else []
    return Section(
        "accounting",
        Text("Sluit de telling van leerlingen van jaar op jaar?", "Do the counts of pupils agree from year to year?"),
        columns(_COLUMNS),
        rows(found),
        _NOTE,
    )


Sums = dict[tuple[str, str], tuple[int, ...]]
"""Area and period -> sums."""


def _accounts(release: Release, tables: dict[str, Observed]) -> Iterator[tuple[Any, ...]]:
    stocks = _sums(release, tables["vo_pupils"], ("true", "f.grade = 1"))
    graduates = _sums(release, tables["exams"], ("f.measure = 'graduates' AND f.sex = 'total'",))
    moves: Sums = {}
    if "repeaters" in tables:
        wanted = tuple(f"f.measure = '{name}' AND f.in_total" for name in ("repeaters", "down", "up"))
        moves = _sums(release, tables["repeaters"], wanted)
    for code, period in sorted({*stocks, *moves}, key=lambda key: (_rank(key[0]), *key)):
        now, passed = stocks.get((code, period)), graduates.get((code, period))
        later = stocks.get((code, str(SchoolYear.starting(int(period[:4]) + 1))))
        moved = moves.get((code, period), (None,) * 6)
        if now and later and passed:
            yield (code, period, *_account(now, later, passed), *moved)
        elif (code, period) in moves:
            yield (code, period, *(None,) * 7, *moved)


def _account(now: tuple[int, ...], later: tuple[int, ...], passed: tuple[int, ...]) -> tuple[Any, ...]:
    """Stock, graduates, year 1, later stock and residual; hidden cells widen the residual."""
    (low, high, *_), (later_low, later_high, new_low, new_high), (passed_low, passed_high) = now, later, passed
    residual = (later_low - high + passed_low - new_high, later_high - low + passed_high - new_low)
    return (
        _said(low, high),
        passed_low,
        passed_high,
        _said(new_low, new_high),
        _said(later_low, later_high),
        *residual,
    )


def _said(low: int, high: int) -> int | str:
    return low if low == high else f"{low} - {high}"


def _rank(code: str) -> int:
    """The country first, then provinces, then municipalities."""
    return ("NL", "PV", "GM").index(code[:2])


def _sums(release: Release, observed: Observed, wanted: Iterable[str]) -> Sums:
    """Per area and period the bounds of each wanted sum, of the editions that count."""
    table = observed.table
    counted = [entry for entry in release.manifest.origins if entry.table == table and not entry.superseded]
    pairs = ", ".join(f"({literal(entry.period)}, {literal(entry.file_id)})" for entry in counted)
    sums = ", ".join(
        f"coalesce(sum(f.{side}) FILTER (WHERE {what}), 0)::BIGINT" for what in wanted for side in ("low", "high")
    )
    inside = release.folder / "inside" / "facts"
    places, areas = (literal(str(inside / f"{name}.parquet")) for name in ("places", "areas"))
    moment = MOMENT.replace("period", "f.period")
    query = (
        f"SELECT a.area, f.period::VARCHAR, {sums} FROM {{source}} f"
        f" JOIN {places} p ON p.source_table = {literal(table)} AND p.period = f.period AND p.location = f.location"
        f" JOIN {areas} a USING (signature)"
        f" WHERE a.borders = '' AND (a.area = 'NL' OR left(a.area, 2) IN ('PV', 'GM')) AND ({moment} >= a.since)"
        f" AND (a.until = '' OR {moment} < a.until) AND (f.period, f.file_id) IN ({pairs or 'NULL'}) GROUP BY 1, 2"
    )
    return {(code, period): tuple(rest) for code, period, *rest in observed.rows(query)}
