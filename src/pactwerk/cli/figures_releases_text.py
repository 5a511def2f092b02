"""The texts of the commands about releases: tables for people, JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from pactwerk.cli.figures_load_text import load_report
from pactwerk.cli.figures_text import columns, said
from pactwerk.figures.releases.differences import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactwerk.figures.releases.managing import Act, Candidate, Differences, Due, Staged

_ACTS = {
    "loaded": ("geladen en actueel gemaakt", "loaded and made current"),
    "staged": ("voorbereid", "prepared"),
    "discarded": ("weggegooid", "thrown away"),
    "made_current": ("actueel gemaakt", "made current"),
    "went_back": ("teruggegaan naar", "gone back to"),
    "withdrawn": ("ingetrokken", "withdrawn"),
    "reinstated": ("intrekking ongedaan gemaakt", "withdrawal undone"),
}


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1, default=str)


def staged(found: Staged, form: str, *, dutch: bool) -> str:
    """The report per file as of a load, what changes, and what to do next."""
    if form == "json":
        report = json.loads(load_report(found.result, "json", dutch=dutch))
        changes = found.differences.as_data() if found.differences else None
        return _json({**report, "release": None, "candidate": found.id, "differences": changes})
    lines = load_report(found.result, "table", dutch=dutch).splitlines()[:-1]
    if found.id is None:
        lines.append("geen uitgave voorbereid" if dutch else "no release prepared")
        return "\n".join(lines)
    if found.differences:
        lines.append(differences(found.differences, "table", dutch=dutch))
    lines.append(f"{'voorbereide uitgave' if dutch else 'prepared release'}: {found.id}")
    lines.append(f"{'maak actueel met' if dutch else 'make it current with'}: pactwerk figures use {found.id}")
    return "\n".join(lines)


def candidates(found: Sequence[Candidate], form: str, *, dutch: bool) -> str:
    """Every prepared release."""
    if form == "json":
        return _json([asdict(entry) for entry in found])
    if not found:
        return "er is geen voorbereide uitgave" if dutch else "there is no prepared release"
    head = ("uitgave", "voorbereid", "door", "bestanden") if dutch else ("release", "prepared", "by", "files")
    read = ([line for line in entry.report["files"] if line["outcome"] == "read"] for entry in found)
    rows = [(entry.id, entry.at, entry.by, str(len(lines))) for entry, lines in zip(found, read, strict=True)]
    return columns([head, *rows])


def history(found: Sequence[Act], form: str, *, dutch: bool) -> str:
    """What was done, oldest first."""
    if form == "json":
        return _json([asdict(entry) for entry in found])
    head = ("wanneer", "wat", "uitgave", "door", "reden") if dutch else ("when", "what", "release", "by", "reason")
    side = 0 if dutch else 1
    return columns([head, *((one.at, _ACTS[one.kind][side], one.release, one.by, one.reason) for one in found)])


def differences(found: Differences, form: str, *, dutch: bool) -> str:
    """Counts per indicator, and the figures that changed most."""
    if form == "json":
        return _json(found.as_data())
    if found.nothing:
        return "geen enkel cijfer verschilt" if dutch else "no figure differs"
    head = ("indicator", "nieuw", "verdwenen", "herzien", "gelijk")
    if not dutch:
        head = ("indicator", "new", "vanished", "restated", "the same")
    counts = [(c.indicator, str(c.new), str(c.vanished), str(c.restated), str(c.same)) for c in found.counts]
    parts = [columns([head, *counts])]
    if found.largest:
        parts.append("grootste verschillen" if dutch else "largest differences")
        changes = found.largest[:10]
        names = ("indicator", "definitie", "gebied", "periode", "uitsplitsing", "was", "wordt")
        if not dutch:
            names = ("indicator", "definition", "area", "period", "breakdown", "was", "becomes")
        rows = [
            (*(c.indicator, c.definition, c.area, c.period, c.by), written(c.before, c.unit), written(c.after, c.unit))
            for c in changes
        ]
        parts.append(columns([names, *rows]))
    return "\n".join(parts)


def due(found: Sequence[Due], form: str, *, dutch: bool) -> str:
    """The editions that should be there by now."""
    if form == "json":
        return _json([asdict(entry) for entry in found])
    if not found:
        return "alles wat te verwachten is, is geladen" if dutch else "all that is to be expected is loaded"
    head = ("tabel", "uitgever", "verwacht", "vanaf", "geladen tot", "waarop dit berust")
    if not dutch:
        head = ("table", "publisher", "expected", "from", "loaded up to", "what this rests on")
    rows = [
        (one.table, one.publisher, one.edition, one.expected.isoformat(), one.last, said(one.reference, dutch=dutch))
        for one in found
    ]
    return columns([head, *rows])
