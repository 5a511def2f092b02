"""The records of this room; one concept a file."""

from .identifier import IdentifierScheme, OrganisationAlias, OrganisationIdentifier
from .organisation import Organisation, OrganisationKind, Sector
from .person import Person
from .relation import OrganisationRelation, RelationKind
from .role import RoleHeld, RoleKind

__all__ = [
    "IdentifierScheme",
    "Organisation",
    "OrganisationAlias",
    "OrganisationIdentifier",
    "OrganisationKind",
    "OrganisationRelation",
    "Person",
    "RelationKind",
    "RoleHeld",
    "RoleKind",
    "Sector",
]
