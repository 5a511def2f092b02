"""Which file counts for which period: the newest publication edition, and what was known before it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pactwerk.figures.disclosure_control.gate import EXAMPLE_STATUS
from pactwerk.figures.releases.engine import Connection, literal, parquet_list
from pactwerk.figures.releases.origin import Origin, StagedFile
from pactwerk.figures.sources import TABLES
from pactwerk.figures.texts import Text

PERIOD = {"vo_pupils": "period", "exams": "period", "po_addresses": "register_date"}
"""The school tables that figures come from, and their column of the period; in tidy tables it is `period`."""

FINAL = "definitief"
_WEAKEST = ("afgeleid", "voorlopig", FINAL)


def is_tidy(table: str) -> bool:
    """Whether a table is kept in the one shape of observations, as every table of another publisher is."""
    contract = TABLES.get(table)
    return contract is None or contract.family == "tidy"


def period_of(table: str) -> str | None:
    """The column of a table's period; None for a register, which gives no figures."""
    return "period" if is_tidy(table) else PERIOD.get(table)


def origins_of(connection: Connection, staged: Sequence[StagedFile]) -> tuple[Origin, ...]:
    """Every period of every file that gives figures, the edition that counts first."""
    found: dict[tuple[str, str, str], list[Origin]] = defaultdict(list)
    for table in dict.fromkeys(file.table for file in staged):
        if period_of(table):
            for origin in _of_table(connection, table, [file for file in staged if file.table == table]):
                found[origin.table, origin.period, origin.part].append(origin)
    ordered: list[Origin] = []
    for same in found.values():
        ordered += [replace(entry, superseded=place) for place, entry in enumerate(newest_first(same))]
    return tuple(ordered)


def newest_first(same: Iterable[Origin]) -> list[Origin]:
    """Editions of the same figures, the one that counts first."""
    return sorted(same, key=_age, reverse=True)


def _age(entry: Origin) -> tuple[bool, str, str, str, str]:
    """Of editions of several years that is the newest which ends last: `2014/15 – 2018/19`, not `2015/16 – 2017/18`.

    What a third party computed never goes before a publisher's own file.
    """
    last = entry.edition.rpartition(" – ")[2]
    return entry.status != _WEAKEST[0], last, entry.edition, entry.known_at, entry.file_id


def _of_table(connection: Connection, table: str, files: Sequence[StagedFile]) -> Iterable[Origin]:
    by_id = {file.file_id: file for file in files}
    period = period_of(table)
    source = f"read_parquet({parquet_list(file.path for file in files)})"
    said = "list(DISTINCT status), max(peildatum), max(concept)" if is_tidy(table) else "[], NULL, NULL"
    rows = connection.execute(f"SELECT {period}, file_id, {said} FROM {source} GROUP BY ALL ORDER BY 1, 2").fetchall()  # noqa: S608
    for name, file_id, statuses, peildatum, concept in rows:
        file = by_id[file_id]
        weakest = next((status for status in _WEAKEST if status in statuses), FINAL)
        yield Origin(
            table,
            name,
            file_id,
            file.part,
            file.edition,
            file.known_at,
            EXAMPLE_STATUS if file.example else weakest,
            peildatum or _count_date(table, name),
            concept or "school",
        )


def _count_date(table: str, period: str) -> str | None:
    """DUO counts pupils on 1 October of the school year; exams are of the whole year."""
    return f"{period[:4]}-10-01" if table == "vo_pupils" else None


def generation(origins: Sequence[Origin], age: int) -> tuple[Origin, ...]:
    """What counted `age` editions ago, only for the periods that have such an edition; 0 is what counts now.

    A part of a period that has no edition of that age counts as it is in its oldest one.
    """
    old = {(entry.table, entry.period) for entry in origins if entry.superseded == age}
    oldest: dict[tuple[str, str, str], Origin] = {}
    for entry in origins:
        if (entry.table, entry.period) in old and entry.superseded <= age:
            oldest[entry.table, entry.period, entry.part] = entry
    return tuple(oldest.values())


def sources(origins: Iterable[Origin]) -> list[tuple[str, str, str, str]]:
    """Per table and period the files that counted, as the statements join them; the weakest status of the parts."""
    grouped: dict[tuple[str, str], list[Origin]] = defaultdict(list)
    for entry in origins:
        grouped[entry.table, entry.period].append(entry)
    order = (EXAMPLE_STATUS, *_WEAKEST)
    return [
        (table, period, " ".join(entry.file_id for entry in parts), min((p.status for p in parts), key=order.index))
        for (table, period), parts in grouped.items()
    ]


def selection(table: str, origins: Iterable[Origin]) -> str:
    """The condition that leaves only what counts of a table."""
    pairs = [(entry.period, entry.file_id) for entry in origins if entry.table == table]
    if not pairs:
        return "false"
    listed = ", ".join(f"({literal(period)}, {literal(file_id)})" for period, file_id in sorted(pairs))
    return f"({period_of(table)}, file_id) IN ({listed})"


def editions_side_by_side(origins: Sequence[Origin]) -> list[Text]:
    """A remark for every period of which there are several editions."""
    newest = {(entry.table, entry.period, entry.part): entry for entry in origins if not entry.superseded}
    remarks = []
    for entry in sorted(origins, key=lambda one: (one.table, one.period, -one.superseded)):
        if entry.superseded:
            new = newest[entry.table, entry.period, entry.part].edition
            remarks.append(
                Text(
                    f"{entry.table} {entry.period}: staat in editie {entry.edition} en {new}; {new} telt.",
                    f"{entry.table} {entry.period}: stands in editions {entry.edition} and {new}; {new} counts.",
                )
            )
    return remarks


def periods(origins: Iterable[Origin]) -> Mapping[str, tuple[str, ...]]:
    """Per table the periods it gives figures for, the school tables always named."""
    found: dict[str, set[str]] = {table: set() for table in PERIOD}
    for entry in origins:
        found.setdefault(entry.table, set()).add(entry.period)
    return {table: tuple(sorted(names)) for table, names in found.items()}
