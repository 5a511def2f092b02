"""Dated geography: areas, municipalities, how areas are composed, and the product's own tile map."""

from pactwerk.basis.places.areas import area, areas
from pactwerk.basis.places.kinds import Area, AreaKind, Membership, MembershipKind, UnknownArea
from pactwerk.basis.places.memberships import members
from pactwerk.basis.places.municipalities import (
    EXAMPLE_MUNICIPALITIES,
    Municipality,
    municipalities,
    municipality,
    province_of,
    successor_of,
    tiles,
)
from pactwerk.basis.places.names import municipality_by_name, province_by_name

__all__ = [
    "EXAMPLE_MUNICIPALITIES",
    "Area",
    "AreaKind",
    "Membership",
    "MembershipKind",
    "Municipality",
    "UnknownArea",
    "area",
    "areas",
    "members",
    "municipalities",
    "municipality",
    "municipality_by_name",
    "province_by_name",
    "province_of",
    "successor_of",
    "tiles",
]
