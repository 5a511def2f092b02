"""A whole edition and parts of it may not stand side by side: everything in the parts would be counted twice."""

from collections.abc import Sequence
from dataclasses import replace

from pactwerk.figures.releases.manifest import KeptFile
from pactwerk.figures.releases.reports import FileLine


def refuse_beside(line: FileLine, kept: KeptFile, present: Sequence[KeptFile]) -> FileLine:
    """The line as it is, or refused: a part where the whole is there, or the whole where parts are."""
    beside = [
        other
        for other in present
        if (other.table, other.edition, other.example) == (kept.table, kept.edition, kept.example)
        and bool(other.part) != bool(kept.part)
    ]
    if not beside:
        return line
    first, name = beside[0].name, line.path.name
    if kept.part:
        reason = (
            f"{name} is een deel ({kept.part}) van editie {kept.edition}, die als geheel al is geladen ({first}); de"
            " aantallen zouden dubbel tellen.",
            f"{name} is a part ({kept.part}) of edition {kept.edition}, which is loaded as a whole ({first}); its"
            " numbers would count double.",
        )
    else:
        reason = (
            f"{name} is de hele editie {kept.edition}, waarvan al {len(beside)} delen zijn geladen (zoals {first}); de"
            " aantallen zouden dubbel tellen.",
            f"{name} is the whole edition {kept.edition}, of which {len(beside)} parts are loaded (as {first}); its"
            " numbers would count double.",
        )
    return replace(line, outcome="refused", observations=0, reason=reason)
