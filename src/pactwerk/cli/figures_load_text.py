"""What a load came to, in words: a line per file, the remarks on files, the same remark on many files told once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pactwerk.cli.figures_text import columns, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactwerk.figures.releases.reports import FileLine, LoadResult

_OUTCOMES = {"read": "gelezen", "already": "al aanwezig", "refused": "geweigerd", "skipped": "overgeslagen"}
_MANY = 3
"""Of so many files of a table each says for itself what it shares with others; of more, one line says it."""
_FIRST = 3
_NUMBER = re.compile(r"\d+(?:[.,]\d{3})*")


def load_report(result: LoadResult, form: str, *, dutch: bool) -> str:
    """The report of a load: one line per file, skipped files counted and listed, and what became of it."""
    if form == "json":
        import json

        data = {
            "release": result.made,
            "current": result.current,
            "exit_code": result.exit_code,
            "warnings": [said(text, dutch=dutch) for text in result.warnings],
            "files": [line.as_data(dutch=dutch) for line in result.lines],
        }
        return json.dumps(data, ensure_ascii=False, indent=1)
    head = (
        ("bestand", "uitkomst", "tabel", "editie", "rijen", "geweigerd", "waarnemingen")
        if dutch
        else ("file", "outcome", "table", "edition", "rows", "refused", "observations")
    )
    known = [line for line in result.lines if line.outcome != "skipped"]
    skipped = [line for line in result.lines if line.outcome == "skipped"]
    parts = [columns([head, *(_file_cells(line, dutch=dutch) for line in known)])] if known else []
    shared = _shared(known, dutch=dutch)
    parts += [text for line in known for text in _file_remarks(line, shared, dutch=dutch)]
    parts += [_gathered(found, dutch=dutch) for found in shared.values()]
    if skipped:
        parts.append(f"{'overgeslagen' if dutch else 'skipped'}: {len(skipped)}")
        parts += [f"  {line.path.name}: {line.reason[0 if dutch else 1]}" for line in skipped]
    warnings = (f"{_careful(dutch=dutch)}: {said(text, dutch=dutch)}" for text in result.warnings)
    return "\n".join([*parts, *warnings, _conclusion(result, dutch=dutch)])


def _file_cells(line: FileLine, *, dutch: bool) -> tuple[str, ...]:
    outcome = _OUTCOMES[line.outcome] if dutch else line.outcome
    numbers = (line.rows_read, len(line.rows_refused), line.observations)
    edition = f"{line.edition or ''} {line.part}".strip()
    return (line.path.name, outcome, line.table or "", edition, *map(str, numbers))


Kind = tuple[str, str]
"""A table, and a warning about it with its numbers taken out."""
Said = tuple[str, str]
"""The name of a file and the warning about it."""


def _warnings(line: FileLine, *, dutch: bool) -> Iterator[tuple[Kind, str]]:
    for warning in line.warnings:
        text = warning[0 if dutch else 1]
        yield (line.table or "", _NUMBER.sub("#", text)), text


def _shared(lines: Sequence[FileLine], *, dutch: bool) -> dict[Kind, list[Said]]:
    """The warnings that many files of a table have in common, but for the numbers in them."""
    found: dict[Kind, list[Said]] = {}
    for line in lines:
        for kind, text in _warnings(line, dutch=dutch):
            found.setdefault(kind, []).append((line.path.name, text))
    return {kind: said for kind, said in found.items() if len({name for name, _ in said}) > _MANY}


def _gathered(found: Sequence[Said], *, dutch: bool) -> str:
    """One line for all of them: how many files, the first ones' names, and each number from least to most."""
    names = list(dict.fromkeys(name for name, _ in found))
    numbers = iter(list(zip(*(_NUMBER.findall(text) for _, text in found), strict=True)))
    text = _NUMBER.sub(lambda _: _span(next(numbers)), found[0][1])
    files = f"{len(names)} {'bestanden' if dutch else 'files'} ({', '.join(names[:_FIRST])}, …)"
    return f"  {files}: {_careful(dutch=dutch)}: {text}"


def _span(numbers: Sequence[str]) -> str:
    ordered = sorted(set(numbers), key=lambda text: int(re.sub(r"\D", "", text)))
    return ordered[0] if len(ordered) == 1 else f"{ordered[0]} - {ordered[-1]}"


def _careful(*, dutch: bool) -> str:
    return "let op" if dutch else "warning"


def _file_remarks(line: FileLine, shared: dict[Kind, list[Said]], *, dutch: bool) -> list[str]:
    side = 0 if dutch else 1
    texts = [line.reason[side]] if line.reason[side] and line.outcome == "refused" else []
    texts += [
        f"{'regel' if dutch else 'line'} {row} {column}".rstrip() + f": {why[side]}"
        for row, column, why in line.rows_refused[:5]
    ]
    own = [text for kind, text in _warnings(line, dutch=dutch) if kind not in shared]
    texts += [f"{_careful(dutch=dutch)}: {text}" for text in own]
    return [f"  {line.path.name}: {text}" for text in texts]


def _conclusion(result: LoadResult, *, dutch: bool) -> str:
    if result.made:
        return f"{'nieuwe uitgave' if dutch else 'new release'}: {result.made}"
    if result.current is None:
        return "geen uitgave gemaakt" if dutch else "no release made"
    text = "niets veranderd; actuele uitgave" if dutch else "nothing changed; current release"
    return f"{text}: {result.current}"
