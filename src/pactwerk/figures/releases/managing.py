"""Managing releases: prepare, look, make current, go back, withdraw, and what is known of every one of them.

Every function takes the folder `PACTWERK_HOME/figures` first. What cannot be done raises a ReadableError.
"""

from pactwerk.figures.releases.acting import NotPossible, go_back, make_current, reinstate, withdraw
from pactwerk.figures.releases.candidate import Candidate
from pactwerk.figures.releases.delivery import Delivery, deliver
from pactwerk.figures.releases.differences import Change, Counted, Differences, differences, differences_csv
from pactwerk.figures.releases.due import Due, due
from pactwerk.figures.releases.history import Act
from pactwerk.figures.releases.loading import load
from pactwerk.figures.releases.lock import LoadRunning
from pactwerk.figures.releases.progress import Progress, Step
from pactwerk.figures.releases.quality_report import QualityReport, quality_report
from pactwerk.figures.releases.reports import FileLine, LoadFailed, LoadResult, Options
from pactwerk.figures.releases.staging import NoCandidate, Staged, candidates, discard, stage
from pactwerk.figures.releases.states import ReleaseState, history, release_before, release_by_id, states, withdrawal

__all__ = [
    "Act",
    "Candidate",
    "Change",
    "Counted",
    "Delivery",
    "Differences",
    "Due",
    "FileLine",
    "LoadFailed",
    "LoadResult",
    "LoadRunning",
    "NoCandidate",
    "NotPossible",
    "Options",
    "Progress",
    "QualityReport",
    "ReleaseState",
    "Staged",
    "Step",
    "candidates",
    "deliver",
    "differences",
    "differences_csv",
    "discard",
    "due",
    "go_back",
    "history",
    "load",
    "make_current",
    "quality_report",
    "reinstate",
    "release_before",
    "release_by_id",
    "stage",
    "states",
    "withdraw",
    "withdrawal",
]
