"""Columns of every table that the expressions read or make; the first four are the contract with the readers."""

_TEXT = "string"
# 32 bits hold every count of pupils; the engine would add 64-bit numbers up to 128 bits, and slower
_COUNT = "int32"

_ADDRESSES = dict.fromkeys(
    (
        *("file_id", "register_date", "location", "brin", "board", "name", "town", "postcode4"),
        *("municipality", "province", "rpa", "wgr", "corop", "rmc"),
    ),
    _TEXT,
) | {"row": "int32"}

SCHEMAS: dict[str, dict[str, str]] = {
    "vo_pupils": {
        "file_id": _TEXT, "row": "int32", "period": _TEXT, "location": _TEXT, "brin": _TEXT,
        "place_name": _TEXT, "province": _TEXT, "school_type": _TEXT, "track": _TEXT, "sector": _TEXT,
        "department": _TEXT, "profile": _TEXT, "grade": "int8", "sex": _TEXT, "count": "int32",
        "low": "int32", "high": "int32",
    },
    "exams": {
        "file_id": _TEXT, "row": "int32", "period": _TEXT, "location": _TEXT, "brin": _TEXT,
        "municipality": _TEXT, "municipality_name": _TEXT, "school_type": _TEXT, "track": _TEXT,
        "sector": _TEXT, "profile": _TEXT, "sex": _TEXT, "measure": _TEXT, "low": "int32", "high": "int32",
        "suppressed": "boolean",
    },
    "vo_addresses": _ADDRESSES | {"structure": _TEXT},
    "po_addresses": _ADDRESSES,
    # reference tables that the adapter fills from basis.places and counting
    "municipalities": {"code": _TEXT, "province": _TEXT},
    "rules": {"area": _TEXT, "column": _TEXT, "value": _TEXT},
    "subsets": {
        "population": _TEXT, "target": _TEXT, "use_track": "boolean", "use_sex": "boolean", "use_profile": "boolean",
        "parts": "int8",
    },
    "measures": {
        "indicator": _TEXT, "definition": _TEXT, "kind": _TEXT, "population": _TEXT, "flag": _TEXT,
        "restricted_sex": _TEXT, "by_track": "boolean", "by_sex": "boolean", "by_profile": "boolean",
        "by_municipality": "boolean", "by_province": "boolean", "valid_from": _TEXT, "valid_to": _TEXT, "unit": _TEXT,
        "source_table": _TEXT,
    },
    "origins": {"source_table": _TEXT, "period": _TEXT, "sources": _TEXT, "status": _TEXT},
}  # fmt: skip
"""Column names and types; the first four are the contract with the source readers."""

TIDY: dict[str, str] = {
    "file_id": _TEXT, "row": "int32", "period": _TEXT, "peildatum": _TEXT,
    "location": _TEXT, "institution": _TEXT, "postcode4": _TEXT, "municipality": _TEXT, "province": _TEXT,
    "area": _TEXT, "concept": _TEXT, "measure": _TEXT, "sex": _TEXT, "by_sex": "boolean", "in_total": "boolean",
    "level": _TEXT, "pathway": _TEXT, "domain": _TEXT, "programme": _TEXT, "age": _TEXT,
    "low": "float64", "high": "float64", "weight": "float64", "suppressed": "boolean", "status": _TEXT,
}  # fmt: skip
"""The one shape of observation of every table outside the school family; the contract with its readers.

`row` is the line in the publisher's file; `low` and `high` are equal when exact; `weight` belongs to a mean; `area` is
set when the publisher's row is about a whole area. Zero counts are not stored.
"""

OBSERVATIONS = ("vo_pupils", "exams", "vo_addresses", "po_addresses")

_SUMS = {"sector_known": "boolean"} | {
    f"{name}_{side}": _COUNT
    for name in ("all", "technical_sector", "technical_profile", "nature")
    for side in ("low", "high")
}

STEPS = {
    "places": {
        "source_table": _TEXT, "period": _TEXT, "location": _TEXT, "country": _TEXT, "province": _TEXT,
        "municipality": _TEXT, "wgr": _TEXT, "rpa": _TEXT, "signature": _COUNT,
    },
    "facts": {
        "population": _TEXT, "period": _TEXT, "location": _TEXT, "signature": _COUNT, "track": _TEXT,
        "profile": _TEXT, "sex": _TEXT, "by_sex": "boolean", "in_total": "boolean", "low": _COUNT, "high": _COUNT,
        "sector_known": "boolean", "technical_sector": "boolean", "technical_profile": "boolean",
        "nature": "boolean", "file_id": _TEXT, "row": "int32",
    },
    "cells": {
        "population": _TEXT, "period": _TEXT, "signature": _COUNT, "track": _TEXT, "profile": _TEXT, "sex": _TEXT,
        "by_sex": "boolean", "in_total": "boolean", **_SUMS,
    },
    "membership": {
        "area": _TEXT, "signature": _COUNT, "municipality": _TEXT, "province": _TEXT, "parts": "int8",
    },
    "extents": {
        "area": _TEXT, "municipality": _TEXT, "province": _TEXT, "parts": "int8", "extent": "int32",
    },
    "holds": {"extent": "int32", "signature": _COUNT, "parts": "int8"},
    "rolled": {
        "population": _TEXT, "period": _TEXT, "extent": "int32", "track": _TEXT, "sex": _TEXT, "profile": _TEXT,
        **_SUMS,
    },
    "offers": {
        "period": _TEXT, "extent": "int32", "track": _TEXT, "profile": _TEXT, "locations": _COUNT,
    },
    "boards": {
        "period": _TEXT, "extent": "int32", "boards": _COUNT,
    },
}  # fmt: skip
"""The steps between, each made by one expression."""
