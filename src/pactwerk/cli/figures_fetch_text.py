"""A plan, what became of it, and the known data sets, in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pactwerk.cli.figures_text import columns, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pactwerk.figures.releases.reports import LoadResult
    from pactwerk.figures.sources.fetching import Done, Known, Plan, PlanLine

_HELD = {
    "no": ("nee", "no"),
    "same": ("ja, de nieuwste", "yes, the newest"),
    "older": ("ja, een andere versie", "yes, another version"),
    "unsure": ("ja, versie onbekend", "yes, version unknown"),
}


def plan(found: Plan, *, dutch: bool) -> str:
    """The plan: a line per file with its address below it, remarks, and the total."""
    side = 0 if dutch else 1
    parts = [_entry(line, side) for line in found.lines]
    parts += [said(text, dutch=dutch) for text in found.remarks]
    new = sum(1 for line in found.lines if line.held != "same")
    total = f"{found.bytes / 1e6:.1f} MB"
    if dutch:
        more = f", van {found.unknown} is de grootte niet bekend" if found.unknown else ""
        parts.append(f"samen: {len(found.lines)} bestanden, {new} op te halen, {total}{more}")
    else:
        more = f", the size of {found.unknown} is not known" if found.unknown else ""
        parts.append(f"together: {len(found.lines)} files, {new} to fetch, {total}{more}")
    return "\n".join(parts)


def _entry(line: PlanLine, side: int) -> str:
    labels = (
        ("adres", "grootte", "datum", "lezer", "aanwezig", "licentie", "naar")
        if not side
        else ("address", "size", "day", "reader", "held", "licence", "to")
    )
    unknown = ("onbekend", "unknown")[side]
    size = f"{line.bytes / 1e6:.2f} MB" if line.bytes is not None else unknown
    if line.observations is not None:
        size = f"{line.observations} {('waarnemingen', 'observations')[side]}"
    expected = ("verwacht: ", "expected: ")[side] + line.table if line.table else ("geen", "none")[side]
    values = (line.address, size, line.modified or unknown, expected, _HELD[line.held][side], line.licence or unknown)
    rows = [f"  {label:<10}{value}" for label, value in zip(labels, (*values, str(line.target)), strict=True)]
    return "\n".join([f"{line.publisher} {line.dataset}: {line.title}", *rows])


def outcome(done: Sequence[Done], *, dutch: bool) -> str:
    """What became of every file."""
    rows = [("bestand", "uitkomst", "") if dutch else ("file", "outcome", "")]
    for one in done:
        if one.error:
            text = one.error.message_nl if dutch else one.error.message_en
            rows.append((one.line.target.name, "mislukt" if dutch else "failed", text))
        elif one.fetched:
            new = ("opgehaald", "fetched") if one.fetched.new else ("was al het nieuwste", "was the newest already")
            rows.append((one.line.target.name, new[0 if dutch else 1], f"sha256 {one.fetched.state.sha256}"))
    return columns(rows)


def as_json(found: Plan, done: Sequence[Done], loaded: LoadResult | None, *, dutch: bool) -> str:
    """Plan, outcome and load as plain data."""
    from pactwerk.cli.figures_load_text import load_report as report

    data = {
        "plan": [line.as_data() for line in found.lines],
        "remarks": [said(text, dutch=dutch) for text in found.remarks],
        "files": [one.as_data(dutch=dutch) for one in done],
        "load": json.loads(report(loaded, "json", dutch=dutch)) if loaded else None,
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def load_report(loaded: LoadResult, *, dutch: bool) -> str:
    """The report of the load that followed."""
    from pactwerk.cli.figures_load_text import load_report as report

    return report(loaded, "table", dutch=dutch)


def known_data_sets(entries: Iterable[Known], form: str, *, dutch: bool) -> str:
    """Every data set that Pactwerk knows of, with the table we expect it to be; of ROA and UWV only where they are."""
    if form == "json":
        return json.dumps([entry.__dict__ for entry in entries], ensure_ascii=False, indent=1)
    head = ("uitgever", "dataset", "lezer", "titel", "adres") if dutch else (
        "publisher", "data set", "reader", "title", "address")  # fmt: skip
    none = "geen" if dutch else "none"
    rows = [(one.publisher, one.dataset, one.table or none, one.title, one.address) for one in entries]
    note = (
        "Ophalen kan bij DUO en CBS. Van ROA en UWV kent Pactwerk alleen het adres; er is geen lezer voor."
        if dutch
        else "DUO and CBS can be fetched from. Of ROA and UWV Pactwerk knows the address only; it has no reader for it."
    )
    return "\n".join([columns([head, *rows]), note])
