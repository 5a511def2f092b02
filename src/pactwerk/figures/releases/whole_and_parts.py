"""A whole edition and parts of it may not stand side by side: everything in the parts would be counted twice.

Of a register, which is never summed, a part is a poorer copy (without provinces): it is left alone where the whole is.
"""

from collections.abc import Sequence
from dataclasses import replace

from pactwerk.figures.releases.manifest import KeptFile
from pactwerk.figures.releases.reports import FileLine
from pactwerk.figures.sources import TABLES


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
    contract = TABLES.get(kept.table)
    if contract and contract.family == "register":
        return replace(line, outcome="already", observations=0, warnings=(_poorer(kept, first),)) if kept.part else line
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


def _poorer(kept: KeptFile, whole: str) -> tuple[str, str]:
    return (
        f"een beknopter exemplaar ({kept.part}) van de lijst van {kept.edition} die er al is ({whole}); niet gebruikt",
        f"a poorer copy ({kept.part}) of the list of {kept.edition} that is there already ({whole}); not used",
    )
