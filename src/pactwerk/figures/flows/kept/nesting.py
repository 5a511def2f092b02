"""Areas that lie within each other or apart, so that each can be rounded as a total of its own; the rest are sums."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pactwerk.basis.places import (
    MembershipKind,
    UnknownArea,
    areas,
    members,
    municipalities,
    province_of,
)
from pactwerk.figures.flows.kept.refusals import NotKept

COUNTRY = "NL"


@dataclass(frozen=True)
class Nest:
    """The areas of a flow on one day, each with its municipalities; those asked for come first."""

    held: Mapping[str, frozenset[str]]

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The areas that get a total of their own, largest first: each lies within or apart from every other."""
        chosen: list[str] = []
        for code, inside in self.held.items():
            if inside and all(_fits(inside, self.held[other]) for other in chosen):
                chosen.append(code)
        return tuple(sorted(chosen, key=lambda code: -len(self.held[code])))

    def chain(self, place: str) -> tuple[str, ...]:
        """The areas with a total of their own that a municipality lies in, from large to small, and itself."""
        return (*(code for code in self.own if place in self.held[code] and code != place), place)

    def pieces(self, code: str) -> tuple[str, ...]:
        """What an area is put together from: itself, or areas with a total of their own and municipalities."""
        if code in self.own:
            return (code,)
        left, found = set(self.held[code]), []
        for other in self.own:
            if self.held[other] <= left:
                found.append(other)
                left -= self.held[other]
        return (*found, *sorted(left))


def _fits(inside: frozenset[str], other: frozenset[str]) -> bool:
    return inside <= other or other <= inside or not inside & other


def nest(asked: Sequence[str], year: int, places: Iterable[str]) -> Nest:
    """The areas asked for and those that consist of provinces, on 1 October of a year.

    `places` are the codes of municipalities in the file. Raises NotKept for an area whose municipalities are unknown.
    """
    day = date(year, 10, 1)
    provinces = _by_province(year, places)
    held = {code: _municipalities(code, day, provinces) for code in asked if code != COUNTRY}
    for found in areas():
        if found.code not in held and members(found.code, day).kind is MembershipKind.PROVINCES:
            held[found.code] = _municipalities(found.code, day, provinces)
    return Nest({code: inside for code, inside in held.items() if inside})


def _by_province(year: int, places: Iterable[str]) -> Mapping[str, set[str]]:
    """Municipalities by province: those of the year and those of the file that the product knows."""
    found: dict[str, set[str]] = {}
    for row in municipalities(year):
        found.setdefault(row.province, set()).add(row.code)
    for code in places:
        if (province := _province(code)) is not None:
            found.setdefault(province, set()).add(code)
    return found


def _province(code: str) -> str | None:
    try:
        return province_of(code)
    except UnknownArea:
        return None


def _municipalities(code: str, day: date, provinces: Mapping[str, set[str]]) -> frozenset[str]:
    membership = members(code, day)
    if membership.kind is MembershipKind.PROVINCES:
        return frozenset(place for province in membership.provinces for place in provinces.get(province, ()))
    if membership.kind is MembershipKind.MUNICIPALITIES:
        return frozenset(membership.municipalities)
    raise NotKept(
        f"Van gebied {code} is niet bekend uit welke gemeenten het bestaat; voer het in met figures areas import.",
        f"It is not known which municipalities area {code} consists of; enter it with figures areas import.",
    )
