"""Published editions of the figures: staged, checked, made current by one atomic switch, and read back.

Only what reading needs is imported here; loading lives in `pactwerk.figures.releases.loading`.
"""

from pactwerk.figures.releases.query import BadQuery, FigureQuery
from pactwerk.figures.releases.release import Release, current_release, releases

__all__ = ["BadQuery", "FigureQuery", "Release", "current_release", "releases"]
