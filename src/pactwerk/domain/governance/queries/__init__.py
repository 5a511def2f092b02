"""Reads of this room."""

from .bodies import bodies_of, seats_representing

__all__ = ["bodies_of", "seats_representing"]
