"""DUO's words for tracks, sectors and profiles, in all the spellings of its editions, as our codes."""

import re
import unicodedata

from pactwerk.basis.vocabularies import PROFILES

_TRACKS = (
    (re.compile(r"VMBO[ -]*(BL|BB|B|BASIS\w*)\b"), "bb"),
    (re.compile(r"VMBO[ -]*(KL|KB|K|KADER\w*)\b"), "kb"),
    (re.compile(r"VMBO[ -]*(GL|G|GEMENGD\w*)\b"), "gl"),
    (re.compile(r"VMBO[ -]*(TL|T|THEOR\w*)\b"), "tl"),
    (re.compile(r"HAVO LJ ?(?:LEERJAAR )?4.*"), "havo"),
    (re.compile(r"VWO LJ ?(?:LEERJAAR )?4.*"), "vwo"),
)
# Types without a track of their own: joint first years, pupils placed at adult education (vavo), and the rest.
_NO_TRACK = re.compile(
    r"BRUGJAAR.*|HAVO/VWO LJ.*|.*VAVO.*|PRAKTIJK.*|VMBO-MBO.*|VM2.*|ENGELSE STROOM.*|INT.*|EUROPEAN.*|"
    r"VMBO[ -]*LJ.*|VMBO/HAVO.*|VMBO-HAVO.*|HAVO LJ ?[1-3]\b.*|VWO LJ ?[1-3]\b.*"
)
_SECTORS = {
    "TECHNIEK": "TECHNIEK",
    "ECONOMIE": "ECONOMIE",
    "ZORG EN WELZIJN": "ZORG_WELZIJN",
    "ZORG & WELZIJN": "ZORG_WELZIJN",
    "ZORG/WELZIJN": "ZORG_WELZIJN",
    "LANDBOUW": "LANDBOUW",
    "GROEN": "LANDBOUW",
    "LANDBOUW EN NATUURLIJKE OMGEVING": "LANDBOUW",
    "INTERSECT. PROGRAMMA": "INTERSECTORAAL",
    "INTERSECTORAAL PROGRAMMA": "INTERSECTORAAL",
    "INTERSECTORAAL": "INTERSECTORAAL",
    "INTERSECTORALE PROGRAMMA'S": "INTERSECTORAAL",
    "N.V.T.": "NVT",
    "NVT": "NVT",
    "N.V.T": "NVT",
    "NIET VAN TOEPASSING": "NVT",
    "-": "NVT",
    "": "NVT",
}
_GENERAL = {
    "NATUURENTECHNIEK": "NT",
    "NATUURENGEZONDHEID": "NG",
    "ECONOMIEENMAATSCHAPPIJ": "EM",
    "CULTUURENMAATSCHAPPIJ": "CM",
    "NENT": "NT",
    "NENG": "NG",
    "EENM": "EM",
    "CENM": "CM",
    "NT": "NT",
    "NG": "NG",
    "EM": "EM",
    "CM": "CM",
}
_ORDER = ("NT", "NG", "EM", "CM")
_LWT = re.compile(r"VMBO[ -]*LWT\b")


def _upper(text: str) -> str:
    return re.sub(r"\s+", " ", text.strip().upper())


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.upper().replace("&", "EN").replace("-ISP", ""))
    return re.sub(r"[^A-Z]", "", plain)


_VMBO = {_letters(term.name_nl): code for code, term in PROFILES.items() if term.group == "vmbo"}
_VMBO |= {"TECHNIEKBREED": "TBR", "DP": "DP", "DENP": "DP", "GROENEPROFIEL": "G", "ECONOMIEENONDERNEMEN": "EO"}
_VMBO |= {code: code for code, term in PROFILES.items() if term.group == "vmbo" and not term.reference}
_VMBO |= {"MENT": "MTR", "MAT": "MTE", "ZENW": "ZWE", "ZW": "ZWE", "EENO": "EO"}


def pupil_track(school_type: str) -> tuple[str | None] | None:
    """The track of `ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR`; (None,) for types without one, None when unknown."""
    text = _upper(school_type)
    if _NO_TRACK.fullmatch(text):
        return (None,)
    for pattern, track in _TRACKS:
        if pattern.match(text):
            return (track,)
    if not text or re.search(r"VMBO|HAVO|VWO", text):
        return None
    return (None,)


def sector(text: str) -> tuple[str] | None:
    """The sector's code, NVT where the publisher says it does not apply; None when unknown."""
    code = _SECTORS.get(_upper(text))
    return (code,) if code else None


def profile(text: str) -> str | None:
    """The profile's code of an `AFDELING` or of an exam's profile, by name or code; None for old programmes."""
    parts = [_GENERAL.get(_letters(part)) for part in text.split("/")]
    if parts and all(parts):
        return "".join(sorted((part for part in parts if part), key=_ORDER.index))
    return _VMBO.get(_letters(text))


def department(text: str) -> tuple[str | None] | None:
    """The profile of an `AFDELING`, (None,) for an old programme; None for a new profile's code that is not known."""
    code = profile(text)
    return (code,) if code or not re.fullmatch("[A-Z]{1,4}[0-9]?", text.strip()) else None


def exam_programme(text: str) -> tuple[str, str | None, str | None] | None:
    """Track, sector and profile of an exam's `OPLEIDINGSNAAM`, as `VMBO B - techniek`; None when unknown.

    LWT, the learn-work route (leer-werktraject), lies within the basic vocational track.
    """
    head, _, tail = (part.strip() for part in text.partition(" - "))
    upper = _upper(head)
    if upper in {"HAVO", "VWO"}:
        code = profile(tail)
        return (upper.lower(), None, code) if code else None
    if _LWT.fullmatch(upper):
        track: str | None = "bb"
    else:
        track = next((code for pattern, code in _TRACKS[:4] if pattern.fullmatch(upper)), None)
    if track is None:
        return None
    if not tail:
        return track, None, None
    found = sector(tail)
    return (track, found[0], None) if found else None


def level(text: str) -> tuple[str] | None:
    """The track of an exam: `HAVO`, `VWO`, `VMBO BL`, `VMBO TL`; `gt` where gl and tl are one, as in subjects.

    None when unknown.
    """
    upper = _upper(text)
    if upper in {"HAVO", "VWO"}:
        return (upper.lower(),)
    if re.fullmatch(r"VMBO[ -]*(GT|(GL|TL) ?(/|EN) ?(GL|TL))", upper):
        return ("gt",)
    found = next((code for pattern, code in _TRACKS[:4] if pattern.fullmatch(upper)), None)
    return (found,) if found else None
