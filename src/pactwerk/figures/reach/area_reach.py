"""The reach of an area: per profile, per municipality and per home postcode, as tables that passed the gate."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.reach.ground import Ground, Homes
from pactwerk.figures.reach.question import OFFERED, ReachQuestion
from pactwerk.figures.reach.rows import (
    DISTANCE,
    home_files,
    notes,
    offer_files,
    passed,
    pattern,
    pupils_row,
    share_row,
    sources,
)
from pactwerk.figures.reach.within import Nearest, Population, counted, nearest_of, offering, population


class NothingToReach(ReadableError):
    """A table that reach stands on is not loaded, or the area has nobody in it; the text says what to load."""


@dataclass(frozen=True)
class AreaReach:
    """The reach of one area. Every table may be empty, never None."""

    question: ReachQuestion
    profiles: PublishableTable
    """The share within reach of the area, per profile (`profile` empty: what was asked)."""
    municipalities: PublishableTable
    """The share within reach of each municipality of homes."""
    postcodes: PublishableTable
    """Per home postcode the pupils and the km to the nearest location, whose code stands in `location`."""

    @property
    def total(self) -> Row:
        """The share of the whole area for what was asked."""
        return self.profiles.rows[0]


def ready(found: Ground) -> Homes:
    """The homes. Raises NothingToReach, saying what to load."""
    if found.homes is None or not found.groups or found.missing:
        words = found.missing
        raise NothingToReach(
            " ".join(words) or "Er zijn geen derdejaars in een vmbo-profiel geladen.",
            " ".join(text.en for text in words) or "No third-years in a vmbo profile are loaded.",
        )
    return found.homes


@lru_cache(maxsize=64)
def area_reach(found: Ground, asked: ReachQuestion) -> AreaReach:
    """The reach of an area; kept, because a release never changes.

    Raises NothingToReach, BadReachQuestion or UnknownArea.
    """
    homes = ready(found)
    question = asked.checked(found)
    people = someone(found, homes, question)
    near = nearest_of(found, homes, question)
    said = notes(found, homes, question, people)

    return AreaReach(
        question,
        passed(found, _profiles(found, homes, question, people), ("profile",), said),
        passed(found, _towns(found, homes, question, people, near), ("municipality",), said),
        passed(
            found, _postcodes(found, homes, question, people, near), ("municipality", "postcode4", "location"), said
        ),
    )


def someone(found: Ground, homes: Homes, question: ReachQuestion) -> Population:
    """The homes of the area. Raises NothingToReach when no file tells of pupils who live there."""
    people = population(found.release, homes, question.area)
    if not len(people.told):
        raise NothingToReach(
            f"Van geen enkele gemeente van {question.area} zijn de leerlingen po geladen. Laad de bestanden 'Leerlingen"
            " po per gemeente' van de gemeenten van dit gebied.",
            f"Of no municipality of {question.area} the pupils in primary education are loaded. Load the files"
            " 'Leerlingen po per gemeente' of the municipalities of this area.",
        )
    return people


def _profiles(found: Ground, homes: Homes, question: ReachQuestion, people: Population) -> Iterator[Row]:
    like = pattern(found, homes, question)
    like = replace(like, sources=sources(found, (*offer_files(found), *home_files(homes, people.told))))
    for profile in (question.profile, *(code for code in OFFERED if code != question.profile)):
        asked = replace(question, profile=profile)
        bounds = counted(homes, nearest_of(found, homes, asked), question, people.told)
        by = {} if profile == question.profile else {"profile": profile}
        offered = len(offering(found, asked))
        if offered:
            yield replace(share_row(like, bounds), by=by, note=f"{offered} vestigingen in heel Nederland")


def _towns(found: Ground, homes: Homes, question: ReachQuestion, people: Population, near: Nearest) -> Iterator[Row]:
    like = pattern(found, homes, question)
    towns: dict[str, list[int]] = {}
    for place in people.told:
        towns.setdefault(homes.homes[place].municipality or "", []).append(int(place))
    for code, places in sorted(towns.items()):
        told = sources(found, (*offer_files(found), *home_files(homes, places)))
        bounds = counted(homes, near, question, numpy.array(places))
        if code and bounds.all_high:
            yield replace(share_row(like, bounds), by={"municipality": code}, sources=told)


def _postcodes(
    found: Ground, homes: Homes, question: ReachQuestion, people: Population, near: Nearest
) -> Iterator[Row]:
    """Two rows per home postcode: its pupils, and how far the nearest location is."""
    like = pattern(found, homes, question)
    low, high = homes.pupils(question.ages)
    for place in people.told:
        home = homes.homes[place]
        if not high[place]:
            continue
        reached = int(near.location[place])
        by = {"municipality": home.municipality or "", "postcode4": home.postcode4 or ""}
        told = sources(found, (*offer_files(found), *home_files(homes, [place])))
        if reached >= 0:
            by["location"] = found.codes[reached]
            km = round(float(near.km[place]), 1)
            yield replace(like, indicator=DISTANCE, unit="km", value=km, low=km, high=km, by=by, sources=told)
        yield replace(pupils_row(like, int(low[place]), int(high[place])), by=by, sources=told)
