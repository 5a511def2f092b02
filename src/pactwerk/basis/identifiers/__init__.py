"""Codes of the outside world in one spelling: BRIN, location, municipality, KVK."""

from pactwerk.basis.identifiers.codes import (
    Brin,
    InvalidIdentifier,
    brin,
    gm_code,
    kvk,
    location_key,
)

__all__ = ["Brin", "InvalidIdentifier", "brin", "gm_code", "kvk", "location_key"]
