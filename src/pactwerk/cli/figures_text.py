"""The texts of `pactwerk figures`: tables for people, JSON for programs. Figures come as `PublishableTable` only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pactwerk.figures.disclosure_control.serialise import bounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pactwerk.figures.disclosure_control import Row
    from pactwerk.figures.releases.asking import Answer
    from pactwerk.figures.releases.states import ReleaseState


def columns(rows: Sequence[Sequence[str]]) -> str:
    """Cells in columns of their own width; the first row is the head."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    rule = "  ".join("-" * width for width in widths)
    return "\n".join([lines[0], rule, *lines[1:]])


def _value(row: Row) -> str:
    """A figure, its bounds, or an estimate with its interval."""
    value, low, high = bounds(row)
    if value and low != high:
        return f"{value} ({low} - {high})" if low else value
    return value or f"{low} - {high}"


def figure_table(answer: Answer, *, explain: bool, dutch: bool, origins: Mapping[str, str] | None = None) -> str:
    """Figures with their definition, status and source; example data are marked in the first line.

    `origins` says of a file, by its sha256, where it was fetched from; it is told where figures are explained.
    """
    table, found, place = answer.table, answer.indicator, answer.area
    name, where = (found.name_nl, place.name_nl) if dutch else (found.name_en, place.name_en)
    parts = [f"{found.code} {name} - {where} ({place.code})"]
    if table.example:
        parts.insert(0, "*** VOORBEELDGEGEVENS ***" if dutch else "*** EXAMPLE DATA (voorbeeldgegevens) ***")
    head = (
        ("periode", "definitie", *table.dimensions, "waarde", "eenheid", "teller", "noemer", "status", "bron")
        if dutch
        else (
            "period",
            "definition",
            *table.dimensions,
            "value",
            "unit",
            "numerator",
            "denominator",
            "status",
            "source",
        )
    )
    words = {} if dutch else {found.unit: found.unit_en, **_STATUSES}
    rows = [head, *(_figure(row, table.dimensions, words) for row in table)]
    if table.rows:
        parts.append(columns(rows))
    if explain:
        parts += [_explained(row, table.dimensions, words, origins or {}, dutch=dutch) for row in table]
    used = {row.definition for row in table}
    texts = [(entry.code, entry.text_nl if dutch else entry.text_en) for entry in found.definitions]
    parts += [f"[{code}] {text}" for code, text in texts if code in used]
    parts += [f"{'breuk' if dutch else 'break'}: {before} | {after}" for before, after in table.breaks()]
    return "\n".join([*parts, *(said(note, dutch=dutch) for note in table.notes)])


def said(text: str, *, dutch: bool) -> str:
    """A text in the reader's language; one without English stays Dutch."""
    return text if dutch else str(getattr(text, "en", text))


_STATUSES = {
    "definitief": "final",
    "voorlopig": "provisional",
    "voorbeeldgegevens": "example data",
    "schatting": "estimate",
}


def _figure(row: Row, dimensions: Sequence[str], words: Mapping[str, str]) -> tuple[str, ...]:
    def whole(exact: int | None, low: int | None, high: int | None) -> str:
        if exact is not None:
            return str(exact)
        return "" if low is None else f"{low}-{high}"

    edition = f" ({row.publication_edition})" if row.publication_edition else ""
    return (
        row.period,
        row.definition + edition,
        *(row.by[name] for name in dimensions),
        _value(row),
        words.get(row.unit, row.unit),
        whole(row.numerator, row.numerator_low, row.numerator_high),
        whole(row.denominator, row.denominator_low, row.denominator_high),
        words.get(row.status, row.status),
        "; ".join(dict.fromkeys(source.label for source in row.sources)),
    )


def origins_of(home: Path) -> Mapping[str, str]:
    """Of the files of the current release, by sha256, where and when they were fetched; not of those nobody told."""
    from pactwerk.figures.releases.release import UnreadableRelease, readable_release

    try:
        release = readable_release(home)
    except UnreadableRelease:
        release = None  # the answer says so itself
    files = release.manifest.files if release else ()
    return {kept.sha256: f"{kept.url} ({kept.retrieved})" for kept in files if kept.url}


def _explained(
    row: Row, dimensions: Sequence[str], words: Mapping[str, str], origins: Mapping[str, str], *, dutch: bool
) -> str:
    by = "".join(f" {name}={row.by[name]}" for name in dimensions)
    lines = [f"{row.indicator} {row.area} {row.period}{by}: {_value(row)} {words.get(row.unit, row.unit)}"]
    for source in row.sources:
        lines.append(f"  {source.label}" + (f"  sha256 {source.sha256}" if source.sha256 else ""))
        origin = origins.get(source.sha256 or "")
        if origin:
            lines.append(f"    {'opgehaald van' if dutch else 'fetched from'} {origin}")
        if source.rows:
            lines.append(f"    {'regels' if dutch else 'lines'} {source.rows}")
    return "\n".join(lines)


def catalogue(form: str, *, dutch: bool) -> str:
    """Every indicator with its state, what is counted against what, and what is missing where it is not computed."""
    from pactwerk.figures.indicators import catalogue as entries

    if form == "json":
        import json
        from dataclasses import asdict

        return json.dumps([asdict(entry) for entry in entries()], ensure_ascii=False, indent=1)
    head = ("code", "naam", "lijn", "eenheid", "stand") if dutch else ("code", "name", "line", "unit", "state")
    rows = [
        (entry.code, entry.name_nl, entry.line, entry.unit, _STATES[entry.state])
        if dutch
        else (entry.code, entry.name_en, entry.line, entry.unit_en, entry.state)
        for entry in entries()
    ]
    return "\n".join([columns([head, *rows]), "", *_missing(dutch=dutch)])


def _missing(*, dutch: bool) -> list[str]:
    """Per indicator that the loaded kinds of file do not allow: why, and which file with which columns would."""
    from pactwerk.figures.indicators import catalogue as entries

    return [
        f"{entry.code}: {entry.why_nl if dutch else entry.why_en} {entry.missing_nl if dutch else entry.missing_en}."
        for entry in entries()
        if entry.missing_nl
    ]


_STATES = {
    "computed": "berekend",
    "published_only": "alleen gepubliceerd",
    "own_records": "eigen registratie",
    "not_available": "niet beschikbaar",
}


def releases(home: Path, form: str, *, dutch: bool) -> str:
    """The releases that were ever current, the last one made so first: which is current now, which are withdrawn."""
    from pactwerk.figures.releases.states import states

    found = states(home)
    if form == "json":
        import json

        data = [
            {
                "id": state.id,
                "created": state.manifest.created,
                "current": state.current,
                "withdrawn": state.withdrawn.reason if state.withdrawn else None,
                "readable": state.readable,
                "example": state.manifest.example,
                "files": [
                    {"name": file.name, "sha256": file.sha256, "table": file.table} for file in state.manifest.files
                ],
                "warnings": [said(text, dutch=dutch) for text in state.manifest.warnings],
            }
            for state in found
        ]
        return json.dumps(data, ensure_ascii=False, indent=1)
    if not found:
        return "er is nog geen uitgave" if dutch else "there is no release yet"
    head = ("uitgave", "gemaakt", "bestanden", "") if dutch else ("release", "created", "files", "")
    rows = [
        (state.id, state.manifest.created, str(len(state.manifest.files)), ", ".join(_marks(state, dutch=dutch)))
        for state in found
    ]
    return columns([head, *rows])


def _marks(state: ReleaseState, *, dutch: bool) -> Iterator[str]:
    if state.current:
        yield "actueel" if dutch else "current"
    if state.manifest.example:
        yield "voorbeeldgegevens" if dutch else "example data"
    if state.withdrawn:
        yield f"{'ingetrokken' if dutch else 'withdrawn'}: {state.withdrawn.reason}"
    if not state.readable:
        yield "niet meer te lezen" if dutch else "no longer readable"
