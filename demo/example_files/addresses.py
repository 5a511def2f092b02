"""DUO's address tables of vo and po locations, and the table of postcodes and municipalities."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from demo.example_files.calendar import Calendar
from demo.example_files.cohorts import Cohorts
from demo.example_files.world import PRIMARY, PROVINCE
from demo.example_files.writing import old_layout
from pactwerk.basis.places import EXAMPLE_MUNICIPALITIES, members, municipality

NAMES = ("De Bever", "De Reiger", "De Otter", "De Libel", "De Karper", "De Snoek", "De Fuut", "De Kikker")
REGION_TITLES = ("NODAAL GEBIED", "RPA-GEBIED", "WGR-GEBIED", "COROPGEBIED", "ONDERWIJSGEBIED", "RMC-REGIO")


def postcode4(code: str) -> str:
    """An invented postcode: 8942 to 8999 are not in use."""
    return f"{8950 + int(code[-2:])}"


def _header(structure: bool) -> list[str]:
    return [
        "PROVINCIE",
        "BEVOEGD GEZAG NUMMER",
        "BRIN NUMMER",
        "VESTIGINGSNUMMER",
        "VESTIGINGSNAAM",
        "STRAATNAAM",
        "HUISNUMMER-TOEVOEGING",
        "POSTCODE",
        "PLAATSNAAM",
        "GEMEENTENUMMER",
        "GEMEENTENAAM",
        "DENOMINATIE",
        "TELEFOONNUMMER",
        "INTERNETADRES",
        *(["ONDERWIJSSTRUCTUUR"] if structure else []),
        "STRAATNAAM CORRESPONDENTIEADRES",
        "HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES",
        "POSTCODE CORRESPONDENTIEADRES",
        "PLAATSNAAM CORRESPONDENTIEADRES",
        *(f"{title} {part}" for title in REGION_TITLES for part in ("CODE", "NAAM")),
    ]


def _row(board: str, key: str, name: str, code: str, structure: str | None) -> list[str]:
    town = municipality(code).name.upper()
    region = "Waterrijk" if code in members("RG-WATERRIJK").municipalities else "Voorbeeldland-Oost"
    post = ["Voorbeeldstraat", str(int(code[-2:])), f"{postcode4(code)} XX", town]
    return [
        *(PROVINCE, board, key[:4], key, name),
        *post,
        *(code[2:], town, "Openbaar", " " * 10, " " * 80),
        *([structure] if structure is not None else []),
        *post,
        *(cell for _ in REGION_TITLES for cell in ("99", region)),
    ]


def _secondary(cohorts: Cohorts, year: int) -> Iterator[list[str]]:
    for place in cohorts.open_locations(year):
        yield _row(place.board, place.key, place.name, place.municipality, place.structure)


def _primary(newer: bool) -> Iterator[list[str]]:
    number = 0
    for board in PRIMARY:
        size = board.now if newer else board.then
        for index in range(max(board.then, board.now)):
            key = f"99{chr(65 + number // 26)}{chr(65 + number % 26)}00"
            number += 1
            code = board.municipalities[index % len(board.municipalities)]
            if index < size:
                name = f"Voorbeeldschool {NAMES[index % len(NAMES)]} ({municipality(code).name})"
                yield _row(board.number, key, name, code, None)


def write_addresses(folder: Path, cohorts: Cohorts) -> list[Path]:
    """Two copies of each register: autumn of an older and of the newest year."""
    older, newer = cohorts.calendar.register_years
    secondary = [
        old_layout(folder / f"alle-vestigingen-vo-{year}-10.csv", _header(True), _secondary(cohorts, year))
        for year in (older, newer)
    ]
    primary = [
        old_layout(folder / f"alle-vestigingen-bo-{year}-12.csv", _header(False), _primary(year == newer))
        for year in (older, newer)
    ]
    return secondary + primary


def write_postcodes(folder: Path, calendar: Calendar) -> Path:
    """The fixed-width table of postcodes and municipalities."""
    path = folder / f"Dec_postcodecijfers_{calendar.latest_pupils}.asc"
    lines = ["    O9999onbekend".ljust(45)]
    lines += [f"{postcode4(code)}N{code[2:]}{municipality(code).name.ljust(36)}" for code in EXAMPLE_MUNICIPALITIES]
    path.write_bytes("".join(line + "\r\n" for line in lines).encode("cp1252"))
    return path
