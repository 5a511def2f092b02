"""From a publisher's spelling of a place to its code."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from pactwerk.basis.places.municipalities import Municipality, municipalities, municipality

# The names of the twelve provinces, and the invented one, in the publishers' spellings.
PROVINCE_NAMES = {
    "PV20": ("Groningen",),
    "PV21": ("Fryslân", "Friesland", "Fryslan"),
    "PV22": ("Drenthe",),
    "PV23": ("Overijssel",),
    "PV24": ("Flevoland",),
    "PV25": ("Gelderland",),
    "PV26": ("Utrecht",),
    "PV27": ("Noord-Holland",),
    "PV28": ("Zuid-Holland",),
    "PV29": ("Zeeland",),
    "PV30": ("Noord-Brabant",),
    "PV31": ("Limburg",),
    "PV99": ("Voorbeeldland",),
}
# DUO marks a name that occurs twice with the province (BERGEN NH, BERGEN LB); CBS with (NH.), (L.).
_SUFFIXES = {"nh": "PV27", "lb": "PV31", "l": "PV31", "zh": "PV28", "z": "PV29", "o": "PV23", "gld": "PV25"}


def name_key(name: str) -> str:
    """Letters only, without accents or case: `'s-Gravenhage` and `'S-GRAVENHAGE` have one key."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^a-z]", "", plain)


def _base(name: str) -> str:
    """The name without a trailing mark in brackets: `Bergen (NH.)` is `Bergen`, `Groningen (gemeente)` `Groningen`."""
    return re.sub(r"\s*\([^)]*\)\s*$", "", name)


def _spellings(row: Municipality) -> set[str]:
    names = {row.name, *row.aliases}
    return {name_key(spelling) for name in names for spelling in (name, _base(name), name.replace(" en ", " & "))}


@cache
def _index() -> Mapping[str, tuple[Municipality, ...]]:
    index: dict[str, set[Municipality]] = defaultdict(set)
    for row in (*municipalities(), *municipalities(example=True)):
        for key in _spellings(row):
            index[key].add(row)
    return {key: tuple(sorted(rows, key=lambda row: row.code)) for key, rows in index.items()}


def _candidates(name: str) -> tuple[tuple[Municipality, ...], str | None]:
    found = _index().get(name_key(name))
    if found:
        return found, None
    base = _base(name)
    mark = re.search(r"\(([^)]*)\)\s*$|\s([A-Za-z]{1,3})\.?$", name)
    suffix = _SUFFIXES.get(name_key(mark[1] or mark[2])) if mark else None
    stem = base if base != name else re.sub(r"\s[A-Za-z]{1,3}\.?$", "", name)
    if mark and mark[2] and suffix is None:
        return (), None
    return _index().get(name_key(stem), ()), suffix


def municipality_by_name(name: str, province: str | None = None) -> str | None:
    """The code of a municipality by its name in any publisher's spelling, historic names too.

    `BERGEN NH`, `BERGEN (NH.)`, `'S-GRAVENHAGE`, `SUDWEST-FRYSLAN`. A name that occurs in two provinces needs the
    province (a code, or what the mark behind the name says); otherwise None, as for an unknown name.
    """
    rows, suffix = _candidates(name.strip())
    wanted = province or suffix
    if wanted:
        rows = tuple(row for row in rows if row.province == wanted)
    if len(rows) > 1:
        rows = tuple(row for row in rows if row.valid_to is None)
    return rows[0].code if len(rows) == 1 else None


@cache
def _provinces() -> Mapping[str, str]:
    return {name_key(name): code for code, names in PROVINCE_NAMES.items() for name in names}


def province_by_name(name: str) -> str | None:
    """The code of a province: `Friesland`, `Fryslân`, `Fryslan (PV)` are PV21; None when unknown."""
    return _provinces().get(name_key(_base(name.strip())))


def municipality_name(code: str) -> str:
    """The name of a municipality by its code. Raises UnknownArea."""
    return municipality(code).name
