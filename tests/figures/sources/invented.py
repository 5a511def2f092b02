"""Invented rows in the publishers' layouts, so that a test can write any edition of a table."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

PUPIL_HEADER = (
    "BRIN NUMMER", "VESTIGINGSNUMMER", "INSTELLINGSNAAM VESTIGING", "PLAATSNAAM VESTIGING", "PROVINCIE VESTIGING",
    "ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR", "LWOO INDICATIE", "VMBO SECTOR", "AFDELING", "ELEMENTCODE",
    "OPLEIDINGSNAAM",
    *(f"LEER- OF VERBLIJFSJAAR {grade} - {sex}" for grade in range(1, 7) for sex in ("MAN", "VROUW")),
)  # fmt: skip
_NONE = "N.v.t."
PUPIL_ROWS: tuple[tuple[str, ...], ...] = tuple(
    (*words, *(str(count) for count in counts))
    for words, counts in (
        (("99AA", "00", "Café één", "DORP", "Noord-Holland", "Brugjaar 1-2", "N", _NONE, _NONE, "0024", "Lj"),
         (91, 102, 66, 112, 0, 0, 0, 0, 0, 0, 0, 0)),
        (("99AA", "07", "Café één", "DORP", "Noord-Holland", "VMBO BL lj 3-4", "N", "Techniek",
          "Produceren, installeren en energie", "0101", "PIE"), (0, 0, 0, 0, 20, 3, 18, 2, 0, 0, 0, 0)),
        (("99AB", "00", "Zuid", "STAD", "Friesland", "VMBO KL lj 3-4", "N", "Zorg & Welzijn", "Zorg en welzijn",
          "0102", "ZWE"), (0, 0, 0, 0, 1, 30, 2, 28, 0, 0, 0, 0)),
        (("99AB", "00", "Zuid", "STAD", "Friesland", "HAVO lj 4-5", "N", _NONE,
          "Natuur en Techniek / Natuur en Gezondheid", "0373", "HAVO"), (0, 0, 0, 0, 0, 0, 7, 5, 2, 3, 0, 0)),
        (("99AB", "01", "Nul", "STAD", "Friesland", "VWO lj 4-6", "N", _NONE, "Natuur en Techniek", "0374", "VWO"),
         (0,) * 12),
    )
)  # fmt: skip

EXAM_HEADER = ("BRIN NUMMER", "VESTIGINGSNUMMER", "INSTELLINGSNAAM VESTIGING", "GEMEENTENAAM", "ONDERWIJSTYPE VO",
               "INSPECTIECODE", "OPLEIDINGSNAAM")  # fmt: skip
ADDRESS_HEADER = (
    "PROVINCIE", "BEVOEGD GEZAG NUMMER", "BRIN NUMMER", "VESTIGINGSNUMMER", "VESTIGINGSNAAM", "STRAATNAAM",
    "HUISNUMMER-TOEVOEGING", "POSTCODE", "PLAATSNAAM", "GEMEENTENUMMER", "GEMEENTENAAM", "DENOMINATIE",
    "TELEFOONNUMMER", "INTERNETADRES", "RPA-GEBIED NAAM", "WGR-GEBIED NAAM",
)  # fmt: skip
ADDRESS_ROWS: tuple[tuple[str, ...], ...] = (
    ("Noord-Holland", "99001", "99AA", "99AA00", "De Proef", "Straat", "1", "1811 AB", "ALKMAAR", "0361", "ALKMAAR",
     "Openbaar", "0721234567", "www.voorbeeld.test", "Noord-Holland-Noord", "Noord-Kennemerland  "),
    ("Drenthe", "99002", "99AB", "99AB07", "De Toets", "Weg", "2", "9406NN", "ASSEN", "106", "ASSEN",
     "Openbaar", "          ", "", "Centraal-Groningen", ""),
)  # fmt: skip


@dataclass(frozen=True)
class Table:
    """A header and rows that can be bent into another edition."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def without(self, *names: str) -> "Table":
        """Without some columns."""
        keep = [place for place, name in enumerate(self.header) if name not in names]
        return self.order(keep)

    def order(self, places: Sequence[int]) -> "Table":
        """With the columns in another order."""
        pick = [tuple(row[place] for place in places) for row in (self.header, *self.rows)]
        return Table(pick[0], tuple(pick[1:]))

    def renamed(self, names: dict[str, str]) -> "Table":
        """With other headers."""
        return replace(self, header=tuple(names.get(name, name) for name in self.header))

    def cell(self, row: int, column: str, text: str) -> "Table":
        """With another text in one cell; rows count from 0."""
        rows = [list(cells) for cells in self.rows]
        rows[row][self.header.index(column)] = text
        return replace(self, rows=tuple(tuple(cells) for cells in rows))

    def with_rows(self, *rows: tuple[str, ...]) -> "Table":
        """With more rows at the end."""
        return replace(self, rows=(*self.rows, *rows))

    def text(self, *, delimiter: str = ";", end: str = "\r\n", quoted: bool = False) -> str:
        """As the publisher writes it."""
        out = io.StringIO()
        lines = [self.header, *self.rows]
        if quoted:
            csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(lines)
        else:
            csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(lines)
        return out.getvalue()


PUPILS = Table(PUPIL_HEADER, PUPIL_ROWS)
ADDRESSES = Table(ADDRESS_HEADER, ADDRESS_ROWS)


def exams(years: Sequence[int], *, unknown_sex: bool, cells: dict[str, tuple[str, ...]]) -> Table:
    """An exam file: per programme the same texts in every year, men/women/(unknown/)total of both measures."""
    sexes = ("MAN", "VROUW", *(("ONBEKEND",) if unknown_sex else ()), "TOTAAL")
    measures = ("EXAMENKANDIDATEN", "GESLAAGDEN", "SLAAGPERC")
    names = [f"{what} SCHOOLJAAR {y}-{y + 1} - {sex}" for y in years for sex in sexes for what in measures]
    rows = tuple(
        ("99AA", "99AA00", "De Proef", "ALKMAAR", programme.split()[0], "50", programme, *(texts * len(years)))
        for programme, texts in cells.items()
    )
    return Table((*EXAM_HEADER, *names), rows)


def write(folder: Path, name: str, data: str | bytes, encoding: str = "cp1252") -> Path:
    """Write a file as a publisher would."""
    path = folder / name
    path.write_bytes(data.encode(encoding) if isinstance(data, str) else data)
    return path
