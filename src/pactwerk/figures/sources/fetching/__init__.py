"""Fetching publishers' files: a plan first, judged addresses only, whole files or none."""

from pactwerk.figures.sources.fetching.carrying_out import Done, carry_out
from pactwerk.figures.sources.fetching.cbs import Cbs
from pactwerk.figures.sources.fetching.client import Client
from pactwerk.figures.sources.fetching.duo import Duo
from pactwerk.figures.sources.fetching.known import Known, known
from pactwerk.figures.sources.fetching.limits import Limits
from pactwerk.figures.sources.fetching.plan import Plan, PlanLine
from pactwerk.figures.sources.fetching.policy import Policy
from pactwerk.figures.sources.fetching.refusals import FetchFailed, Forbidden

__all__ = [
    "Cbs",
    "Client",
    "Done",
    "Duo",
    "FetchFailed",
    "Forbidden",
    "Known",
    "Limits",
    "Plan",
    "PlanLine",
    "Policy",
    "carry_out",
    "known",
]
