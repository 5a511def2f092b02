"""CBS StatLine through OData v4 at datasets.cbs.nl: what a table is, and which of it would be fetched."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

from pactwerk.figures.sources.contract import plain
from pactwerk.figures.sources.fetching.client import Client
from pactwerk.figures.sources.fetching.duo import nearest, unknown
from pactwerk.figures.sources.fetching.known import expected_table, known
from pactwerk.figures.sources.fetching.plan import Plan, PlanLine
from pactwerk.figures.sources.fetching.policy import CBS_HOST
from pactwerk.figures.sources.fetching.refusals import FetchFailed, Moved
from pactwerk.figures.sources.fetching.state import held
from pactwerk.figures.sources.registry import TABLES
from pactwerk.figures.texts import Text

API = f"https://{CBS_HOST}/odata/v1/CBS"
LICENCE = "CC BY 4.0"

_TABLE = re.compile(r"[0-9A-Za-z_]{4,20}")
_TOTALS = {"population": "Geslacht eq 'T001038' and BurgerlijkeStaat eq 'T001019'"}
"""Of a table that we read: only the rows of both sexes and every marital status (the codes as CBS lists them)."""


@dataclass(frozen=True)
class Measure:
    """One subject of a table: its code, its title below the titles of its groups, and its unit."""

    code: str
    title: str
    path: tuple[str, ...]
    unit: str

    @property
    def header(self) -> str:
        """The subject as StatLine heads a column with it: `Onderwijs|...|Voortgezet onderwijs (aantal)`."""
        name = "|".join((*self.path, self.title))
        return f"{name} ({self.unit})" if self.unit else name


class Cbs:
    """The service as a client reaches it."""

    def __init__(self, client: Client) -> None:
        """Nothing is asked before it is needed."""
        self.client = client

    def plan(self, tables: Iterable[str], condition: str, folder: Path) -> Plan:
        """What would be fetched of the tables, with an OData `$filter` beside our own. Raises FetchFailed."""
        lines = [self._line(table, condition, folder) for table in tables]
        without = [line.dataset for line in lines if not line.table]
        names = ", ".join(without)
        nl = f"voor {names} is geen lezer: het bestand wordt een lange CSV die een mappingbestand kan lezen"
        en = f"there is no reader for {names}: the file becomes a long CSV that a mapping file can read"
        return Plan(tuple(lines), (Text(nl, en),) if without else ())

    def rows(self, address: str) -> list[Mapping[str, Any]]:
        """All rows of an answer that is not large: a code list, measures, groups."""
        found: list[Mapping[str, Any]] = []
        seen: set[str] = set()
        following: str | None = address
        while following:
            page, following = page_of(self.client.json(following), seen, following)
            found += page
            if len(seen) > self.client.limits.pages:
                raise FetchFailed(f"{address} houdt niet op.", f"{address} does not end.")
        return found

    def properties(self, table: str) -> Mapping[str, Any]:
        """What CBS says of a table. Raises FetchFailed, for a table that is not there with names that resemble it."""
        if not _TABLE.fullmatch(table):
            raise unknown(table, "CBS", [])
        try:
            found = self.client.json(f"{API}/{table}/Properties")
        except Moved:
            rows = self.rows(f"{API}/Datasets?$select=Identifier,Title")
            titles = {text(row, "Identifier"): text(row, "Title") for row in rows}
            shipped = {one.dataset: one.title for one in known() if one.publisher == "CBS"}
            raise unknown(table, "CBS", nearest(table, titles, {**shipped, **titles})) from None
        if not isinstance(found, dict):
            raise FetchFailed(f"CBS zegt niets over tabel {table}.", f"CBS says nothing of table {table}.")
        return found

    def measures(self, table: str) -> tuple[Measure, ...]:
        """The subjects of a table."""
        groups = {text(row, "Id"): row for row in self.rows(f"{API}/{table}/MeasureGroups")}
        return tuple(
            Measure(text(row, "Identifier"), text(row, "Title"), _path(groups, text(row, "MeasureGroupId")),
                    text(row, "Unit"))
            for row in self.rows(f"{API}/{table}/MeasureCodes")
        )  # fmt: skip

    def _line(self, table: str, condition: str, folder: Path) -> PlanLine:
        properties = self.properties(table)
        ours = expected_table("CBS", table, "")
        address = f"{API}/{table}/Observations{self._filter(table, ours, condition)}"
        self.client.policy.judge(address)
        modified = text(properties, "Modified")
        target = folder / "cbs" / (f"{table}.csv" if ours else f"{table}-lang.csv")
        entry = held(target)
        known_version = entry is not None and entry.address == address
        return PlanLine(
            publisher="CBS",
            dataset=table,
            title=text(properties, "Title"),
            address=address,
            target=target,
            observations=self._count(table, address),
            modified=modified,
            licence=text(properties, "License") or LICENCE,
            table=ours,
            held=("same" if entry and entry.modified == modified else "older") if known_version else "no",
        )

    def _filter(self, table: str, ours: str, condition: str) -> str:
        """The query: what our reader needs of a large table, and what the user asks."""
        parts = [f"({condition})"] if condition else []
        if ours:
            chosen = [one.code for one in self.measures(table) if wanted(one, ours)]
            if not chosen:
                raise FetchFailed(
                    f"Tabel {table} heeft de onderwerpen niet meer die Pactwerk leest ({ours}).",
                    f"Table {table} no longer has the subjects that Pactwerk reads ({ours}).",
                )
            parts += ["(" + " or ".join(f"Measure eq '{quoted(code)}'" for code in chosen) + ")"]
            parts += [_TOTALS[ours]] if ours in _TOTALS else []
        return "?$filter=" + quote(" and ".join(parts), safe="'(),") if parts else ""

    def _count(self, table: str, address: str) -> int | None:
        """How many observations the answer has; None when the service does not say."""
        query = address.partition("?")[2]
        try:
            body = self.client.bytes(f"{API}/{table}/Observations/$count{'?' + query if query else ''}")
            return int(body.decode("utf-8-sig"))
        except (FetchFailed, ValueError):
            return None


def wanted(measure: Measure, ours: str) -> bool:
    """Whether our reader of a table reads this subject, by the header that it would have."""
    wide = TABLES[ours].wide
    return bool(
        wide and (wide.pattern.fullmatch(plain(measure.header)) or wide.pattern.fullmatch(plain(own_header(measure))))
    )


def own_header(measure: Measure) -> str:
    """A subject's header without the titles of its groups."""
    return Measure(measure.code, measure.title, (), measure.unit).header


def page_of(answer: Any, seen: set[str], address: str) -> tuple[list[Mapping[str, Any]], str | None]:
    """The rows of a page and the address of the next one (`@odata.nextLink`), which is foreign input.

    It may be relative to the address of the page. Raises FetchFailed for an answer that is no page, or that leads back
    to a page that was read.
    """
    rows = answer.get("value") if isinstance(answer, dict) else None
    following = answer.get("@odata.nextLink") if isinstance(answer, dict) else None
    following = urljoin(address, following) if isinstance(following, str) and following else None
    seen.add(address)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows) or following in seen:
        raise FetchFailed(
            f"CBS antwoordt op {address} anders dan verwacht. Probeer het later.",
            f"CBS answers {address} otherwise than expected. Try later.",
        )
    return rows, following


def text(row: Mapping[str, Any], key: str) -> str:
    """A text in a row, without the blanks that CBS pads codes with; empty when it is none."""
    value = row.get(key)
    return value.strip() if isinstance(value, str) else "" if value is None else str(value)


def quoted(code: str) -> str:
    """A code as OData wants it inside quotes."""
    return code.replace("'", "''")


def _path(groups: Mapping[str, Mapping[str, Any]], group: str) -> tuple[str, ...]:
    """The titles of a group and those above it, the highest first."""
    titles: list[str] = []
    while group in groups and len(titles) < 12:
        titles.insert(0, text(groups[group], "Title"))
        group = text(groups[group], "ParentId")
    return tuple(titles)
