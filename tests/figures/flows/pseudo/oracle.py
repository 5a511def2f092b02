"""The stocks of a chain counted a second time, with nothing but the csv module: shares no code with the product."""

import csv
import io
from collections import Counter
from functools import cache
from pathlib import Path

PUPILS = {
    "2016/17": "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2016-2017.csv",
    "2017/18": "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv",
}
EXAMS = "examenkandidaten-en-geslaagden-2014-2019.csv"
SEXES = {"MAN": "male", "VROUW": "female"}
TRACKS = {"VMBO BL": "bb", "VMBO BB": "bb", "VMBO KL": "kb", "VMBO GL": "gl", "VMBO TL": "tl"}
EXAM_TRACKS = {"VMBO B": "bb", "VMBO LWT": "bb", "VMBO K": "kb", "VMBO G": "gl", "VMBO T": "tl", "VMBO TL": "tl"}

Key = tuple[str, str, str, str]
"""Stage, track, sex, and sector as the file writes it."""


@cache
def lines(path: Path) -> tuple[dict[str, str], ...]:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    return tuple({name.strip(): (value or "").strip() for name, value in row.items()} for row in rows)


def location_of(row: dict[str, str]) -> str:
    number = row["VESTIGINGSNUMMER"]
    return number if len(number) == 6 else row["BRIN NUMMER"] + number.zfill(2)


def provinces(folder: Path) -> dict[str, set[str]]:
    """Per location the provinces that the pupils' files say."""
    found: dict[str, set[str]] = {}
    for name in PUPILS.values():
        for row in lines(folder / name):
            found.setdefault(location_of(row), set()).add(row["PROVINCIE VESTIGING"])
    return found


def towns_of(folder: Path, province: str) -> set[str]:
    """The municipalities of the exam file in which some location of the province lies."""
    within = {location for location, names in provinces(folder).items() if province in names}
    return {row["GEMEENTENAAM"] for row in lines(folder / EXAMS) if location_of(row) in within}


def pupils(folder: Path, period: str, province: str = "", location: str = "") -> Counter[Key]:
    """Pupils per year of school, track, sex and sector, without vavo."""
    found: Counter[Key] = Counter()
    for row in lines(folder / PUPILS[period]):
        kind = row["ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR"]
        outside = (province and row["PROVINCIE VESTIGING"] != province) or (location and location_of(row) != location)
        if outside or "VAVO" in kind.upper():
            continue
        track = TRACKS.get(kind[:7], "")
        if kind.startswith(("HAVO lj 4", "VWO lj 4")):
            track = kind.split()[0].lower()
        if kind.startswith("HAVO/VWO lj 3"):
            track = "havo-vwo"
        for grade in "123456":
            for title, sex in SEXES.items():
                found[grade, track, sex, row["VMBO SECTOR"]] += int(row[f"LEER- OF VERBLIJFSJAAR {grade} - {title}"])
    return found


def exams(folder: Path, year: str, towns: set[str] | None = None, location: str = "") -> Counter[Key]:
    """Candidates and graduates per track, sex (`total` too) and sector; every number of 2018 is exact."""
    found: Counter[Key] = Counter()
    for row in lines(folder / EXAMS):
        if (towns is not None and row["GEMEENTENAAM"] not in towns) or (location and location_of(row) != location):
            continue
        kind, _, sector = row["OPLEIDINGSNAAM"].partition(" - ")
        track = EXAM_TRACKS.get(" ".join(kind.split()[:2]), kind.split()[0].lower())
        for title, sex in {**SEXES, "TOTAAL": "total"}.items():
            for name, stage in (("EXAMENKANDIDATEN", "exam"), ("GESLAAGDEN", "diploma")):
                found[stage, track, sex, sector] += int(row[f"{name} SCHOOLJAAR {year} - {title}"] or 0)
    return found


def total(counts: Counter[Key], stage: str, track: str, sex: str = "", sector: str = "") -> int:
    """The sum over what is not told apart; of an exam the publisher's own totals."""
    exam = stage in ("exam", "diploma")
    wanted = {sex} if sex else ({"total"} if exam else set(SEXES.values()))
    return sum(
        number for (at, of, who, where), number in counts.items()
        if at == stage and of == track and who in wanted and sector.lower() in where.lower()
    )  # fmt: skip
