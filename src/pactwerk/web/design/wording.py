"""Names of codes on screen, in the reader's language: areas, indicators, dimensions and their values."""

from __future__ import annotations

from typing import Protocol

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from pactwerk.basis import places
from pactwerk.basis.vocabularies import PROFILES, SEXES, TRACKS
from pactwerk.figures import indicators


class Named(Protocol):
    """Anything that carries its name in both languages."""

    @property
    def name_nl(self) -> str: ...
    @property
    def name_en(self) -> str: ...


def is_english() -> bool:
    """Whether the page is drawn in English; Dutch is the other, authoritative one."""
    return (get_language() or "nl").startswith("en")


def name_of(thing: Named) -> str:
    """The name in the page's language; Dutch where no English name is given."""
    return (thing.name_en or thing.name_nl) if is_english() else thing.name_nl


def area_name(code: str) -> str:
    """Name of an area; its code when the product does not know it."""
    try:
        return name_of(places.area(code))
    except places.UnknownArea:
        return code


def indicator_name(code: str) -> str:
    """Name of an indicator; its code when it is not in the catalogue (a pact's own figure)."""
    known = {item.code: item for item in indicators.catalogue()}
    return name_of(known[code]) if code in known else code


def dimension_name(code: str) -> str:
    """Name of a breakdown as a column heading."""
    names = {
        "track": _("Leerweg"),
        "sex": _("Geslacht"),
        "profile": _("Profiel"),
        "municipality": _("Gemeente"),
        "province": _("Provincie"),
    }
    return names.get(code, code)


def member_name(dimension: str, code: str) -> str:
    """Name of one value of a breakdown: `track` `bb` is the basisberoepsgerichte leerweg."""
    if dimension in ("municipality", "province"):
        return area_name(code)
    words = {"track": TRACKS, "sex": SEXES, "profile": PROFILES}.get(dimension, {})
    return name_of(words[code]) if code in words else code


def basis_name(basis: str) -> str:
    """Where a figure comes from, in one word: computed here, published by others, recorded by the pact."""
    names = {
        "computed": pgettext("cijfer", "berekend"),
        "published": pgettext("cijfer", "gepubliceerd"),
        "own": pgettext("cijfer", "eigen telling"),
    }
    return names.get(basis, basis)
