"""The publisher's words for types of education, sectors, departments and programmes."""

from pactwerk.basis.vocabularies import PROFILES

SECTOR = dict.fromkeys(("PIE", "BWI", "MTR", "MVI", "MTE"), "Techniek")
SECTOR |= {"ZWE": "Zorg & Welzijn", "EO": "Economie", "HBR": "Economie", "G": "Landbouw"}
SECTOR |= {"DP": "Intersect. programma"}
EXAM_SECTOR = {
    "Techniek": "techniek",
    "Zorg & Welzijn": "zorg en welzijn",
    "Economie": "economie",
    "Landbouw": "landbouw",
    "Intersect. programma": "intersectoraal",
}
TYPE = {"bb": "VMBO BL lj 3-4", "kb": "VMBO KL lj 3-4", "gl": "VMBO GL lj 3-4", "tl": "VMBO TL lj 3-4"}
TYPE |= {"havo": "HAVO lj 4-5", "vwo": "VWO lj 4-6"}
LETTER = {"bb": "B", "kb": "K", "gl": "G", "tl": "T"}
LAST_GRADE = {"bb": 4, "kb": 4, "gl": 4, "tl": 4, "havo": 5, "vwo": 6}
VMBO_ELEMENT = {
    "BWI": 60,
    "PIE": 61,
    "MTR": 62,
    "MVI": 63,
    "EO": 64,
    "HBR": 65,
    "ZWE": 66,
    "G": 67,
    "MTE": 68,
    "DP": 69,
}
ELEMENT_TRACK = {"bb": "11", "kb": "21", "gl": "31"}
GENERAL_ELEMENT = {"NT": 70, "NG": 71, "EM": 72, "CM": 73, "NTNG": 74, "EMCM": 79}
GENERAL_EXAM = {"NT": "N&T", "NG": "N&G", "NTNG": "N&T / N&G", "EM": "E&M", "CM": "C&M", "EMCM": "E&M / C&M"}
ATHENEUM, HAVO = 100, 300


def department(profile: str) -> str:
    """What stands in the column AFDELING."""
    name = PROFILES[profile].name_nl if profile else "N.v.t."
    return (
        " / ".join(
            part.replace(" en maatschappij", " en Maatschappij")
            .replace("Natuur en t", "Natuur en T")
            .replace("Natuur en g", "Natuur en G")
            for part in name.split(" / ")
        )
        if profile
        else name
    )


def programme(track: str, profile: str) -> tuple[str, str]:
    """Element code and name of a programme."""
    if track == "tl":
        return "0400", "MAVO/Theor Lw-VMBO"
    if track in ("havo", "vwo"):
        first = "3" if track == "havo" else "1"
        return f"0{first}{GENERAL_ELEMENT[profile]}", f"{track.upper()} Prf {GENERAL_EXAM[profile]}"
    return f"{VMBO_ELEMENT[profile]}{ELEMENT_TRACK[track]}", f"VMBO {track.upper()} {department(profile)}"
