"""Protection of counts of persons (policy *protected*): the finest cells are rounded once, the rest adds them up.

What may be promised, why, and what not: docs/decisions/0015-aggregates-of-microdata-are-rounded-additively.md.
"""

from pactwerk.figures.disclosure_control.protecting.counts import ProtectedCounts, protected_counts
from pactwerk.figures.disclosure_control.protecting.protected import BASE, Protected, Share, share, stored, total
from pactwerk.figures.disclosure_control.protecting.rounding import NotProtected
from pactwerk.figures.disclosure_control.protecting.secret import rounding_secret

__all__ = [
    "BASE",
    "NotProtected",
    "Protected",
    "ProtectedCounts",
    "Share",
    "protected_counts",
    "rounding_secret",
    "share",
    "stored",
    "total",
]
