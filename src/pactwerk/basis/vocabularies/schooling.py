"""Tracks, profiles, sectors and sexes as DUO publishes them."""

from pactwerk.basis.vocabularies.terms import Term, by_code

_OWN = "eigen code van Pactwerk; DUO publiceert de naam zonder code"

TRACKS = by_code(
    (
        Term("bb", "vmbo basisberoepsgericht", "vmbo basic vocational", "vmbo"),
        Term("kb", "vmbo kaderberoepsgericht", "vmbo middle-management vocational", "vmbo"),
        Term("gl", "vmbo gemengd", "vmbo combined", "vmbo"),
        Term("tl", "vmbo theoretisch", "vmbo theoretical", "vmbo"),
        Term("havo", "havo", "havo (senior general)", "havo"),
        Term("vwo", "vwo", "vwo (pre-university)", "vwo"),
    )
)

# DUO, afdelingscodes in "Geslaagden, gezakten en cijfers" 2018-2019; MVI, MTE, MTR by the profile decree of 2016.
_VMBO = (
    Term("BWI", "Bouwen, wonen en interieur", "Building, living and interior", "vmbo"),
    Term("PIE", "Produceren, installeren en energie", "Production, installation and energy", "vmbo"),
    Term("MTR", "Mobiliteit en transport", "Mobility and transport", "vmbo"),
    Term("MVI", "Media, vormgeving en ICT", "Media, design and ICT", "vmbo"),
    Term("MTE", "Maritiem en techniek", "Maritime and technology", "vmbo"),
    Term("ZWE", "Zorg en welzijn", "Care and welfare", "vmbo"),
    Term("EO", "Economie en ondernemen", "Economy and enterprise", "vmbo"),
    Term("HBR", "Horeca, bakkerij en recreatie", "Hospitality, bakery and recreation", "vmbo"),
    Term("G", "Groen", "Green", "vmbo"),
    Term("DP", "Dienstverlening en producten", "Services and products", "vmbo"),
    Term("VTE", "Vakmanschapsroute techniek", "Craftsmanship route technology", "vmbo", _OWN),
    Term("VEC", "Vakmanschapsroute economie", "Craftsmanship route economy", "vmbo", _OWN),
    Term("VZW", "Vakmanschapsroute zorg en welzijn", "Craftsmanship route care and welfare", "vmbo", _OWN),
    Term("VLA", "Vakmanschapsroute landbouw", "Craftsmanship route agriculture", "vmbo", _OWN),
    Term("VIN", "Vakmanschapsroute intersectoraal", "Craftsmanship route intersectoral", "vmbo", _OWN),
    Term("TBR", "Techniek breed (oud programma)", "Technology broad (old programme)", "vmbo", _OWN),
)

# Natural sciences first; a double profile joins the codes in DUO's order. Own codes: DUO writes the names.
_GENERAL = (
    Term("NT", "Natuur en techniek", "Nature and technology", "havo-vwo", _OWN),
    Term("NG", "Natuur en gezondheid", "Nature and health", "havo-vwo", _OWN),
    Term("EM", "Economie en maatschappij", "Economy and society", "havo-vwo", _OWN),
    Term("CM", "Cultuur en maatschappij", "Culture and society", "havo-vwo", _OWN),
)
_PAIRS = ("NT NG", "NT EM", "NT CM", "NG EM", "NG CM", "EM CM")


def _double(pair: str) -> Term:
    names = {term.code: term for term in _GENERAL}
    first, second = (names[code] for code in pair.split())
    return Term(
        pair.replace(" ", ""),
        f"{first.name_nl} / {second.name_nl}",
        f"{first.name_en} / {second.name_en}",
        "havo-vwo",
        _OWN,
    )


PROFILES = by_code((*_VMBO, *_GENERAL, *(_double(pair) for pair in _PAIRS)))

SECTORS = by_code(
    (
        Term("TECHNIEK", "Techniek", "Technology"),
        Term("ECONOMIE", "Economie", "Economy"),
        Term("ZORG_WELZIJN", "Zorg en welzijn", "Care and welfare"),
        Term("LANDBOUW", "Landbouw", "Agriculture"),
        Term("INTERSECTORAAL", "Intersectoraal", "Intersectoral"),
        Term("NVT", "Niet van toepassing", "Not applicable"),
    )
)

SEXES = by_code(
    (
        Term("male", "man", "male"),
        Term("female", "vrouw", "female"),
        Term("unknown", "onbekend", "unknown"),
        Term("total", "totaal", "total"),
    )
)
