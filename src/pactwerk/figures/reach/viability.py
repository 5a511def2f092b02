"""How many pupils a profile has at each location, against a minimum that the user sets, and what lies around it.

K21 is the same notion averaged over an area. There is no minimum in law or in the files: without one asked, nothing is
judged. The pupils in the catchment are an indication of what comes, no forecast.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy

from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.reach.area_reach import NothingToReach
from pactwerk.figures.reach.distance import within
from pactwerk.figures.reach.ground import Ground, Group, Homes
from pactwerk.figures.reach.question import BadReachQuestion, ReachQuestion
from pactwerk.figures.reach.rows import definition, home_files, passed, pattern, pupils_row, sources
from pactwerk.figures.reach.within import GRADE, offering, signatures
from pactwerk.figures.texts import Text

SIZE, CATCHMENT = "GROEPSGROOTTE", "VERZORGINGSGEBIED"
"""Codes of what the tables tell: pupils of a profile at a location, and pupils of primary education around it."""

ENOUGH, SMALL, UNSURE = "genoeg", "te klein", "onzeker"
"""Against the minimum: at or above it, below it, or hidden cells leave both possible."""
MOST_MINIMUM = 500


@dataclass(frozen=True)
class Terms:
    """What a group is held against: the least number of pupils (None: nothing), the school year, tracks apart
    or not.
    """

    minimum: int | None = None
    grade: int = GRADE
    by_track: bool = False

    def checked(self) -> "Terms":
        """The same terms. Raises BadReachQuestion."""
        if self.minimum is not None and not 1 <= self.minimum <= MOST_MINIMUM:
            raise BadReachQuestion(
                f"Een minimum is een getal van 1 tot en met {MOST_MINIMUM}.",
                f"A minimum is a number from 1 to {MOST_MINIMUM}.",
            )
        if self.grade not in (3, 4):
            raise BadReachQuestion("Kies leerjaar 3 of 4.", "Choose year 3 or 4.")
        return self


@dataclass(frozen=True)
class Size:
    """One profile at one location: its pupils per school year (oldest first; None: not offered then)."""

    location: str
    profile: str
    track: str
    years: tuple[Row | None, ...]
    verdict: str
    """Of the newest year; empty without a minimum or without pupils then."""
    neighbours: tuple[str, ...]
    """Other locations with the profile within the asked km, the nearest ones of the newest year."""
    catchment: Row | None
    """Pupils of primary education of the asked ages within the asked km; None without points or homes."""


@dataclass(frozen=True)
class Viability:
    """The answer: one line per location, profile and track."""

    question: ReachQuestion
    terms: Terms
    periods: tuple[str, ...]
    sizes: tuple[Size, ...]
    table: PublishableTable

    def number(self, verdict: str) -> int:
        """How many groups got a verdict."""
        return sum(size.verdict == verdict for size in self.sizes)


def viability(found: Ground, asked: ReachQuestion, terms: Terms | None = None) -> Viability:
    """Group sizes in an area. Raises NothingToReach, BadReachQuestion or UnknownArea."""
    if not found.groups:
        words = found.missing
        raise NothingToReach(" ".join(words), " ".join(text.en for text in words))
    homes = found.homes if not found.missing else None
    question = asked.checked(found)
    held = (terms or Terms()).checked()
    sizes = tuple(_sizes(found, homes, question, held))
    if not sizes:
        raise NothingToReach(
            f"In {question.area} staat geen vestiging met dit profiel in de geladen bestanden.",
            f"In {question.area} the loaded files have no location with this profile.",
        )
    rows = [row for size in sizes for row in (*size.years, size.catchment) if row]
    table = passed(found, rows, ("location", "profile", "track"), _notes(found, homes, question, held))
    return Viability(question, held, found.periods, sizes, table)


def judged(low: int, high: int, minimum: int | None) -> str:
    """A group against the minimum."""
    if minimum is None:
        return ""
    return ENOUGH if low >= minimum else SMALL if high < minimum else UNSURE


def _sizes(found: Ground, homes: Homes | None, question: ReachQuestion, terms: Terms) -> Iterator[Size]:
    members = signatures(found.release, question.area, found.periods[-1])
    gathered: dict[tuple[str, str, str], dict[str, list[Group]]] = {}
    for group in found.groups:
        wanted = (
            group.profile in question.profiles and question.track in ("", group.track) and group.grade == terms.grade
        )
        if wanted and found.locations[group.location].signature in members:
            key = (group.location, group.profile, group.track if terms.by_track else question.track)
            gathered.setdefault(key, {}).setdefault(group.period, []).append(group)
    around = _around(found, homes, question, sorted({key[0] for key in gathered}))
    offers = {key[1]: offering(found, replace(question, profile=key[1])) for key in gathered}
    for (location, profile, track), years in sorted(gathered.items()):
        rows = tuple(_year(found, question, (location, profile, track), period, years) for period in found.periods)
        newest = rows[-1]
        verdict = judged(int(newest.low or 0), int(newest.high or 0), terms.minimum) if newest else ""
        near = tuple(code for code in around[location][0] if code in offers[profile] and code != location)
        catchment = around[location][1]
        by = {"location": location, "profile": profile, **({"track": track} if track else {})}
        yield Size(location, profile, track, rows, verdict, near, replace(catchment, by=by) if catchment else None)


def _year(
    found: Ground, question: ReachQuestion, key: tuple[str, str, str], period: str, years: dict[str, list[Group]]
) -> Row | None:
    groups = years.get(period, [])
    if not groups:
        return None
    location, profile, track = key
    like = Row(
        indicator=SIZE, definition="profile", area=question.area, period=period, value=None, unit="leerlingen",
        by={"location": location, "profile": profile, **({"track": track} if track else {})},
        status="voorbeeldgegevens" if found.release.manifest.example else "definitief",
        publication_edition=period, peildatum=f"{period[:4]}-10-01", concept="school",
        sources=sources(found, found.files.get(f"pupils {period}", ())),
    )  # fmt: skip
    low, high = (sum(getattr(group, side) for group in groups) for side in ("low", "high"))
    return replace(pupils_row(like, low, high), indicator=SIZE)


def _around(
    found: Ground, homes: Homes | None, question: ReachQuestion, codes: list[str]
) -> dict[str, tuple[tuple[str, ...], Row | None]]:
    """Of each location the other locations around it, nearest first, and the pupils who live around it."""
    numbers = numpy.array([found.number[code] for code in codes], dtype=numpy.int64)
    here, km = found.points.of(numbers), question.km / question.factor
    around = {}
    living = _living(found, homes, question, within(here, homes.points, km)) if homes else {}
    for place, (code, near) in enumerate(zip(codes, within(here, found.points, km), strict=True)):
        apart = found.points.on_sphere[near] @ found.points.on_sphere[numbers[place]] if near else numpy.array([])
        order = numpy.argsort(-apart, kind="stable")
        around[code] = tuple(found.codes[near[number]] for number in order), living.get(place)
    return around


def _living(found: Ground, homes: Homes, question: ReachQuestion, people: list[list[int]]) -> dict[int, Row]:
    """The pupils around each place, of homes whose municipality has its file; places without any are left out."""
    low, high = homes.pupils(question.ages)
    like = replace(pattern(found, homes, question), definition=definition(question))
    told: dict[int, Row] = {}
    for place, around in enumerate(people):
        counted = [number for number in around if homes.whole[number]]
        if counted:
            files = sources(found, (*home_files(homes, counted), *found.files.get("places", ())))
            row = pupils_row(like, int(low[counted].sum()), int(high[counted].sum()))
            told[place] = replace(row, indicator=CATCHMENT, sources=files)
    return told


def _notes(found: Ground, homes: Homes | None, question: ReachQuestion, terms: Terms) -> tuple[Text, ...]:
    said = [
        Text(
            f"Leerlingen van leerjaar {terms.grade} in vmbo bb, kb en gl per profiel en vestiging"
            " (K21 is het gemiddelde hiervan).",
            f"Pupils of year {terms.grade} of vmbo bb, kb and gl per profile and location (K21 is their mean).",
        )
    ]
    said += _catchment_notes(homes, question) if homes else found.missing
    if terms.minimum is None:
        said.append(
            Text(
                "Er is geen minimum gevraagd; wet en bestanden noemen er geen. Kies er zelf een om te oordelen.",
                "No minimum was asked; law and files name none. Choose one yourself to judge.",
            )
        )
    return tuple(said)


def _catchment_notes(homes: Homes, question: ReachQuestion) -> list[Text]:
    ages = f"{question.ages[0]}-{question.ages[-1]}" if len(question.ages) > 1 else question.ages[0]
    km_nl, km_en = f"{question.km:g}".replace(".", ","), f"{question.km:g}"
    said = [
        Text(
            f"In de buurt: leerlingen po van {ages} jaar in {homes.period} die hemelsbreed binnen {km_nl} km wonen."
            " Een aanwijzing, geen prognose: gebieden van vestigingen overlappen en niet iedereen gaat naar het vmbo.",
            f"Nearby: pupils in primary education of {ages} years in {homes.period} who live within {km_en} km as the"
            " crow flies. An indication, no forecast: catchments overlap and not everybody goes to vmbo.",
        )
    ]
    if homes.loaded:
        said.append(
            Text(
                f"Van {len(homes.loaded)} gemeenten zijn de leerlingen po geladen; wie in een andere gemeente woont"
                " telt niet mee, ook niet over de rand.",
                f"Of {len(homes.loaded)} municipalities the pupils in primary education are loaded; who lives in"
                " another one does not count, not across the edge either.",
            )
        )
    return said
