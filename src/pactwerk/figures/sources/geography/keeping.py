"""The rows of a register of places, checked and written with columns of their own."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pactwerk.basis.dated import Period
from pactwerk.figures.sources import engine
from pactwerk.figures.sources.bands import band_warnings
from pactwerk.figures.sources.contract import Contract
from pactwerk.figures.sources.editions import decide_edition
from pactwerk.figures.sources.job import Job, Result, hashed
from pactwerk.figures.sources.refusal import Refused, refuse_many
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.texts import Text

UNDATED = "ongedateerd"
"""The edition of a register that says nowhere of when it is, and whose date nobody gave."""
Row = Mapping[str, object]


@dataclass
class Found:
    """What a file held: rows (with `row`, the publisher's line or record), lines that are none, and what is wrong.

    `part` is the part of the edition that the file is, `remarks` what is to be known of how it is written.
    """

    rows: list[Row] = field(default_factory=list)
    strays: list[RowProblem] = field(default_factory=list)
    wrong: list[RowProblem] = field(default_factory=list)
    part: str = ""
    remarks: list[Text] = field(default_factory=list)

    def refuse_wrong(self) -> None:
        """Raise Refused when anything is wrong, or when nothing was found."""
        if self.wrong:
            raise refuse_many(self.wrong)
        if not self.rows:
            raise Refused(Text("er staan geen gegevens in", "there are no data in it"))

    def refuse_doubles(self, *keys: str) -> None:
        """Raise Refused when two rows have the same key."""
        seen: dict[tuple[object, ...], object] = {}
        for row in self.rows:
            key = tuple(row[name] for name in keys)
            if key in seen:
                word = " ".join(map(str, key))
                text = Text(f"{word} stond al op regel {seen[key]}", f"{word} stood on line {seen[key]} already")
                self.wrong.append(RowProblem(int(str(row["row"])), keys[0], text))
            seen.setdefault(key, row["row"])
        self.refuse_wrong()


def edition_of(job: Job, contract: Contract, content: Period | None = None) -> tuple[Period | None, list[Text]]:
    """The edition by content, name or argument, else None with a warning: where things are needs no year."""
    try:
        period, warnings = decide_edition(job.name, contract.edition, job.edition, content)
    except Refused:
        if job.edition:
            raise
        return None, [
            Text(
                "nergens staat van wanneer dit bestand is; met --edition kan dat erbij",
                "nowhere does it say of when this file is; --edition can tell",
            )
        ]
    return period, warnings


def keep(
    job: Job, contract: Contract, columns: Mapping[str, str], found: Found, dated: tuple[Period | None, list[Text]]
) -> Result:
    """Write the rows; `columns` are names and SQL types, `dated` the edition and its warnings. Raises Refused."""
    found.refuse_wrong()
    period, warnings = dated
    edition, file_id = str(period or UNDATED), job.file_id(period)
    target = job.target(contract.table, file_id)
    count = _write(job, target, edition, columns, found.rows)
    lines = sorted(json.dumps([row.get(name) for name in columns], ensure_ascii=False) for row in found.rows)
    places = [row.get("province") or row.get("municipality") for row in found.rows]
    return Result(
        contract.table, edition, file_id, len(found.rows), count,
        hashed(contract.table, f"{edition}|{found.part}", len(lines), "\n".join(lines)), target,
        (edition,) if period else (), tuple(found.strays),
        (*warnings, *found.remarks, *band_warnings(contract, len(found.rows), places)), found.part,
    )  # fmt: skip


def _write(job: Job, target: Path, edition: str, columns: Mapping[str, str], rows: Iterable[Row]) -> int:
    job.scratch.mkdir(parents=True, exist_ok=True)
    file = job.scratch / f"{secrets.token_hex(8)}.json"
    types = {"row": "INTEGER", **columns}
    typed = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
    try:
        lines = (json.dumps({name: row.get(name) for name in types}) for row in rows)
        file.write_text("\n".join(lines), encoding="utf-8")
        return engine.write_parquet(
            f"SELECT {engine.literal(target.stem)} AS file_id, row, {engine.literal(edition)} AS year, "
            f"{', '.join(columns)} FROM read_json({engine.literal(file)}, format = 'newline_delimited', "
            f"columns = {{{typed}}}, maximum_object_size = 67108864)",
            target,
        )
    finally:
        file.unlink(missing_ok=True)


def texts(names: Sequence[str]) -> dict[str, str]:
    """Columns of text."""
    return dict.fromkeys(names, "VARCHAR")
