"""Reads of this room."""

from .directory import organisations
from .roles import (
    lapsing_roles,
    persons_kept_by,
    persons_past_term,
    public_roles,
    running,
)

__all__ = [
    "lapsing_roles",
    "organisations",
    "persons_kept_by",
    "persons_past_term",
    "public_roles",
    "running",
]
