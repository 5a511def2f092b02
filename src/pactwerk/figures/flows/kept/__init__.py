"""Flow sets: protected transitions kept in the home, ready to be read by a page; nothing else of a file is kept."""

from pactwerk.figures.flows.kept.keeping import Keeping, keep
from pactwerk.figures.flows.kept.listing import kept_flows, kept_set
from pactwerk.figures.flows.kept.managing import drop, hide, publish
from pactwerk.figures.flows.kept.manifest import FlowSet, SourceFile
from pactwerk.figures.flows.kept.protecting import Figure, protect
from pactwerk.figures.flows.kept.reading import read_kept, read_set
from pactwerk.figures.flows.kept.refusals import NotKept

__all__ = [
    "Figure",
    "FlowSet",
    "Keeping",
    "NotKept",
    "SourceFile",
    "drop",
    "hide",
    "keep",
    "kept_flows",
    "kept_set",
    "protect",
    "publish",
    "read_kept",
    "read_set",
]
