"""Which pseudo-cohorts a release can tell."""

from collections.abc import Iterator
from dataclasses import dataclass

from pactwerk.figures.flows.pseudo.chains import CHAINS, Chain, Link, year_after
from pactwerk.figures.indicators import indicator
from pactwerk.figures.releases.release import Release


@dataclass(frozen=True, slots=True)
class Available:
    """A chain and a first school year. `tracks` can be asked alone; `stages` and `periods` are how far it goes."""

    chain: str
    start: str
    tracks: tuple[str, ...]
    stages: tuple[str, ...]
    periods: tuple[str, ...]
    splits: tuple[str, ...]


def available_cohorts(release: Release) -> tuple[Available, ...]:
    """Every pseudo-cohort with at least two stocks, by chain and first year; reads the manifest only."""
    years = release.manifest.periods.get("vo_pupils", ())
    return tuple(found for chain in CHAINS for start in years for found in _of(release, chain, start))


def _of(release: Release, chain: Chain, start: str) -> Iterator[Available]:
    reached = tuple(steps(release, chain, start))
    if reached:
        stages = (chain.first, *(link.stage for link, _ in reached))
        periods = (start, *(period for _, period in reached))
        yield Available(chain.code, start, chain.tracks, stages, periods, chain.splits)


def steps(release: Release, chain: Chain, start: str) -> Iterator[tuple[Link, str]]:
    """The links of a chain with the period each leads to, as far as the release holds both counts of each."""
    period = start
    for link in chain.links:
        before, period = period, year_after(period, link.years)
        upper, *lower = indicator(link.code).tables
        held = release.manifest.periods
        if period not in held.get(upper, ()) or before not in held.get(lower[0] if lower else upper, ()):
            return
        yield link, period
