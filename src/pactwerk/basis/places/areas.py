"""The areas of the product by code."""

from collections.abc import Iterator, Mapping
from functools import cache

from pactwerk.basis.places.divisions import COROP, RPA
from pactwerk.basis.places.entered import EnteredArea, entered_areas
from pactwerk.basis.places.kinds import Area, AreaKind, UnknownArea
from pactwerk.basis.places.municipalities import Municipality, municipalities
from pactwerk.basis.places.names import PROVINCE_NAMES

_CBS = "CBS, Gebiedsindelingen (landsdelen en provincies), editie 2015"
_COROP = "CBS, COROP-indeling; DUO, adressen vestigingen, kolom COROPGEBIED NAAM"
_RPA = "CBS, RPA-gebieden 2015; DUO, adressen vestigingen, kolom RPA-GEBIED NAAM"
_RPA_NL = "De oudere indeling van de arbeidsmarkt, niet die in 35 arbeidsmarktregio's."
_RPA_EN = "The older division of the labour market, not that in 35 labour market regions."
_PACT = "Nationaal Techniekpact 2020 (2013): vijf landsdelen"
_UNKNOWN_NL = "Samenstelling niet bekend: het Techniekpact maakte niet openbaar welke gebieden erbij horen."
_UNKNOWN_EN = "Composition not known: the Technology Pact did not publish which areas belong to it."
_CHOICE_NL = "Onze keuze: nergens is gepubliceerd dat dit gebied precies zo is samengesteld."
_CHOICE_EN = "Our choice: it is published nowhere that this area is composed exactly so."
_EXAMPLE_NL = "Voorbeeldgegevens: dit gebied is verzonnen."
_EXAMPLE_EN = "Example data: this area is invented."

_LANDSDELEN = (
    ("LD01", "Noord-Nederland", "Northern Netherlands (CBS)"),
    ("LD02", "Oost-Nederland", "Eastern Netherlands (CBS)"),
    ("LD03", "West-Nederland", "Western Netherlands (CBS)"),
    ("LD04", "Zuid-Nederland", "Southern Netherlands (CBS)"),
)
_PACT_UNKNOWN = (
    ("TP-NOORDWEST", "Landsdeel Noordwest (Techniekpact)", "Pact region Northwest"),
    ("TP-OOST", "Landsdeel Oost (Techniekpact)", "Pact region East"),
    ("TP-ZUIDOOST", "Landsdeel Zuidoost (Techniekpact)", "Pact region Southeast"),
    ("TP-ZUIDWEST", "Landsdeel Zuidwest (Techniekpact)", "Pact region Southwest"),
)


def _national() -> Iterator[Area]:
    yield Area("NL", AreaKind.COUNTRY, "Nederland", "The Netherlands", reference=_CBS)
    for code, dutch, english in _LANDSDELEN:
        yield Area(code, AreaKind.LANDSDEEL, dutch, english, reference=_CBS)
    for code, names in PROVINCE_NAMES.items():
        if code != "PV99":
            yield Area(code, AreaKind.PROVINCE, names[0], names[0], reference=_CBS)


def _divisions() -> Iterator[Area]:
    for code, name in COROP.items():
        yield Area(code, AreaKind.COROP, f"{name} (COROP)", f"{name} (COROP)", reference=_COROP)
    for code, name in RPA.items():
        yield Area(code, AreaKind.RPA, f"{name} (RPA)", f"{name} (RPA)", True, _RPA_NL, _RPA_EN, _RPA)


def _own() -> Iterator[Area]:
    yield Area(
        "TP-NOORD", AreaKind.PACT, "Landsdeel Noord (Techniekpact)", "Pact region North",
        note_nl="De provincies Groningen, Fryslân en Drenthe.",
        note_en="The provinces Groningen, Fryslân and Drenthe.",
        reference="Techniekpact Noord, samenwerkingsarrangement 2 april 2014",
    )  # fmt: skip
    for code, dutch, english in _PACT_UNKNOWN:
        yield Area(code, AreaKind.PACT, dutch, english, False, _UNKNOWN_NL, _UNKNOWN_EN, _PACT)
    yield Area(
        "RG-NHN", AreaKind.REGION, "Noord-Holland-Noord", "Noord-Holland-Noord",
        note_nl=f"RPA-gebied Noord-Holland-Noord in het adressenbestand van DUO. {_CHOICE_NL}",
        note_en=f"RPA area Noord-Holland-Noord in DUO's address file. {_CHOICE_EN}",
        reference="DUO, adressen vestigingen, kolom RPA-GEBIED NAAM",
    )  # fmt: skip
    yield Area(
        "STO-NK", AreaKind.STO, "Noord-Kennemerland", "Noord-Kennemerland",
        note_nl=f"WGR-gebied Noord-Kennemerland in het adressenbestand van DUO. {_CHOICE_NL}",
        note_en=f"WGR area Noord-Kennemerland in DUO's address file. {_CHOICE_EN}",
        reference="DUO, adressen vestigingen, kolom WGR-GEBIED NAAM",
    )  # fmt: skip


def _invented(code: str, dutch: str, english: str) -> Area:
    return Area(code, AreaKind.EXAMPLE, dutch, english, True, _EXAMPLE_NL, _EXAMPLE_EN, "Pactwerk, voorbeeldgegevens")


def _municipality(row: Municipality) -> Area:
    if row.example:
        return _invented(row.code, f"{row.name} (voorbeeld)", f"{row.name} (example)")
    if row.valid_to is None:
        dutch = english = ""
    else:
        dutch, english = f"Opgeheven per {row.valid_to}.", f"Abolished as of {row.valid_to}."
    return Area(
        row.code, AreaKind.MUNICIPALITY, row.name, row.name, True, dutch, english, "CBS, gemeentelijke indeling"
    )


@cache
def _all() -> Mapping[str, Area]:
    found = [*_national(), *_own(), *_divisions()]
    found += [_municipality(row) for row in municipalities()]
    found += [_invented("PV99", "Voorbeeldland", "Exampleland"), _invented("RG-WATERRIJK", "Waterrijk", "Waterrijk")]
    found += [_municipality(row) for row in municipalities(example=True)]
    return {area.code: area for area in found}


def _entered(found: EnteredArea) -> Area:
    reference = found.reference or found.owner
    return Area(
        found.code, AreaKind(found.kind), found.name, found.name, True,
        f"Ingevoerd door {found.owner}.", f"Entered by {found.owner}.", reference,
    )  # fmt: skip


def area(code: str) -> Area:
    """The area with this code, entered ones too. Raises UnknownArea, whose text the user may read."""
    wanted = code.strip().upper()
    found = _all().get(wanted)
    if found is not None:
        return found
    entered = entered_areas().get(wanted)
    if entered is None:
        raise UnknownArea(code)
    return _entered(entered)


def published_areas() -> Mapping[str, Area]:
    """The areas that nobody entered, by code."""
    return _all()


def areas(kind: AreaKind | None = None) -> tuple[Area, ...]:
    """All areas, or those of one kind, in a fixed order (abolished municipalities included, entered ones last)."""
    every = (*_all().values(), *(_entered(found) for found in entered_areas().values()))
    return tuple(found for found in every if kind is None or found.kind is kind)
