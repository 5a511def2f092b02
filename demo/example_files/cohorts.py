"""How many pupils of which profile and sex: cohorts that move up a year, so that editions agree with each other."""

from __future__ import annotations

import random
from dataclasses import dataclass

from demo.example_files.calendar import Calendar
from demo.example_files.world import MERGER_YEARS_AGO, SEED, VO, Location

TECHNICAL = frozenset({"PIE", "BWI", "MTR", "MVI", "MTE"})
WEIGHT = {"PIE": 0.17, "BWI": 0.14, "MTR": 0.11, "MVI": 0.12, "MTE": 0.14}
WEIGHT |= {"ZWE": 0.34, "EO": 0.30, "DP": 0.34, "G": 0.36, "HBR": 0.22}
GIRLS = {"PIE": 0.06, "BWI": 0.09, "MTR": 0.06, "MVI": 0.36, "MTE": 0.07}
GIRLS |= {"ZWE": 0.84, "EO": 0.48, "DP": 0.52, "G": 0.58, "HBR": 0.55}
GENERAL = {
    "havo": {"NT": 0.13, "NG": 0.14, "NTNG": 0.08, "EM": 0.38, "CM": 0.20, "EMCM": 0.07},
    "vwo": {"NT": 0.14, "NG": 0.20, "NTNG": 0.24, "EM": 0.25, "CM": 0.12, "EMCM": 0.05},
}
GENERAL_GIRLS = {"NT": 0.24, "NG": 0.62, "NTNG": 0.46, "EM": 0.42, "CM": 0.74, "EMCM": 0.62}
FIRST_PROFILE_GRADE = {"bb": 3, "kb": 3, "gl": 3, "tl": 3, "havo": 4, "vwo": 4}
TECHNICAL_GROWTH = 0.045
"""Growth of the technical profiles' weight a year, seen back from the latest year."""
NATURAL_DECLINE = 0.014
"""Decline of the weight of natural-science profiles in havo a year."""


@dataclass(frozen=True)
class Cell:
    """Pupils of one profile ('' where the track has none yet) and one sex."""

    profile: str
    sex: str


def apportion(total: int, weights: dict[Cell, float], chance: random.Random) -> dict[Cell, int]:
    """Whole pupils in proportion to the weights, each disturbed a little; the parts add up to the total."""
    bent = {cell: weight * chance.uniform(0.95, 1.05) for cell, weight in weights.items()}
    scale = total / sum(bent.values())
    exact = {cell: weight * scale for cell, weight in bent.items()}
    parts = {cell: int(value) for cell, value in exact.items()}
    rest = sorted(exact, key=lambda cell: (parts[cell] - exact[cell], cell.profile, cell.sex))
    for cell in rest[: total - sum(parts.values())]:
        parts[cell] += 1
    return parts


class Cohorts:
    """All pupils of the example, as seen from one calendar."""

    def __init__(self, calendar: Calendar, seed: int = SEED) -> None:
        self.calendar = calendar
        self.seed = seed
        self._known: dict[tuple[str, str, int], dict[Cell, int]] = {}

    def _chance(self, *key: object) -> random.Random:
        return random.Random(":".join(str(part) for part in (self.seed, *key)))

    def is_open(self, location: Location, year: int) -> bool:
        """Whether the location still has pupils in the school year; the one that merged has not."""
        return not location.merged_into or year < self.calendar.latest_pupils - MERGER_YEARS_AGO

    def intake(self, location: Location, track: str, start: int) -> int:
        """Pupils who began in year 1 in the autumn of `start` and follow this track."""
        chance = self._chance(location.key, track, start, "intake")
        drift = 1 - 0.006 * (start - self.calendar.latest_pupils + 10)
        return round(location.intake[track] * drift * chance.uniform(0.98, 1.02))

    def _weights(self, location: Location, track: str, chosen: int) -> dict[Cell, float]:
        age = chosen - self.calendar.latest_pupils
        if track in GENERAL:
            shares = dict(GENERAL[track])
            if track == "havo":
                shares = {
                    code: share * (1 - NATURAL_DECLINE * (age + 8) if code.startswith("N") else 1)
                    for code, share in shares.items()
                }
            girls = GENERAL_GIRLS
        elif track == "tl":
            shares, girls = {"": 1.0}, {"": 0.5}
        else:
            growth = 1 + TECHNICAL_GROWTH * (age + 8)
            shares = {p: WEIGHT[p] * (growth if p in TECHNICAL else 1) for p in location.profiles}
            girls = {p: GIRLS[p] * (1 + 0.02 * (age + 8)) if p in TECHNICAL else GIRLS[p] for p in location.profiles}
        return {
            Cell(code, sex): share * (girls[code] if sex == "female" else 1 - girls[code])
            for code, share in shares.items()
            for sex in ("male", "female")
        }

    def cohort(self, location: Location, track: str, start: int) -> dict[Cell, int]:
        """The profiles a cohort chose; the same people in every year it is counted."""
        key = (location.key, track, start)
        if key not in self._known:
            chosen = start + FIRST_PROFILE_GRADE[track] - 1
            weights = self._weights(location, track, chosen)
            chance = self._chance(*key, "profiles")
            self._known[key] = apportion(self.intake(location, track, start), weights, chance)
        return self._known[key]

    def pupils(self, location: Location, track: str, grade: int, year: int) -> dict[Cell, int]:
        """Pupils of a grade on 1 October of `year`, with those of a location that merged into this one."""
        found = dict(self.cohort(location, track, year - grade + 1)) if track in location.intake else {}
        for other in VO:
            if other.merged_into == location.key and not self.is_open(other, year) and track in other.intake:
                for cell, count in self.cohort(other, track, year - grade + 1).items():
                    found[cell] = found.get(cell, 0) + count
        if grade < FIRST_PROFILE_GRADE[track]:
            return {
                Cell("", sex): sum(count for cell, count in found.items() if cell.sex == sex)
                for sex in ("male", "female")
            }
        return found

    def open_locations(self, year: int) -> list[Location]:
        """The locations that the publisher counts in this school year."""
        return [location for location in VO if self.is_open(location, year)]
