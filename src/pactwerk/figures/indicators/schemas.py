"""Columns of every table that the expressions read or make; the first four are the contract with the readers."""

from pactwerk.figures.indicators.families import STOCK as STOCK_FAMILY
from pactwerk.figures.indicators.families import TIDY as TIDY_FAMILY
from pactwerk.figures.indicators.study import CONDITIONS as _CODES

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
    "postcodes": {
        "file_id": _TEXT, "row": "int32", "year": _TEXT, "postcode4": _TEXT, "municipality": _TEXT,
        "municipality_name": _TEXT,
    },
    # what the registers say of locations without an address, and what was corrected locally
    "fallbacks": dict.fromkeys(("location", "municipality", "postcode4", "file_id", "how"), _TEXT),
    "corrections": dict.fromkeys(("location", "municipality", "postcode4", "closed"), _TEXT),
    # the years of the loaded postcode tables, and the municipalities that can be followed to them
    "border_years": {"borders": _TEXT},
    "followed": {"municipality": _TEXT, "borders": _TEXT, "target": _TEXT, "until": "int32"},
    "divisions": dict.fromkeys(("code", "corop", "rpa"), _TEXT),
    # reference tables that the adapter fills from basis.places and counting
    "municipalities": {"code": _TEXT, "province": _TEXT},
    "rules": dict.fromkeys(("area", "borders", "since", "until", "at", "column", "value"), _TEXT),
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

SCHEMAS |= {
    "tidy": {"source_table": _TEXT, "part": _TEXT, **TIDY},
    # reference tables that the adapter fills from the studies and from what is loaded
    "tidy_studies": {
        "population": _TEXT, "indicator": _TEXT, "definition": _TEXT, "kind": _TEXT, "unit": _TEXT,
        "source_table": _TEXT, "measured": _TEXT, "of_measure": _TEXT, "inside": "boolean", "sexed": "boolean",
        "at_school": "boolean",
        **{f"{side}_{name}": _TEXT for side in ("where", "numerator", "denominator") for name in _CODES},
    },
    "tidy_subsets": {
        "population": _TEXT, "target": _TEXT, **{f"use_{name}": "boolean" for name in TIDY_FAMILY.dimensions},
        "parts": "int8",
    },
    "available": {"population": _TEXT, "period": _TEXT},
    "area_extents": {"area": _TEXT, "extent": "int32"},
}  # fmt: skip

SCHEMAS |= {
    "stock_subsets": {
        "population": _TEXT, "indicator": _TEXT, "definition": _TEXT, "upper": "boolean",
        **{f"use_{name}": "boolean" for name in STOCK_FAMILY.dimensions}, "parts": "int8",
    },
    "stock_ratios": {
        "indicator": _TEXT, "definition": _TEXT, "unit": _TEXT, "source_table": _TEXT,
        "other_table": _TEXT, "a_year_before": "boolean", "within": "boolean",
        "valid_from": _TEXT, "valid_to": _TEXT,
    },
}  # fmt: skip

OBSERVATIONS = ("vo_pupils", "exams", "vo_addresses", "po_addresses")

_SUMS = {"sector_known": "boolean"} | {
    f"{name}_{side}": _COUNT
    for name in ("all", "technical_sector", "technical_profile", "nature")
    for side in ("low", "high")
}

_PLACE = dict.fromkeys(("country", "province", "municipality", "wgr", "rpa", "corop"), _TEXT)
_ERA = dict.fromkeys(("borders", "since", "until"), _TEXT)

STEPS = {
    "located": dict.fromkeys(
        (
            *("source_table", "period", "location", "province", "municipality", "postcode4"),
            *("address_municipality", "wgr", "rpa", "corop", "place_file", "how"),
        ),
        _TEXT,
    ),
    "redrawn": {
        "municipality": _TEXT, "postcode4": _TEXT, "moved": "boolean", "known_in": "int32", "borders": _TEXT,
        "target": _TEXT,
    },
    "places": {
        "source_table": _TEXT, "period": _TEXT, "location": _TEXT, **_PLACE, "course": _TEXT, "place_file": _TEXT,
        "how": _TEXT, "signature": _COUNT,
    },
    "signatures": {"signature": _COUNT, "borders": _TEXT, **_PLACE},
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
        "area": _TEXT, **_ERA, "signature": _COUNT, "municipality": _TEXT, "province": _TEXT, "parts": "int8",
    },
    "extents": {
        "area": _TEXT, **_ERA, "municipality": _TEXT, "province": _TEXT, "parts": "int8", "extent": "int32",
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

_LABELS = dict.fromkeys(("source_table", "measure", *_CODES), _TEXT)
_ROLLED = {
    "population": _TEXT, "period": _TEXT, "extent": "int32", **dict.fromkeys(TIDY_FAMILY.dimensions, _TEXT),
}  # fmt: skip
_AMOUNTS = dict.fromkeys(TIDY_FAMILY.bounds, TIDY_FAMILY.amount)

STEPS |= {
    "spots": dict.fromkeys(
        (
            *("source_table", "period", "spot", "concept"),
            *("location", "institution", "postcode4", "municipality", "province"),
        ),
        _TEXT,
    ),
    "tidy_chosen": {
        **_LABELS, "population": _TEXT, "kind": _TEXT, "sexed": "boolean", "at_school": "boolean", "role": _TEXT,
    },
    "tidy_facts": {
        "population": _TEXT, "role": _TEXT, "period": _TEXT, "signature": _COUNT, "sex": _TEXT, "by_sex": "boolean",
        "in_total": "boolean", "level": _TEXT, "pathway": _TEXT, "domain": _TEXT, "programme": _TEXT, "age": _TEXT,
        "low": "float64", "high": "float64", "file_id": _TEXT, "row": "int32",
    },
    "tidy_cells": {
        "population": _TEXT, "period": _TEXT, "signature": _COUNT, **dict.fromkeys(TIDY_FAMILY.dimensions, _TEXT),
        "by_sex": "boolean", "in_total": "boolean", **_AMOUNTS,
    },
    "tidy_rolled": {**_ROLLED, **_AMOUNTS},
    "tidy_values": {**_ROLLED, "low": "float64", "high": "float64"},
}  # fmt: skip

_STOCK_KIND = {
    "population": _TEXT, "period": _TEXT, **dict.fromkeys(STOCK_FAMILY.dimensions, _TEXT),
    "by_sex": "boolean", "in_total": "boolean",
}  # fmt: skip
_STOCK = {**_STOCK_KIND, "signature": _COUNT}
_STOCK_RATIO = dict.fromkeys(("indicator", "definition", "period"), _TEXT)
_STOCK_AMOUNTS = dict.fromkeys(STOCK_FAMILY.bounds, STOCK_FAMILY.amount)

STEPS |= {
    "stock_facts": {**_STOCK, "location": _TEXT, "low": _COUNT, "high": _COUNT, "file_id": _TEXT, "row": "int32"},
    "stock_cells": {**_STOCK, **_STOCK_AMOUNTS},
    "stock_kinds": {**_STOCK_KIND, "kind": "int32"},
    "stock_backed": {
        **_STOCK_RATIO, "unit": _TEXT, "within": "boolean", "backing": "int32", "status": _TEXT, "sources": _TEXT,
    },
    "stock_sides": {
        "kind": "int32", "upper": "boolean", "parts": "int8", **_STOCK_RATIO,
        **dict.fromkeys(STOCK_FAMILY.dimensions, _TEXT), "figure": "int32",
    },
    "stock_rolled": {
        "figure": "int32", "extent": "int32",
        **{f"{name}_{side}": _COUNT for name in ("numerator", "denominator") for side in ("low", "high")},
    },
}  # fmt: skip
