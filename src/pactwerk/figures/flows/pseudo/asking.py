"""What is asked of a pseudo-cohort, checked before anything is read."""

import re
from dataclasses import dataclass

from pactwerk.basis.dated import parse_period
from pactwerk.basis.places import AreaKind
from pactwerk.basis.places import area as place_of
from pactwerk.figures.flows.pseudo.available import available_cohorts
from pactwerk.figures.flows.pseudo.chains import CHAINS, SPLITS, Chain, chain_of
from pactwerk.figures.releases.query import BadQuery
from pactwerk.figures.releases.release import Release

LOCATION = re.compile(r"\d{2}[A-Z]{2}\d{2}")
"""BRIN and number of a location: `25PW00`."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A checked question; `track` None: every track of the chain."""

    area: str
    start: str
    chain: Chain
    track: str | None
    by: tuple[str, ...]

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions of its tables besides stage and state."""
        return ("sex",) if self.sexed else ()

    @property
    def sexed(self) -> bool:
        """Whether boys and girls are told apart."""
        return "sex" in self.by

    @property
    def located(self) -> bool:
        """Whether it is about one location."""
        return LOCATION.fullmatch(self.area) is not None


def checked(release: Release, area: str, start: str, track: str | None, by: tuple[str, ...]) -> Asked:
    """The question with codes as they are written. Raises BadQuery, UnknownArea or UnknownPeriod."""
    chain = chain_of(track)
    if chain is None:
        known = ", ".join(dict.fromkeys(code for entry in CHAINS for code in (entry.code, *entry.tracks)))
        raise BadQuery(
            f"Een schijncohort van '{track}' is er niet; kies uit {known}.",
            f"There is no pseudo-cohort of '{track}'; choose from {known}.",
        )
    _check_split(chain, by)
    period = str(parse_period(start.strip()))
    _check_start(release, chain, period)
    place = known_place(release, area)
    return Asked(place, period, chain, track if track in chain.tracks else None, by)


def known_place(release: Release, area: str) -> str:
    """The code of an area, or of a location. Raises UnknownArea, or BadQuery for the example in a real release."""
    code = area.strip().upper()
    if LOCATION.fullmatch(code):
        return code
    place = place_of(area.strip())
    if place.kind is AreaKind.EXAMPLE and not release.manifest.example:
        raise BadQuery(
            f"{place.code} is een voorbeeldgebied, en in deze uitgave staan geen voorbeeldgegevens."
            " Kies een ander gebied, bijvoorbeeld NL of PV27.",
            f"{place.code} is an area of the example, and this release holds no example data."
            " Choose another area, for instance NL or PV27.",
        )
    return place.code


def _check_split(chain: Chain, by: tuple[str, ...]) -> None:
    unknown = [name for name in by if name not in chain.splits]
    if unknown:
        known = ", ".join(chain.splits)
        raise BadQuery(
            f"Het schijncohort {chain.name} is niet te splitsen naar '{unknown[0]}'; wel naar {known}.",
            f"The pseudo-cohort {chain.name.en} cannot be split by '{unknown[0]}'; it can by {known}.",
        )
    if len(by) > 1:
        raise BadQuery(
            f"Splits een schijncohort naar een ding tegelijk: {', '.join(SPLITS)}.",
            f"Split a pseudo-cohort by one thing at a time: {', '.join(SPLITS)}.",
        )


def _check_start(release: Release, chain: Chain, period: str) -> None:
    starts = [found.start for found in available_cohorts(release) if found.chain == chain.code]
    if period in starts:
        return
    nl = f"kies uit {', '.join(starts)}" if starts else "laad eerst leerlingen van twee opeenvolgende schooljaren"
    en = f"choose from {', '.join(starts)}" if starts else "load pupils of two successive school years first"
    raise BadQuery(
        f"Een schijncohort {chain.name} dat begint in {period} is er niet: er zijn twee tellingen nodig; {nl}.",
        f"There is no pseudo-cohort {chain.name.en} that starts in {period}: it needs two counts; {en}.",
    )
