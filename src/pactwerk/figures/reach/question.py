"""What is asked about reach, checked before anything is counted."""

from dataclasses import dataclass, replace

from pactwerk.basis.places import area
from pactwerk.basis.readable import ReadableError
from pactwerk.figures.indicators.counting import TECHNICAL_PROFILES, VMBO_TRACKS
from pactwerk.figures.reach.ground import AGES, Ground

ANY = "techniek"
"""Any of the technical profiles."""

OFFERED = (*TECHNICAL_PROFILES, "DP")
"""The profiles one can ask for: the technical ones, and *dienstverlening en producten*, which is not one of them."""

SOON = ("10", "11", "12")
"""Ages on 1 October of pupils who choose a school within about three years; what is asked when nothing is said."""

FARTHEST_KM = 100.0
MOST_FACTOR = 3.0


class BadReachQuestion(ReadableError):
    """The question about reach makes no sense; the text says why and what does."""


@dataclass(frozen=True)
class Change:
    """A location that closes or opens, wholly (`profile` empty: closing only) or for one profile."""

    location: str
    profile: str = ""

    def __str__(self) -> str:
        return f"{self.location}:{self.profile}" if self.profile else self.location


def change(text: str) -> Change:
    """`01AB00` or `01AB00:BWI` as a change. Raises nothing: `checked` judges it."""
    location, _, profile = text.strip().upper().partition(":")
    return Change(location.strip(), profile.strip())


@dataclass(frozen=True)
class ReachQuestion:
    """Pupils of an area within so many km of a location that offers a profile.

    The distance is as the crow flies, times `factor` (1: as it is): 1.3 stands for the way by road, when asked for.
    `track` empty: any of bb, kb and gl. `closed` and `opened` are what-if: what is different from the files.
    """

    area: str
    km: float
    profile: str = ANY
    track: str = ""
    ages: tuple[str, ...] = SOON
    factor: float = 1.0
    closed: tuple[Change, ...] = ()
    opened: tuple[Change, ...] = ()

    def checked(self, found: Ground) -> "ReachQuestion":
        """The question with codes as they are written. Raises BadReachQuestion or UnknownArea."""
        place = area(self.area)
        if not 0 < self.km <= FARTHEST_KM:
            raise BadReachQuestion(
                f"Een afstand is meer dan 0 en ten hoogste {FARTHEST_KM:.0f} km.",
                f"A distance is more than 0 and at most {FARTHEST_KM:.0f} km.",
            )
        if not 1 <= self.factor <= MOST_FACTOR:
            raise BadReachQuestion(
                "De omwegfactor ligt tussen 1 (hemelsbreed) en 3; 1,3 is gebruikelijk voor de weg.",
                "The detour factor lies between 1 (as the crow flies) and 3; 1.3 is usual for roads.",
            )
        profile = self.profile if self.profile == ANY else _profile(self.profile)
        if self.track and self.track not in VMBO_TRACKS:
            raise BadReachQuestion("Kies leerweg bb, kb of gl.", "Choose track bb, kb or gl.")
        if not self.ages or not set(self.ages) <= set(AGES):
            raise BadReachQuestion("Kies leeftijden van 4 tot en met 12 jaar.", "Choose ages from 4 to 12 years.")
        for entry in (*self.closed, *self.opened):
            _check_change(entry, found)
        if any(not entry.profile for entry in self.opened):
            raise BadReachQuestion(
                "Wat opengaat is een profiel op een vestiging: schrijf 01AB00:BWI.",
                "What opens is a profile at a location: write 01AB00:BWI.",
            )
        return replace(self, area=place.code, profile=profile)

    @property
    def profiles(self) -> tuple[str, ...]:
        """The profiles that count."""
        return TECHNICAL_PROFILES if self.profile == ANY else (self.profile,)

    def as_it_is(self) -> "ReachQuestion":
        """The same question about what the files say."""
        return replace(self, closed=(), opened=())


def _profile(text: str) -> str:
    code = text.strip().upper()
    if code not in OFFERED:
        listed = ", ".join(OFFERED)
        raise BadReachQuestion(
            f"Profiel '{text}' is onbekend; kies {ANY} (alle technische profielen) of een van {listed}.",
            f"Profile '{text}' is unknown; choose {ANY} (all technical profiles) or one of {listed}.",
        )
    return code


def _check_change(entry: Change, found: Ground) -> None:
    if entry.location not in found.number:
        raise BadReachQuestion(
            f"Vestiging '{entry.location}' heeft in het bestand met leerlingen vo geen vmbo-profiel; een vestiging is"
            " bijvoorbeeld 16TF00.",
            f"Location '{entry.location}' has no vmbo profile in the file of vo pupils; a location is for instance"
            " 16TF00.",
        )
    if entry.profile:
        _profile(entry.profile)
