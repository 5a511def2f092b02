"""The records of this room; one concept a file."""

from .body import Body, BodyKind, BodySeat

__all__ = ["Body", "BodyKind", "BodySeat"]
