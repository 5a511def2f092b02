"""A second computation of every indicator, with nothing but the csv module and dictionaries: the judge of the first.

Shares no code with the product: own reading, own names of provinces, own lists of profiles.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

NORTH = {"Groningen", "Friesland", "Drenthe", "Fryslân"}
VMBO = {"VMBO BL": "bb", "VMBO KL": "kb", "VMBO GL": "gl"}
TECHNICAL = {
    "produceren, installeren en energie": "PIE", "bouwen, wonen en interieur": "BWI",
    "mobiliteit en transport": "MTR", "media, vormgeving en ict": "MVI", "maritiem en techniek": "MTE",
    "vakmanschapsroute techniek": "VTE", "techniek breed -isp": "TBR",
}  # fmt: skip


@dataclass(frozen=True)
class Pupils:
    """One cell of the pupils table."""

    location: str
    province: str
    track: str
    sector: str
    profile: str
    nature: bool
    grade: int
    sex: str
    count: int


@dataclass(frozen=True)
class Candidates:
    """One cell of the exam table with its bounds."""

    place: str
    track: str
    sector: str
    nature: bool
    sex: str
    graduates: bool
    low: int
    high: int


def table(path: Path) -> Iterator[dict[str, str]]:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    for row in csv.DictReader(io.StringIO(text), delimiter=";"):
        yield {name.strip(): (value or "").strip() for name, value in row.items()}


def pupils(path: Path) -> list[Pupils]:
    found = []
    for row in table(path):
        kind, section = row["ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR"], row["AFDELING"]
        track = VMBO.get(kind[:7], "")
        if kind.startswith(("HAVO lj 4", "VWO lj 4")):
            track = kind.split()[0].lower()
        for grade in (3, 4):
            for title, sex in (("MAN", "male"), ("VROUW", "female")):
                count = int(row[f"LEER- OF VERBLIJFSJAAR {grade} - {title}"])
                if track and count:
                    found.append(
                        Pupils(
                            row["BRIN NUMMER"] + row["VESTIGINGSNUMMER"].zfill(2), row["PROVINCIE VESTIGING"], track,
                            row["VMBO SECTOR"], TECHNICAL.get(section.lower(), ""), "Natuur" in section,
                            grade, sex, count,
                        )
                    )  # fmt: skip
    return found


def bounds(cell: str) -> tuple[int, int]:
    return (1, 4) if cell == "<5" else (int(cell or 0), int(cell or 0))


def candidates(path: Path, year: str) -> list[Candidates]:
    """The cells of one school year, `2014-2015`."""
    found = []
    for row in table(path):
        kind, _, programme = row["OPLEIDINGSNAAM"].partition(" - ")
        words = kind.split()
        level = words[1] if len(words) > 1 else ""
        track = {"B": "bb", "LWT": "bb", "K": "kb", "G": "gl"}.get(level, "" if level else words[0].lower())
        for title, sex in (("MAN", "male"), ("VROUW", "female"), ("TOTAAL", "total")):
            for name, graduates in (("EXAMENKANDIDATEN", False), ("GESLAAGDEN", True)):
                low, high = bounds(row[f"{name} SCHOOLJAAR {year} - {title}"])
                found.append(
                    Candidates(row["GEMEENTENAAM"], track, programme, "N&" in programme, sex, graduates, low, high)
                )
    return found


def total(cells: list[Pupils], chosen: Callable[[Pupils], bool]) -> int:
    return sum(cell.count for cell in cells if chosen(cell))


def locations(cells: list[Pupils], chosen: Callable[[Pupils], bool]) -> int:
    return len({cell.location for cell in cells if chosen(cell)})


def share(cells: list[Candidates], part: Callable[[Candidates], bool]) -> tuple[float, float]:
    """Percent with bounds: the part as small as can be against the rest as large as can be, and the other way."""
    low = sum(cell.low for cell in cells if part(cell))
    high = sum(cell.high for cell in cells if part(cell))
    rest_low = sum(cell.low for cell in cells if not part(cell))
    rest_high = sum(cell.high for cell in cells if not part(cell))
    return 100 * low / (low + rest_high), 100 * high / (high + rest_low)


def boards(path: Path, provinces: set[str] | None) -> int:
    schools: dict[str, set[str]] = defaultdict(set)
    for row in table(path):
        if provinces is None or row["PROVINCIE"] in provinces:
            schools[row["BEVOEGD GEZAG NUMMER"]].add(row["BRIN NUMMER"])
    return sum(len(brins) >= 4 for brins in schools.values())


def addresses(path: Path) -> dict[str, dict[str, str]]:
    """The address rows by location."""
    return {row["VESTIGINGSNUMMER"]: row for row in table(path)}
