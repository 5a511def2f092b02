"""DUO's table of exam candidates and graduates: the old wide layout, and the new one that hides 1 to 4 as `<5`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from demo.example_files import terms
from demo.example_files.cohorts import Cohorts
from demo.example_files.world import Location
from demo.example_files.writing import new_layout, old_layout
from pactwerk.basis.places import municipality

PASS_RATE = {"bb": 0.97, "kb": 0.95, "gl": 0.94, "tl": 0.92, "havo": 0.86, "vwo": 0.89}
TL_SECTORS = {"techniek": 0.22, "zorg en welzijn": 0.33, "economie": 0.38, "landbouw": 0.07}
CODES = {"B": 33, "K": 37, "G": 41, "T": 89}
SECTORS = ("techniek", "zorg en welzijn", "economie", "landbouw", "intersectoraal")


@dataclass(frozen=True)
class Result:
    """Candidates and graduates of one sex."""

    candidates: int
    graduates: int

    def __add__(self, other: Result) -> Result:
        return Result(self.candidates + other.candidates, self.graduates + other.graduates)


Programme = tuple[str, int, str]
"""Type of education, code of the inspectorate, name."""


def _programme(track: str, group: str) -> Programme:
    if track in ("havo", "vwo"):
        number = list(terms.GENERAL_EXAM).index(group) + (50 if track == "havo" else 60)
        return track.upper(), number, f"{track.upper()} - {terms.GENERAL_EXAM[group]}"
    letter = terms.LETTER[track]
    return "VMBO", CODES[letter] + 1 + SECTORS.index(group), f"VMBO {letter} - {group}"


def _groups(cohorts: Cohorts, location: Location, track: str, year: int) -> dict[tuple[str, str], int]:
    """Candidates per programme group and sex; the theoretical track chooses a sector only for the exam."""
    found: dict[tuple[str, str], int] = {}
    for cell, count in cohorts.pupils(location, track, terms.LAST_GRADE[track], year).items():
        shares = {terms.EXAM_SECTOR.get(terms.SECTOR.get(cell.profile, ""), cell.profile): 1.0}
        if track == "tl":
            boys = 1.5 if cell.sex == "male" else 0.5
            weights = {name: share * (boys if name == "techniek" else 1) for name, share in TL_SECTORS.items()}
            shares = {name: weight / sum(weights.values()) for name, weight in weights.items()}
        for group, share in shares.items():
            found[group, cell.sex] = found.get((group, cell.sex), 0) + round(count * share)
    return found


def _results(cohorts: Cohorts, location: Location, years: range) -> dict[Programme, dict[tuple[int, str], Result]]:
    table: dict[Programme, dict[tuple[int, str], Result]] = {}
    for year in years:
        if not cohorts.is_open(location, year):
            continue
        for track in terms.TYPE:
            for (group, sex), count in _groups(cohorts, location, track, year).items():
                result = Result(count, round(count * PASS_RATE[track]))
                table.setdefault(_programme(track, group), {})[year, sex] = result
    return table


def _rate(result: Result) -> float:
    return 100 * result.graduates / result.candidates if result.candidates else 0


def _old_cells(result: Result) -> list[str]:
    rate = f"{_rate(result):.1f}%".replace(".", ",")
    return [str(result.candidates), str(result.graduates), ",0%" if not result.graduates else rate]


def _new_cells(result: Result) -> list[str]:
    hidden = ["<5" if 0 < count < 5 else str(count) for count in (result.candidates, result.graduates)]
    return [*hidden, f"{_rate(result):.1f}".removesuffix(".0")]


def _rows(
    cohorts: Cohorts, years: range, sexes: tuple[str, ...], cells: Callable[[Result], list[str]]
) -> Iterator[list[str | int]]:
    for location in cohorts.open_locations(years.start):
        for (kind, code, name), found in sorted(_results(cohorts, location, years).items()):
            row: list[str | int] = [location.brin, location.key, location.name]
            row += [municipality(location.municipality).name.upper(), kind, code, name]
            for year in years:
                both = {sex: found.get((year, sex), Result(0, 0)) for sex in ("male", "female")}
                both |= {"unknown": Result(0, 0), "total": both["male"] + both["female"]}
                for sex in sexes:
                    row += cells(both[sex])
            yield row


def _header(first: tuple[str, ...], years: range, sexes: tuple[str, ...]) -> list[str]:
    fixed = [*first, "INSTELLINGSNAAM VESTIGING", "GEMEENTENAAM", "ONDERWIJSTYPE VO", "INSPECTIECODE", "OPLEIDINGSNAAM"]
    return fixed + [
        f"{measure} SCHOOLJAAR {year}-{year + 1} - {sex}"
        for year in years
        for sex in sexes
        for measure in ("EXAMENKANDIDATEN", "GESLAAGDEN", "SLAAGPERC")
    ]


def write_exams(folder: Path, cohorts: Cohorts) -> list[Path]:
    """The older years in the old layout, the newer in the new one."""
    old, new = cohorts.calendar.exam_years_old_layout, cohorts.calendar.exam_years_new_layout
    four, three = ("male", "female", "unknown", "total"), ("male", "female", "total")
    return [
        old_layout(
            folder / f"examenkandidaten-en-geslaagden-{old.start}-{old.stop}.csv",
            _header(("BRIN NUMMER", "VESTIGINGSNUMMER"), old, ("MAN", "VROUW", "ONBEKEND", "TOTAAL")),
            _rows(cohorts, old, four, _old_cells),
        ),
        new_layout(
            folder / f"examenkandidaten-en-geslaagden-{new.start}-{new.stop}.csv",
            _header(("INSTELLINGSCODE", "VESTIGINGSCODE"), new, ("MAN", "VROUW", "TOTAAL")),
            _rows(cohorts, new, three, _new_cells),
        ),
    ]
