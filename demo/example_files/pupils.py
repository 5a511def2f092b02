"""DUO's table of vo pupils per location and type of education, one file per school year."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from demo.example_files import terms
from demo.example_files.cohorts import FIRST_PROFILE_GRADE, Cell, Cohorts
from demo.example_files.world import PROVINCE, Location
from demo.example_files.writing import old_layout
from pactwerk.basis.places import municipality

GRADES = range(1, 7)
SUPPORT_SHARE = 0.3
"""Of the pupils in bb, the part with learning support while the publisher had a column for it."""

Counts = dict[tuple[int, str], int]


def _label(location: Location) -> list[str]:
    town = municipality(location.municipality).name.upper()
    return [location.brin, location.key[4:], location.name, town, PROVINCE]


def _grades(cells: dict[Cell, int], profile: str, grade: int) -> Counts:
    return {(grade, cell.sex): count for cell, count in cells.items() if cell.profile == profile}


def _lower_years(cohorts: Cohorts, location: Location, year: int) -> Counts:
    total: Counts = {}
    for grade in (1, 2):
        for track in terms.TYPE:
            for cell, count in cohorts.pupils(location, track, grade, year).items():
                total[grade, cell.sex] = total.get((grade, cell.sex), 0) + count
    return total


def _programmes(cohorts: Cohorts, location: Location, year: int) -> Iterator[tuple[str, str, str, str, str, Counts]]:
    """Type, sector, department, element code, programme and counts of every row of a location."""
    none = "N.v.t."
    yield "Brugjaar 1-2", none, none, "0024", "Ljvb op VWO/HAVO/VMBO-Alle Lw", _lower_years(cohorts, location, year)
    for track, type_name in terms.TYPE.items():
        grades = range(FIRST_PROFILE_GRADE[track], terms.LAST_GRADE[track] + 1)
        found = {grade: cohorts.pupils(location, track, grade, year) for grade in grades}
        if track in ("havo", "vwo"):
            third = _grades(cohorts.pupils(location, track, 3, year), "", 3)
            code, name = ("0300", "HAVO") if track == "havo" else ("0100", "VWO-ATHENEUMSTROOM")
            yield "HAVO/VWO lj 3", none, none, code, name, third
        for profile in sorted({cell.profile for cells in found.values() for cell in cells}):
            counts: Counts = {}
            for grade, cells in found.items():
                counts |= _grades(cells, profile, grade)
            code, name = terms.programme(track, profile)
            yield type_name, terms.SECTOR.get(profile, none), terms.department(profile), code, name, counts


def _split_support(type_name: str, counts: Counts, by_support: bool) -> list[tuple[str, Counts]]:
    if not by_support:
        return [("", counts)]
    if type_name != terms.TYPE["bb"]:
        return [("N", counts)]
    supported = {key: round(count * SUPPORT_SHARE) for key, count in counts.items()}
    return [("J", supported), ("N", {key: count - supported[key] for key, count in counts.items()})]


def _rows(cohorts: Cohorts, year: int) -> Iterator[list[str | int]]:
    by_support = cohorts.calendar.has_support_column(year)
    by_sector = cohorts.calendar.has_sector_column(year)
    for location in cohorts.open_locations(year):
        for type_name, sector, department, code, name, counts in _programmes(cohorts, location, year):
            for support, part in _split_support(type_name, counts, by_support):
                if not any(part.values()):
                    continue
                yield [
                    *_label(location),
                    type_name,
                    *([support] if by_support else []),
                    *([sector] if by_sector else []),
                    department,
                    code,
                    name,
                    *(part.get((grade, sex), 0) for grade in GRADES for sex in ("male", "female")),
                ]


def _header(cohorts: Cohorts, year: int) -> list[str]:
    return [
        "BRIN NUMMER",
        "VESTIGINGSNUMMER",
        "INSTELLINGSNAAM VESTIGING",
        "PLAATSNAAM VESTIGING",
        "PROVINCIE VESTIGING",
        "ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR",
        *(["LWOO INDICATIE"] if cohorts.calendar.has_support_column(year) else []),
        *(["VMBO SECTOR"] if cohorts.calendar.has_sector_column(year) else []),
        "AFDELING",
        "ELEMENTCODE",
        "OPLEIDINGSNAAM",
        *(f"LEER- OF VERBLIJFSJAAR {grade} - {sex}" for grade in GRADES for sex in ("MAN", "VROUW")),
    ]


def write_pupils(folder: Path, cohorts: Cohorts) -> list[Path]:
    """One file per school year, named as the publisher names them."""
    return [
        old_layout(
            folder / f"01.-leerlingen-vo-per-vestiging-naar-onderwijstype-{year}-{year + 1}.csv",
            _header(cohorts, year),
            _rows(cohorts, year),
        )
        for year in cohorts.calendar.pupil_years
    ]
