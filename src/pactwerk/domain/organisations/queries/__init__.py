"""Reads of this room."""

from .directory import organisation_card, organisations
from .roles import (
    lapsing_roles,
    persons_kept_by,
    persons_past_term,
    public_roles,
    running,
)

__all__ = [
    "lapsing_roles",
    "organisation_card",
    "organisations",
    "persons_kept_by",
    "persons_past_term",
    "public_roles",
    "running",
]
