"""Dated geography: areas, municipalities, how areas are composed, and the product's own tile map."""

from pactwerk.basis.places.areas import area, areas, published_areas
from pactwerk.basis.places.entered import (
    DatedMember,
    EnteredArea,
    areas_of,
    entered_areas,
    read_areas_from,
    write_areas,
)
from pactwerk.basis.places.kinds import Area, AreaKind, Membership, MembershipKind, UnknownArea
from pactwerk.basis.places.memberships import eras, members
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
from pactwerk.basis.places.recodings import Postcodes, Recoding, YearPair, compose, recode, recode_counts, years_of
from pactwerk.basis.places.splits import split_municipalities, whole_successor

__all__ = [
    "EXAMPLE_MUNICIPALITIES",
    "Area",
    "AreaKind",
    "DatedMember",
    "EnteredArea",
    "Membership",
    "MembershipKind",
    "Municipality",
    "Postcodes",
    "Recoding",
    "UnknownArea",
    "YearPair",
    "area",
    "areas",
    "areas_of",
    "compose",
    "entered_areas",
    "eras",
    "members",
    "municipalities",
    "municipality",
    "municipality_by_name",
    "province_by_name",
    "province_of",
    "published_areas",
    "read_areas_from",
    "recode",
    "recode_counts",
    "split_municipalities",
    "successor_of",
    "tiles",
    "whole_successor",
    "write_areas",
    "years_of",
]
