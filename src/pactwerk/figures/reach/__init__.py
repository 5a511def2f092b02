"""Reach and viability of technical vmbo: who lives near which profile, what a closing does, how large groups are.

Reach (*bereik*) counts pupils in primary education around the locations of today's files. It is not K22, which counts
pupils of vmbo: see `home_share`.
"""

from pactwerk.figures.reach.area_reach import AreaReach, NothingToReach, area_reach
from pactwerk.figures.reach.closing import Affected, Closing, closing
from pactwerk.figures.reach.ground import AGES, Ground, ground
from pactwerk.figures.reach.home_share import home_share
from pactwerk.figures.reach.question import ANY, OFFERED, SOON, BadReachQuestion, Change, ReachQuestion, change
from pactwerk.figures.reach.viability import Terms, Viability, viability

__all__ = [
    "AGES",
    "ANY",
    "OFFERED",
    "SOON",
    "Affected",
    "AreaReach",
    "BadReachQuestion",
    "Change",
    "Closing",
    "Ground",
    "NothingToReach",
    "ReachQuestion",
    "Terms",
    "Viability",
    "area_reach",
    "change",
    "closing",
    "ground",
    "home_share",
    "viability",
]
