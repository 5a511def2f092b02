"""Of what an area consists."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from pactwerk.basis.places.areas import area
from pactwerk.basis.places.divisions import COROP, RPA
from pactwerk.basis.places.entered import entered_areas
from pactwerk.basis.places.kinds import AreaKind, Membership, MembershipKind
from pactwerk.basis.places.municipalities import EXAMPLE_MUNICIPALITIES

_CBS = "CBS, Gebiedsindelingen, editie 2015"

_PROVINCES = {
    "LD01": ("PV20", "PV21", "PV22"),
    "LD02": ("PV23", "PV24", "PV25"),
    "LD03": ("PV26", "PV27", "PV28", "PV29"),
    "LD04": ("PV30", "PV31"),
    "TP-NOORD": ("PV20", "PV21", "PV22"),
}
# Neither is published as the composition of the region; the address file is the nearest official division.
_COLUMNS = {"STO-NK": ("wgr", "Noord-Kennemerland"), "RG-NHN": ("rpa", "Noord-Holland-Noord")}
_DIVISIONS = {code: ("corop", name) for code, name in COROP.items()} | {
    code: ("rpa", name) for code, name in RPA.items()
}


def members(code: str, on: date | None = None) -> Membership:
    """How an area is composed, on a day (today when none is given). Raises UnknownArea.

    The invented region consists of all invented municipalities but two, so that a region and a province differ.
    """
    found = area(code)
    if found.kind is AreaKind.COUNTRY:
        return Membership(MembershipKind.EVERYTHING, reference=_CBS)
    if found.code in _PROVINCES:
        return Membership(MembershipKind.PROVINCES, provinces=_PROVINCES[found.code], reference=found.reference)
    if found.code.startswith("PV"):
        return Membership(MembershipKind.PROVINCES, provinces=(found.code,), reference=found.reference)
    if found.code in _COLUMNS:
        column, value = _COLUMNS[found.code]
        return Membership(
            MembershipKind.ADDRESS_COLUMN, column=column, value=value, own_choice=True, reference=found.reference
        )
    if found.code in _DIVISIONS:
        column, value = _DIVISIONS[found.code]
        return Membership(MembershipKind.ADDRESS_COLUMN, column=column, value=value, reference=found.reference)
    return _entered(found.code, on) or _other(found.code, found.reference)


def eras(code: str) -> Iterator[tuple[date | None, date | None, Membership]]:
    """Every composition of an area with its first day and its first day no longer (None: always). Raises UnknownArea.

    Only entered areas change: what publishers divide is told by their files of each year.
    """
    entered = entered_areas().get(area(code).code)
    if entered is None:
        yield None, None, members(code)
        return
    for since, until, held in entered.eras():
        yield since, until, Membership(MembershipKind.MUNICIPALITIES, municipalities=held, reference=entered.reference)


def _entered(code: str, on: date | None) -> Membership | None:
    found = entered_areas().get(code)
    if found is None:
        return None
    held = found.on(on or datetime.now(UTC).date())
    return Membership(MembershipKind.MUNICIPALITIES, municipalities=held, reference=found.reference)


def _other(code: str, reference: str) -> Membership:
    if code.startswith("GM"):
        return Membership(MembershipKind.MUNICIPALITIES, municipalities=(code,), reference=reference)
    if code == "RG-WATERRIJK":
        chosen = EXAMPLE_MUNICIPALITIES[:6]
        return Membership(MembershipKind.MUNICIPALITIES, municipalities=chosen, reference=reference)
    return Membership(MembershipKind.UNKNOWN, reference=reference)
