"""Of what an area consists."""

from pactwerk.basis.places.areas import area
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


def members(code: str) -> Membership:
    """How an area is composed. Raises UnknownArea.

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
    return _other(found.code, found.reference)


def _other(code: str, reference: str) -> Membership:
    if code.startswith("GM"):
        return Membership(MembershipKind.MUNICIPALITIES, municipalities=(code,), reference=reference)
    if code == "RG-WATERRIJK":
        chosen = EXAMPLE_MUNICIPALITIES[:6]
        return Membership(MembershipKind.MUNICIPALITIES, municipalities=chosen, reference=reference)
    return Membership(MembershipKind.UNKNOWN, reference=reference)
