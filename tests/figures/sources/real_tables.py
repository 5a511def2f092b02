"""Real publisher files cut to a few hundred lines, taken apart so that a test can bend them. Never kept."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

VO, PO, CBS = "duo-vo", "duo-po", "cbs"
LINES = 40


@dataclass(frozen=True)
class RealFile:
    """A file of a table: where it is, the lines above its header, and the edition where nothing tells it.

    `required` is a column without which it cannot be read, `amount` a header of a column with amounts, `coded` one
    with words that have a code. `other` says what becomes of a mutation that means something else here.
    """

    path: str
    required: str
    amount: str = ""
    coded: str = ""
    above: int = 0
    edition: str | None = None
    other: Mapping[str, tuple[str, str]] = field(default_factory=dict)


_HO = "BRIN NUMMER ACTUEEL"
FILES = {
    "vo_pupils": RealFile(
        f"{VO}/01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv",
        "BRIN NUMMER", "LEER- OF VERBLIJFSJAAR 3 - MAN", "VMBO SECTOR",
    ),
    "exams": RealFile(
        f"{VO}/examenkandidaten-en-geslaagden-2019-2022.csv", "GEMEENTENAAM",
        coded="GEMEENTENAAM"
    ),
    "vo_addresses": RealFile(
        f"{VO}/alle-vestigingen-vo-2020-10.csv", "BEVOEGD GEZAG NUMMER",
        other={"unknown column": ("warn", "NIEUWE KOLOM")},
    ),
    "po_addresses": RealFile(
        f"{PO}/alle-vestigingen-bo-2020-12.csv", "BEVOEGD GEZAG NUMMER",
        other={"unknown column": ("warn", "NIEUWE KOLOM")},
    ),
    "early_leavers": RealFile(f"{VO}/vsv-per-swv-2015.csv", "", "", "", 0, "2014/15"),
    "repeaters": RealFile(f"{VO}/05.-zittenblijven-vo-brinvest-1516-tov-1617.csv", ""),
    "marks": RealFile(
        f"{VO}/07.-geslaagden,-gezakten-en-cijfers-2015-2016.csv", "LEERWEG VMBO", "", "ONDERWIJSTYPE VO"
    ),
    "exam_subjects": RealFile(f"{VO}/examenkandidaten-havo-en-examencijfers-2018-2019.csv", "ONDERWIJSTYPE VO"),
    "home_distance": RealFile(
        f"{PO}/gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-2019-2020.csv", ""
    ),
    "end_scores": RealFile(f"{PO}/gemiddelde-eindscores-bo-sbo-2018-2019.csv", ""),
    "po_pupils": RealFile(f"{PO}/leerlingen-po-per-gemeente-2024-10-01/Alkmaar afgeschermd.csv", "PEILDATUM"),
    "mbo_students": RealFile(
        "duo-mbo/03-deelnemers-mbo-per-instelling-plaats-opleiding-niveau-geslacht-2015-2019.csv", "PLAATSNAAM"
    ),
    "ho_entrants": RealFile("duo-ho/03b-eerstejaars-ingeschrevenen-hbo-domein-hbo-2019.csv", _HO),
    "ho_graduates": RealFile("duo-ho/05-gediplomeerden-hbo-2019.csv", _HO),
    "population": RealFile(
        f"{CBS}/Bevolking__geslacht__leeftijd__regio_11042024_073404.csv",
        "Leeftijd", "Bevolking op 1 januari (aantal)", "Regio's",
    ),
    "key_figures": RealFile(
        f"{CBS}/Regionale_kerncijfers_Nederland_10062024_133622.csv", "", "", "Regio's", 4,
        other={"header twice": ("refuse", "geen aantal")}
    ),
    "education_level": RealFile(
        f"{CBS}/onderwijsniveau-per-landsdeel-provincie/2022_onderwijsniveau.csv",
        "Leeftijd", "Bevolking (aantal)", "Regio's",
        other={"half a file": ("warn", "afgebroken")},
    ),
    "unemployment": RealFile(f"{CBS}/Werkloosheidpercentage-per-provincie-kwartaal.csv", "Nederland", "Nederland"),
    "localities": RealFile("postcode/woonplaats-gemeente-corop.generated.csv", "Gemeentecode"),
    "postcode_points": RealFile("postcode/postcode_coords.csv", "LAT", "LAT"),
    "successions": RealFile("duo-registers/OVERGANGEN_20250113.csv", "NR_ADMIN_VAN"),
}  # fmt: skip


@dataclass(frozen=True)
class Bendable:
    """A file as header and rows, and how it was written."""

    file: RealFile
    name: str
    above: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    delimiter: str
    quoted: bool
    encoding: str
    end: str

    def text(self) -> str:
        """The file written as its publisher does."""
        out = io.StringIO(newline="")
        quoting: Literal[0, 1] = csv.QUOTE_ALL if self.quoted else csv.QUOTE_MINIMAL
        writer = csv.writer(out, delimiter=self.delimiter, lineterminator=self.end, quoting=quoting)
        writer.writerows([self.header, *self.rows])
        return self.above + out.getvalue()

    def data(self) -> bytes:
        """Its bytes."""
        return self.text().encode(self.encoding)

    def place(self, name: str) -> int:
        """The position of a column."""
        return self.header.index(name)

    def first(self, count: int) -> "Bendable":
        """With only its first rows."""
        return replace(self, rows=self.rows[:count])

    def cell(self, row: int, column: int, text: str) -> "Bendable":
        """With another text in one cell."""
        changed = list(self.rows[row])
        changed[column] = text
        return replace(self, rows=(*self.rows[:row], tuple(changed), *self.rows[row + 1 :]))

    def order(self, places: list[int]) -> "Bendable":
        """With these columns, in this order."""
        return replace(
            self,
            header=tuple(self.header[place] for place in places),
            rows=tuple(tuple(row[place] for place in places) for row in self.rows),
        )


def bendable(data: Path, file: RealFile) -> Bendable:
    """The first lines of a real file, blank lines left out."""
    raw = (data / file.path).read_bytes()
    encoding = "utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "utf-8"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        encoding = "cp1252"
        text = raw.decode(encoding)
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    first = lines[file.above]
    delimiter = max(";,\t", key=first.count)
    every = [row for row in csv.reader(lines[file.above :], delimiter=delimiter) if len(row) > 1]
    chosen = [row for row in every[1:] if len(row) == len(every[0])][:LINES]
    above = "".join(line + end for line in lines[: file.above])
    return Bendable(
        file, Path(file.path).name, above, tuple(every[0]), tuple(map(tuple, chosen)), delimiter,
        first.startswith('"'), encoding, end,
    )  # fmt: skip
