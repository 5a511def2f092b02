"""Accounting: do the parts in the publisher's files add up to the totals in the same files?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pactwerk.figures.releases.quality_report.observed import Observed, Tables
from pactwerk.figures.releases.quality_report.section import Section, columns, rows
from pactwerk.figures.releases.release import Release
from pactwerk.figures.texts import Text

_LABELS = ("level", "pathway", "domain", "programme", "age", "track", "profile", "sector")


@dataclass(frozen=True)
class Account:
    """One rule: the cells of `whole` against the sum of `parts`, line by line of the publisher's file."""

    table: str | None
    """None: every table whose files give totals beside the parts."""
    name: Text
    whole: str
    parts: str


ACCOUNTS = (
    Account(
        None, Text("mannen + vrouwen (+ onbekend) = totaal", "men + women (+ unknown) = total"),
        "sex = 'total'", "sex IN ('male', 'female', 'unknown')",
    ),
    Account(
        "marks", Text("geslaagd + gezakt = kandidaten", "passed + failed = candidates"),
        "measure = 'candidates'", "measure IN ('graduates', 'failed')",
    ),
    Account(
        "early_leavers", Text("vsv'ers vmbo + overig = vsv'ers", "leavers of vmbo + other = leavers"),
        "measure = 'leavers'", "starts_with(measure, 'leavers_')",
    ),
)  # fmt: skip


ROUNDED = {"pc4_population": 5}
"""Tables whose publisher rounds every number (CBS, Kerncijfers per postcode: to fives), and to what."""


def residuals(_release: Release, tables: Tables) -> Section:
    """Per rule, table, period and measure: totals, sums of parts, lines that contradict each other, and what is left.

    With suppressed cells both are intervals; a line contradicts itself only when its intervals have nothing in common.
    """
    found = [row for account in ACCOUNTS for observed in tables for row in _checked(account, observed)]
    return Section(
        "residuals",
        Text("Tellen de delen op tot het totaal?", "Do the parts add up to the total?"),
        columns(
            {
                "rule": ("regel", "rule"),
                "table": ("tabel", "table"),
                "period": ("periode", "period"),
                "measure": ("maat", "measure"),
                "lines": ("regels nagerekend", "lines checked"),
                "wrong": ("regels die niet kloppen", "lines that are wrong"),
                "first": ("eerste regel", "first line"),
                "residual_low": ("rest, minstens", "residual, at least"),
                "residual_high": ("rest, hoogstens", "residual, at most"),
                "explained": ("verklaring", "explanation"),
            }
        ),
        rows(found),
        Text(
            "De rest is totaal min delen over de hele tabel: 0 hoort, of een interval met 0 erin waar cellen zijn"
            " afgeschermd. Het rekenen gebeurt per regel van het bestand van de uitgever.",
            "The residual is total minus parts over the whole table: 0 is right, or an interval that holds 0 where"
            " cells are suppressed. It is computed line by line of the publisher's file.",
        ),
        alarm=any(row[5] and not row[9] for row in found),
    )


def _checked(account: Account, observed: Observed) -> Iterator[tuple[Any, ...]]:
    needed = {"low", "high", "row", "measure", *({"sex"} if account.table is None else ())}
    if account.table not in {None, observed.table} or not needed <= observed.columns or observed.period is None:
        return
    labels = [name for name in _LABELS if name in observed.columns]
    count = "weight IS NULL" if "weight" in observed.columns else "true"
    # a rule within one measure compares like with like; one across measures has its own
    measure = "measure" if account.table is None else "''"
    if account.table is not None and "in_total" in observed.columns:
        count += " AND in_total"
    keys = ", ".join(("file_id", "row", "{period} AS period", f"{measure} AS measure", *labels))
    sums = ", ".join(
        f"coalesce(sum({side}) FILTER (WHERE {what}), 0) AS {name}_{side}"
        for name, what in (("whole", account.whole), ("part", account.parts))
        for side in ("low", "high")
    )
    most = ROUNDED.get(observed.table, 0)
    query = (
        f"WITH lines AS (SELECT {keys}, {sums}, count(*) FILTER (WHERE {account.whole}) AS wholes"  # noqa: S608
        f" FROM {{source}} WHERE {count} GROUP BY ALL),"
        " totalled AS (SELECT DISTINCT file_id AS f, period AS p, measure AS m FROM lines WHERE wholes > 0),"
        f" judged AS (SELECT *, part_low > whole_high + {most} OR part_high < whole_low - {most} AS wrong FROM lines"
        " JOIN totalled ON f = file_id AND p = period AND m = measure)"
        " SELECT period, measure, count(*), count(*) FILTER (WHERE wrong), min(row) FILTER (WHERE wrong),"
        " (sum(whole_low) - sum(part_high))::DOUBLE, (sum(whole_high) - sum(part_low))::DOUBLE,"
        " count(*) FILTER (WHERE part_low > whole_high)"
        " FROM judged GROUP BY 1, 2 HAVING sum(part_high) > 0 ORDER BY 1, 2"
    )
    unknown = _periods_with_unknown(observed) if account.table is None else set()
    for period, measure, lines, wrong, first, low, high, above in observed.rows(query):
        explained = _rounded(most) if most else None
        if account.table is None and wrong and not above and period not in unknown:
            explained = _NO_UNKNOWN
        yield (account.name, observed.table, period, measure, lines, wrong, first, low, high, explained)


def _rounded(most: int) -> Text:
    return Text(
        f"de uitgever rondt elk getal af op een veelvoud van {most}",
        f"the publisher rounds every number to a multiple of {most}",
    )


_NO_UNKNOWN = Text(
    "het bestand heeft geen kolom voor onbekend geslacht; de totalen tellen hen wel mee",
    "the file has no column for unknown sex; the totals do count them",
)


def _periods_with_unknown(observed: Observed) -> set[str]:
    query = "SELECT DISTINCT {period} FROM {source} WHERE sex = 'unknown'"
    return {period for (period,) in observed.rows(query)}
