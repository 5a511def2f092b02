"""CBS StatLine's words for regions, periods, ages and sexes, as our codes."""

import re

from pactwerk.basis.dated import Quarter
from pactwerk.basis.places import municipality_by_name, province_by_name
from pactwerk.figures.texts import Text

LICENCE = "CC-BY 4.0 (CBS)"
UNKNOWN_MARKS = (".", "x")
"""StatLine: `.` is unknown, not reliable enough or secret."""

YEAR = r"(19|20)[0-9]{2}\*{0,2}"
"""A year; `*` behind it is provisional, `**` nearly final (CBS, verklaring van tekens)."""
_QUARTERS = {"EERSTE": 1, "TWEEDE": 2, "DERDE": 3, "VIERDE": 4, "1E": 1, "2E": 2, "3E": 3, "4E": 4}
_IN_WORDS = r"(?:HET )?(EERSTE|TWEEDE|DERDE|VIERDE|[1-4]E) KWARTAAL(?: VAN)? ((?:19|20)[0-9]{2})(\*{0,2})"
_YEAR_FIRST = r"((?:19|20)[0-9]{2})[ -]*(?:Q([1-4])|([1-4])E KWARTAAL)(\*{0,2})"
QUARTER = rf"{_IN_WORDS}|{_YEAR_FIRST}"
_LANDSDELEN = {"NOORD": "LD01", "OOST": "LD02", "WEST": "LD03", "ZUID": "LD04"}
_LANDSDEEL = re.compile(r"(NOORD|OOST|WEST|ZUID)-NEDERLAND(?: \(LD\))?")
_NO_PLACE = re.compile(r"CENTRA\w+ PERSOON\w*REGISTER.*|.*NIET IN TE DELEN.*|ONBEKEND|.*BUITENLAND.*")


def year(text: str) -> tuple[str, str] | None:
    """Period and status of `2022` or `2023*`; None for a text that is no year."""
    found = re.fullmatch(YEAR, text.strip())
    return (text.strip()[:4], _status(text)) if found else None


def quarter(text: str) -> tuple[str, str] | None:
    """Period and status of `het eerste kwartaal van 2015`, `2015 1e kwartaal*` or `2015-Q1`; None for another text."""
    upper = re.sub(r"\s+", " ", text.strip().upper())
    spoken = re.fullmatch(_IN_WORDS, upper)
    if spoken:
        return str(Quarter.of(int(spoken[2]), _QUARTERS[spoken[1]])), _status(text)
    written = re.fullmatch(_YEAR_FIRST, upper)
    if written:
        return str(Quarter.of(int(written[1]), int(written[2] or written[3]))), _status(text)
    return None


def _status(text: str) -> str:
    return "voorlopig" if text.strip().endswith("*") else "definitief"


def area(text: str) -> tuple[str] | None:
    """The country, landsdeel or province that a row is about as a whole: NL, LD01, PV27; None for another text."""
    upper = re.sub(r"\s+", " ", text.strip().upper())
    if upper == "NEDERLAND":
        return ("NL",)
    landsdeel = _LANDSDEEL.fullmatch(upper)
    if landsdeel:
        return (_LANDSDELEN[landsdeel[1]],)
    province = province_by_name(text) if not upper.endswith("(GEMEENTE)") else None
    return (province,) if province else None


def municipality(text: str) -> tuple[str] | None:
    """The municipality of a row: `Groningen (gemeente)`, `Bergen (NH.)`, or its code; None for an unknown name."""
    if re.fullmatch(r"GM[0-9]{4}", text):
        return (text,)
    code = municipality_by_name(text)
    return (code,) if code else None


def no_municipality(text: str) -> Text | None:
    """Why a row of a table of municipalities is about none: a whole area (the sum of others), or no place at all."""
    if _NO_PLACE.fullmatch(text.strip().upper()):
        return Text("geen plaats, niet meegeteld", "no place, not counted")
    marked = re.search(r"\((LD|PV|CR|CP|SG|COROP)\)$", text.strip().upper())
    # Groningen and Utrecht are provinces only when they say so: their municipalities bear the same name
    if marked or text.strip() == "Nederland" or (area(text) and municipality(text) is None):
        return Text("een geheel van andere regels, niet meegeteld", "a whole of other rows, not counted")
    return None


def age(text: str) -> tuple[str] | None:
    """`0 jaar` is 0, `15 tot 25 jaar` 15-24, `tot 15 jaar` 0-14, `65 jaar en ouder` 65+; None for another text."""
    plain = re.sub(r"\s+", " ", text.strip().lower())
    single = re.fullmatch(r"([0-9]{1,3}) jaar", plain)
    if single:
        return (str(int(single[1])),)
    span = re.fullmatch(r"(?:([0-9]{1,3}) )?tot ([0-9]{1,3}) jaar", plain)
    if span:
        return (f"{int(span[1] or 0)}-{int(span[2]) - 1}",)
    open_end = re.fullmatch(r"([0-9]{1,3}) jaar (?:en|of) ouder", plain)
    return (f"{int(open_end[1])}+",) if open_end else None


def not_single(text: str) -> Text | None:
    """Why a row of a table by single years of age is not counted: it is a class of ages or the total."""
    found = age(text)
    if text.strip().lower().startswith("totaal") or (found and "-" in found[0]):
        return Text("een som van losse leeftijden, niet meegeteld", "a sum of single ages, not counted")
    return None


def sex(text: str) -> tuple[str] | None:
    """`Mannen`, `Vrouwen`, `Totaal mannen en vrouwen`; None for another word."""
    word = text.strip().lower()
    if word.startswith("totaal"):
        return ("total",)
    return {"mannen": ("male",), "man": ("male",), "vrouwen": ("female",), "vrouw": ("female",)}.get(word)
