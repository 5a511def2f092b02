"""What a figure should be, from the lines of the publisher's file that it names: only the csv module and this file.

Shares no code with the product: own reading, own names of columns, own lists of profiles and domains.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TECHNICAL = (
    "produceren, installeren en energie", "bouwen, wonen en interieur", "mobiliteit en transport",
    "media, vormgeving en ict", "maritiem en techniek", "vakmanschapsroute techniek", "techniek breed -isp",
)  # fmt: skip
DOMAINS = ("Afbouw", "Ambacht", "Bouw en", "Informatie", "Media", "Mobiliteit", "Techniek", "Transport")

Line = Mapping[str, str]
Interval = tuple[int, int]


@dataclass(frozen=True)
class Rule:
    """How a definition is read from lines: what is summed above and below, in which columns."""

    kind: str
    above: Callable[[Line, str, str], Iterator[Interval]]
    below: Callable[[Line, str, str], Iterator[Interval]] | None = None
    sex: str = ""


@cache
def lines_of(path: Path) -> tuple[Line, ...]:
    """The lines of a file by number (the header is 1), each as column -> text."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    records = list(csv.reader(text.replace("\r\n", "\n").split("\n"), delimiter=";"))
    header = [name.strip().replace("_", " ").upper() for name in records[0]]
    return ({}, {}, *({n: c.strip() for n, c in zip(header, record, strict=False)} for record in records[1:]))


def numbered(path: Path, rows: str) -> Iterator[Line]:
    """The lines of ranges such as `12-14,19`."""
    for part in rows.split(","):
        first, _, last = part.partition("-")
        yield from (lines_of(path)[number] for number in range(int(first), int(last or first) + 1))


def interval(text: str) -> Interval:
    """A cell as the publisher writes it: `<5` hides 1 to 4, a point separates thousands."""
    return (1, 4) if text == "<5" else (n := int(text.replace(".", "") or 0), n)


_SEXES = {"male": "MAN", "female": "VROUW"}


def _pupils(grade: int, wanted: Callable[[Line], bool]) -> Callable[[Line, str, str], Iterator[Interval]]:
    def read(line: Line, _period: str, sex: str) -> Iterator[Interval]:
        for name in [_SEXES[sex]] if sex else _SEXES.values():
            if wanted(line):
                yield interval(line[f"LEER- OF VERBLIJFSJAAR {grade} - {name}"])

    return read


def _exams(measure: str, wanted: Callable[[Line], bool]) -> Callable[[Line, str, str], Iterator[Interval]]:
    def read(line: Line, period: str, sex: str) -> Iterator[Interval]:
        year = int(period[:4])
        if wanted(line):
            yield interval(line[f"{measure} SCHOOLJAAR {year}-{year + 1} - {_SEXES.get(sex, 'TOTAAL')}"])

    return read


def _column(
    name: str, wanted: Callable[[Line], bool] = lambda _: True
) -> Callable[[Line, str, str], Iterator[Interval]]:
    def read(line: Line, _period: str, _sex: str) -> Iterator[Interval]:
        if wanted(line):
            yield interval(line[name])

    return read


def _mbo(wanted: Callable[[Line], bool]) -> Callable[[Line, str, str], Iterator[Interval]]:
    def read(line: Line, period: str, sex: str) -> Iterator[Interval]:
        if wanted(line):
            yield interval(line[f"{_SEXES.get(sex, 'TOTAAL')}{period[:4]}"])

    return read


def _ho(wanted: Callable[[Line], bool]) -> Callable[[Line, str, str], Iterator[Interval]]:
    def read(line: Line, period: str, sex: str) -> Iterator[Interval]:
        year = period[:4]
        if not wanted(line):
            return
        if "GESLACHT" in line:
            if not sex or line["GESLACHT"].upper() == _SEXES[sex]:
                yield interval(line[year])
        else:
            yield from (interval(line[f"{year} {name}"]) for name in ([_SEXES[sex]] if sex else _SEXES.values()))

    return read


def everyone(_line: Line) -> bool:
    return True


def sector(line: Line) -> bool:
    return line["VMBO SECTOR"] == "Techniek"


def profile(line: Line) -> bool:
    return line["AFDELING"].lower() in TECHNICAL


def nature(line: Line) -> bool:
    return "Natuur" in line["AFDELING"]


def programme(line: Line) -> bool:
    return line["OPLEIDINGSNAAM"].lower().endswith("techniek")


def nature_programme(line: Line) -> bool:
    return re.search("N&[TG]", line["OPLEIDINGSNAAM"]) is not None


def domain(line: Line) -> bool:
    return line["DOMEIN"].startswith(DOMAINS)


def croho(line: Line) -> bool:
    return line["CROHO ONDERDEEL"] == "techniek"


def _passed() -> Rule:
    return Rule("of", _column("GESLAAGDEN"), _column("EXAMENKANDIDATEN"))


RULES = {
    ("K03", "sector"): Rule("share", _pupils(3, sector), _pupils(3, everyone)),
    ("K03", "profile"): Rule("share", _pupils(3, profile), _pupils(3, everyone)),
    ("K04", "sector"): Rule("count", _pupils(3, sector)),
    ("K04", "profile"): Rule("count", _pupils(3, profile)),
    ("K11", "sector"): Rule("share", _pupils(3, sector), _pupils(3, everyone), sex="female"),
    ("K07", "n-profile"): Rule("share", _pupils(4, nature), _pupils(4, everyone)),
    ("K08", "n-profile"): Rule("share", _pupils(4, nature), _pupils(4, everyone)),
    ("K09", "n-profile"): Rule("count", _pupils(4, nature)),
    ("K10", "n-profile"): Rule("gap", _pupils(4, nature), _pupils(4, everyone)),
    ("E01", "sector"): Rule("share", _exams("EXAMENKANDIDATEN", programme), _exams("EXAMENKANDIDATEN", everyone)),
    ("E01", "sector-2019"): Rule("share", _exams("EXAMENKANDIDATEN", programme), _exams("EXAMENKANDIDATEN", everyone)),
    ("E02", "sector"): Rule("share", _exams("GESLAAGDEN", programme), _exams("GESLAAGDEN", everyone)),
    ("E02", "sector-2019"): Rule("share", _exams("GESLAAGDEN", programme), _exams("GESLAAGDEN", everyone)),
    ("E03", "n-profile"): Rule(
        "share", _exams("EXAMENKANDIDATEN", nature_programme), _exams("EXAMENKANDIDATEN", everyone)
    ),
    ("E04", "n-profile"): Rule(
        "share", _exams("EXAMENKANDIDATEN", nature_programme), _exams("EXAMENKANDIDATEN", everyone)
    ),
    ("L09", "vo-vestigingen"): Rule("of", _column("VSV TOTAAL"), _column("AANTAL LEERLINGEN")),
    ("Z03", "vo-vestigingen"): Rule("of", _column("AANTAL ZITTENBLIJVERS"), _column("TOTAAL LEERLINGEN")),
    ("T02", "sector-cijfers"): Rule("share", _column("EXAMENKANDIDATEN", sector), _column("EXAMENKANDIDATEN")),
    ("T03", "geslaagd-van-kandidaten"): _passed(),
    ("T04", "geslaagd-van-kandidaten"): _passed(),
    ("T05", "geslaagd-van-kandidaten"): _passed(),
    ("E05", "domeinen-ingeschreven"): Rule("share", _mbo(domain), _mbo(everyone)),
    ("E06", "domeinen-ingeschreven"): Rule("count", _mbo(domain)),
    ("L10", "croho-techniek"): Rule("share", _ho(croho), _ho(everyone)),
    ("L11", "croho-techniek-hbo"): Rule("count", _ho(croho)),
    ("L12", "croho-techniek"): Rule("count", _ho(croho)),
}
"""How each definition that is drawn is counted; a definition without a rule is not drawn."""


def derive(rule: Rule, lines: list[Line], period: str, sex: str) -> tuple[float, float]:
    """The bounds of a figure from the lines behind it."""
    if rule.kind == "gap":
        girls, boys = _share(rule, lines, period, "female"), _share(rule, lines, period, "male")
        return girls[0] - boys[1], girls[1] - boys[0]
    low, high = _sum(rule.above, lines, period, rule.sex or sex)
    if rule.kind == "count":
        return low, high
    if rule.kind == "of":
        assert rule.below
        least, most = _sum(rule.below, lines, period, sex)
        return 100 * low / most, min(100.0, 100 * high / least)
    return _share(rule, lines, period, rule.sex or sex)


def _share(rule: Rule, lines: list[Line], period: str, sex: str) -> tuple[float, float]:
    assert rule.below
    low, high = _sum(rule.above, lines, period, sex)
    whole = _sum(rule.below, lines, period, sex)
    rest = whole[0] - low, whole[1] - high
    return 100 * low / (low + rest[1]), 100 * high / (high + rest[0])


def _sum(read: Callable[[Line, str, str], Iterator[Interval]], lines: list[Line], period: str, sex: str) -> Interval:
    found = [cell for line in lines for cell in read(line, period, sex)]
    return sum(low for low, _ in found), sum(high for _, high in found)
