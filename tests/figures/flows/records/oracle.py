"""Transitions by plain Python dictionaries: an independent reading of the same rules."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tests.figures.flows.records.populations import Row

_RANKS = [("hbo", "wo"), ("mbo",), ("vo",), ("vavo",), ("vso", "so"), ("bo", "sbo"), ("mbo-extraneus",)]
_KNOWN = {
    "level": {level for rank in _RANKS for level in rank},
    "track": {"", "pro", "bb", "kb", "gl", "tl", "havo", "vwo", "brug", "1", "2", "3", "4", "ho", "ad", "ba", "ma"},
    "grade": {"", *"12345678"},
    "diploma": {
        *("", "pro", "vmbo-bb", "vmbo-kb", "vmbo-gl", "vmbo-tl", "havo", "vwo", "mbo-1", "mbo-2", "mbo-3", "mbo-4"),
        *("hbo-ad", "hbo-ba", "hbo-ma", "wo-ba", "wo-ma"),
    },
}
_ORDER = ("level", "institution", "track", "field", "grade", "sex", "area", "diploma")

Key = tuple[object, ...]


def transitions(rows: Iterable[Row], grain: Sequence[str], by: Sequence[str]) -> Counter[Key]:
    """(year, source codes or None, target codes or None, breakdowns) -> persons."""
    years = _years(rows)
    found: Counter[Key] = Counter()
    for year in sorted(years):
        if year + 1 not in years:
            continue
        now, later = years[year], years[year + 1]
        for person in now.keys() | later.keys():
            source, target = now.get(person), later.get(person)
            told = source or target
            assert told
            broken = tuple("" if name == "diploma" and not source else _code(name, told[name]) for name in by)
            found[year, _state(source, grain), _state(target, grain), broken] += 1
    return found


def _years(rows: Iterable[Row]) -> dict[int, dict[str, dict[str, str]]]:
    """Per year every person with the enrolment that counts."""
    held: dict[int, dict[str, list[dict[str, str]]]] = {}
    for row in rows:
        if row["year"] is None:
            continue
        persons = held.setdefault(int(row["year"]), {})
        if row["person"]:
            tidy = {name: str(row[name] or "").strip().lower() for name in _ORDER}
            persons.setdefault(str(row["person"]), []).append(tidy)
    return {
        year: {person: min(several, key=_priority) for person, several in persons.items()}
        for year, persons in held.items()
    }


def _priority(row: dict[str, str]) -> tuple[object, ...]:
    rank = next((number for number, levels in enumerate(_RANKS) if row["level"] in levels), len(_RANKS))
    return (rank, *(row[name] for name in _ORDER))


def _state(row: dict[str, str] | None, grain: Sequence[str]) -> Key | None:
    return tuple(_code(part, row[part]) for part in grain) if row else None


def _code(name: str, code: str) -> str:
    if name == "sex":
        return code if code in ("male", "female") else "unknown"
    if name == "area":
        return code.upper() if code.startswith("gm") and code[2:].isdigit() else "onbekend"
    if name == "field":
        return "onbekend" if code else ""  # ten persons never hold it in these populations
    return code if code in _KNOWN[name] else "onbekend"
