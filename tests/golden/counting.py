"""A second computation over the tidy tables: the csv and json modules, dictionaries, nothing of the product."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Rows = list[dict[str, str]]
Bounds = tuple[float, float]


def rows(path: Path, delimiter: str = ";") -> Rows:
    """The data lines; stray and totals lines left out by what they lack."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    found = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    return [
        {name.strip(): (value or "").strip() for name, value in row.items() if name}
        for row in found
        if sum(bool(value) for value in row.values() if isinstance(value, str)) > 2
    ]


def whole(text: str) -> int:
    """A count with a dot between thousands, or nothing."""
    return int(text.replace(".", "") or 0)


def bounds(texts: Iterable[str | int]) -> Bounds:
    """The sum of cells of which `<5` stands for 1 to 4."""
    found = list(texts)
    low = sum(1 if text == "<5" else int(text or 0) for text in found)
    return low, low + 3 * sum(text == "<5" for text in found)


def entrants(folder: Path, year: int, kinds: tuple[str, ...], chosen: Callable[[dict[str, str]], bool]) -> int:
    """First-years of hbo and wo in the year whose 1 October counts."""
    total = 0
    if "hbo" in kinds:
        hbo = rows(folder / "duo-ho" / "03b-eerstejaars-ingeschrevenen-hbo-domein-hbo-2019.csv")
        total += sum(whole(row[str(year)]) for row in hbo if chosen(row))
    if "wo" in kinds:
        wo = rows(folder / "duo-ho" / "eerstejaars-ingeschrevenen-wo-2013-2017.csv")
        total += sum(
            whole(row[f"{year} {sex}"]) for row in wo if row["PROVINCIE"] and chosen(row) for sex in ("MAN", "VROUW")
        )
    return total


def advices(folder: Path, first_year: int) -> tuple[list[Bounds], Bounds]:
    """National bounds per kind of advice and of all advices, in the year that starts then; from 2022 a 2 is `<5`."""
    text = (folder / "derived" / "schooladviezen-2019-2025" / "school_data.json").read_text(encoding="utf-8")
    low, high = [0] * 12, [0] * 12
    for counts in _per_school(json.loads(text), f"{first_year}-{first_year + 1}"):
        for place, count in enumerate(counts[:12]):
            hidden = first_year >= 2022 and count == 2
            low[place] += 1 if hidden else count
            high[place] += 4 if hidden else count
    return list(zip(low, high, strict=True)), (sum(low), sum(high))


def _per_school(data: object, year: str) -> Iterator[list[int]]:
    """Every list of counts under the key of a year, however deep it lies."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == year and isinstance(value, list):
                yield value
            else:
                yield from _per_school(value, year)
    elif isinstance(data, list):
        for value in data:
            yield from _per_school(value, year)


def population(path: Path) -> dict[str, int]:
    """Inhabitants per year, of the municipalities with a value."""
    found: dict[str, int] = {}
    for row in rows(path):
        count = row["Bevolking op 1 januari (aantal)"]
        found[row["Perioden"]] = found.get(row["Perioden"], 0) + whole(count)
    return found
