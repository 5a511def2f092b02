"""Small files in the publisher's own layout: two editions of pupils and the exams of the second year."""

from collections.abc import Mapping
from pathlib import Path

_HEAD = (
    "BRIN NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM VESTIGING;PLAATSNAAM VESTIGING;PROVINCIE VESTIGING;"
    "ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR;LWOO INDICATIE;VMBO SECTOR;AFDELING;ELEMENTCODE;OPLEIDINGSNAAM"
)
_GRADES = [f"LEER- OF VERBLIJFSJAAR {grade} - {sex}" for grade in range(1, 7) for sex in ("MAN", "VROUW")]
_KIND = "VMBO KL lj 3-4"
_TOWNS = {"01": "HAARLEM", "02": "HAARLEM", "03": "ALKMAAR"}

Stock = tuple[str, str]
"""Boys and girls as the file writes them: `12`, `<5`."""


def pupils(folder: Path, period: str, stocks: Mapping[tuple[str, int], Stock]) -> Path:
    """A file of pupils of kb in the technical sector: location number and year of school -> boys and girls."""
    rows = []
    for (number, grade), (boys, girls) in stocks.items():
        counts = ["0"] * 12
        counts[2 * (grade - 1)], counts[2 * grade - 1] = boys, girls
        # the publisher writes the number of a location without its leading nought
        place = f"99XX;{int(number)};School {number};{_TOWNS[number]};Noord-Holland"
        rows.append(f"{place};{_KIND};N;Techniek;Bouwen, Wonen en Interieur;6000;kb;{';'.join(counts)}")
    path = folder / f"01.-leerlingen-vo-per-vestiging-naar-onderwijstype-{period}.csv"
    path.write_text("\n".join([";".join([_HEAD, *_GRADES]), *rows]) + "\n", encoding="utf-8")
    return path


def exams(folder: Path, year: str, numbers: Mapping[str, tuple[Stock, Stock]]) -> Path:
    """A file of exams of kb in the technical sector: location number -> candidates and graduates by sex.

    The publisher's total is their sum, or hidden when a part is.
    """
    heads = [
        f"{name} SCHOOLJAAR {year} - {sex}"
        for sex in ("MAN", "VROUW", "TOTAAL")
        for name in ("EXAMENKANDIDATEN", "GESLAAGDEN")
    ]
    head = "BRIN NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM VESTIGING;GEMEENTENAAM;ONDERWIJSTYPE VO;OPLEIDINGSNAAM"
    rows = []
    for number, (candidates, graduates) in numbers.items():
        cells = [candidates[0], graduates[0], candidates[1], graduates[1], _sum(candidates), _sum(graduates)]
        place = f"99XX;99XX{number};School {number};{_TOWNS[number]}"
        rows.append(f"{place};VMBO;VMBO K - techniek;{';'.join(cells)}")
    path = folder / f"examenkandidaten-en-geslaagden-{year}.csv"
    path.write_text("\n".join([";".join([head, *heads]), *rows]) + "\n", encoding="utf-8")
    return path


def _sum(stock: Stock) -> str:
    return "<5" if "<5" in stock else str(sum(map(int, stock)))
