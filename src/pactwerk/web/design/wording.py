"""Names of codes on screen, in the reader's language: areas, indicators, dimensions and their values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Protocol

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from pactwerk.basis import places
from pactwerk.basis.vocabularies import BREAKDOWNS, EDUCATION_LEVELS, PATHWAYS, PROFILES, SECTORS, SEXES, TRACKS
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
    return name_of(known[code]) if code in known else _reach_names().get(code, code)


def _reach_names() -> Mapping[str, str]:
    """What the tables about reach tell, which is no indicator of the catalogue."""
    return {
        "BEREIK": _("Bereik van technisch vmbo"),
        "BEREIK-LEERLINGEN": _("Leerlingen po"),
        "BEREIK-AFSTAND": _("Afstand tot de dichtstbijzijnde vestiging"),
        "GROEPSGROOTTE": _("Groepsgrootte"),
        "VERZORGINGSGEBIED": _("Leerlingen po in de buurt"),
    }


def dimension_name(code: str) -> str:
    """Name of a breakdown as a column heading."""
    names = {
        "track": _("Leerweg"),
        "sex": _("Geslacht"),
        "profile": _("Profiel"),
        "municipality": _("Gemeente"),
        "province": _("Provincie"),
        "level": _("Niveau"),
        "pathway": _("Leerweg of vorm"),
        "programme": _("Opleiding"),
        "age": _("Leeftijd"),
        "postcode4": _("Postcode"),
        "location": _("Vestiging"),
    }
    if code in BREAKDOWNS:
        return name_of(BREAKDOWNS[code])
    return names.get(code, code)


def member_name(dimension: str, code: str) -> str:
    """Name of one value of a breakdown: `track` `bb` is the basisberoepsgerichte leerweg."""
    if dimension in ("municipality", "province"):
        return area_name(code)
    if dimension == "age" and code.isdigit():
        return _("%(n)s jaar") % {"n": code}
    if dimension == "level":
        return _level_name(code)
    words = _WORDS.get(dimension, {})
    return name_of(words[code]) if code in words else code


_WORDS: Mapping[str, Mapping[str, Named]] = {
    "track": TRACKS,
    "sex": SEXES,
    "profile": PROFILES,
    "pathway": PATHWAYS,
    "domain": {**EDUCATION_LEVELS, **SECTORS},
}


def _level_name(code: str) -> str:
    """A level of mbo by its number, a kind of primary school in full; other levels are known by their code."""
    if code.isdigit():
        return _("niveau %(n)s") % {"n": code}
    names = {
        "Bo": _("basisonderwijs"),
        "Sbo": _("speciaal basisonderwijs"),
        "So": _("speciaal onderwijs"),
        "Vso": _("voortgezet speciaal onderwijs"),
    }
    if code in TRACKS or code.upper() in PATHWAYS:
        return name_of(TRACKS[code] if code in TRACKS else PATHWAYS[code.upper()])
    return names.get(code, code)


def basis_name(basis: str) -> str:
    """Where a figure comes from, in one word: computed here, published by others, recorded by the pact."""
    names = {
        "computed": pgettext("cijfer", "berekend"),
        "published": pgettext("cijfer", "gepubliceerd"),
        "own": pgettext("cijfer", "eigen telling"),
    }
    return names.get(basis, basis)


def status_name(status: str) -> str:
    """How firm a figure is: the release's own words and the marks of the table of published values."""
    names = {
        "definitief": pgettext("cijfer", "definitief"),
        "voorlopig": pgettext("cijfer", "voorlopig"),
        "voorbeeldgegevens": pgettext("cijfer", "voorbeeldgegevens"),
        "gepubliceerd": pgettext("cijfer", "gepubliceerd"),
        "afgeleid": pgettext("cijfer", "afgeleid"),
        "jaar afgeleid": pgettext("cijfer", "jaar afgeleid"),
        "uitgave afgeleid": pgettext("cijfer", "editie afgeleid"),
        "uitgave niet genoemd": pgettext("cijfer", "editie niet genoemd"),
        "editie afgeleid": pgettext("cijfer", "editie afgeleid"),
        "editie niet genoemd": pgettext("cijfer", "editie niet genoemd"),
        "schatting": pgettext("cijfer", "schatting"),
        "raming": pgettext("cijfer", "raming"),
        "bij benadering": pgettext("cijfer", "bij benadering"),
    }
    return names.get(status, status)


def unit_name(unit: str) -> str:
    """A unit in the page's language: the catalogue's English, then the units that pacts and publications use."""
    if not is_english():
        return unit
    return _catalogue_units().get(unit) or _other_units().get(unit, unit)


@cache
def _catalogue_units() -> Mapping[str, str]:
    return {entry.unit: entry.unit_en for entry in indicators.catalogue()}


def _other_units() -> Mapping[str, str]:
    """Units of published values and of a pact's own counts that no indicator of the catalogue has."""
    return {
        "bedrijven": _("bedrijven"),
        "communities": _("communities"),
        "docenten": _("docenten"),
        "gediplomeerden": _("gediplomeerden"),
        "scholen": _("scholen"),
        "vacatures": _("vacatures"),
        "afspraken": _("afspraken"),
        "projecten": _("projecten"),
    }


def written(thing: object, field: str) -> str:
    """A text that a user wrote: stored once in Dutch, optionally in English in `<field>_en`."""
    dutch = str(getattr(thing, field))
    return str(getattr(thing, f"{field}_en", "") or dutch) if is_english() else dutch


def note_text(note: object) -> str:
    """A note of a table: the engine's carry their English in `en`, others have the page's language already."""
    return str(getattr(note, "en", note)) if is_english() else str(note)
