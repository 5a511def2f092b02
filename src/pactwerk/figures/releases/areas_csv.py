"""Areas as a CSV of dated members, read whole or not at all.

Columns (Dutch or English, in any order): code, naam, soort, gemeente, van, tot, and if need be bron; a line per member.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pactwerk.basis.identifiers import InvalidIdentifier, gm_code
from pactwerk.basis.places import (
    DatedMember,
    EnteredArea,
    UnknownArea,
    municipality,
    municipality_by_name,
    published_areas,
)
from pactwerk.basis.places.entered import KINDS
from pactwerk.figures.releases.entering import AreaProblem, BadAreas
from pactwerk.figures.texts import Text

_HEADERS = {
    "code": ("code", "gebiedscode", "areacode", "gebied", "area"),
    "name": ("naam", "name"),
    "kind": ("soort", "kind"),
    "municipality": ("gemeente", "municipality"),
    "since": ("van", "from", "since"),
    "until": ("tot", "to", "until"),
    "reference": ("bron", "reference"),
}
_REQUIRED = ("code", "name", "kind", "municipality")
_CODE = re.compile(r"[A-Z]{2,4}-[A-Z0-9][A-Z0-9-]{0,29}")


def areas_as_csv(found: Sequence[EnteredArea]) -> str:
    """Areas as the CSV that `areas_from_csv` reads."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("code", "naam", "soort", "gemeente", "van", "tot", "bron"))
    for entry in found:
        for member in entry.members:
            since, until = (day.isoformat() if day else "" for day in (member.since, member.until))
            writer.writerow((entry.code, entry.name, entry.kind, member.municipality, since, until, entry.reference))
    return text.getvalue()


def areas_from_csv(text: str, name: str, owner: str) -> tuple[EnteredArea, ...]:
    """The areas of a CSV (comma or semicolon). Raises BadAreas with line and column of everything that is wrong."""
    lines = _lines(text, name)
    problems: list[AreaProblem] = []
    members: dict[str, list[DatedMember]] = {}
    first: dict[str, tuple[str, str]] = {}
    references: dict[str, str] = {}
    for row, cells in lines:
        wrong = list(_wrong(row, cells))
        code, said = cells["code"].upper(), (cells["name"], cells["kind"].lower())
        if first.setdefault(code, said) != said:
            wrong.append(
                _problem(
                    row,
                    "code",
                    (
                        f"{code} heeft op een eerdere regel een andere naam of soort",
                        f"{code} has another name or kind on an earlier line",
                    ),
                )
            )
        problems += wrong
        if not wrong:
            member = DatedMember(_municipality(cells["municipality"]) or "", _day(cells["since"]), _day(cells["until"]))
            problems += _doubled(row, member, members.setdefault(code, []))
            members[code].append(member)
            references.setdefault(code, cells["reference"])
    if problems:
        raise BadAreas(name, problems)
    return tuple(
        EnteredArea(code, *first[code], owner, tuple(sorted(held, key=_order)), references[code])
        for code, held in members.items()
    )


def _order(member: DatedMember) -> tuple[str, date]:
    return member.municipality, member.since or date.min


def _lines(text: str, name: str) -> list[tuple[int, dict[str, str]]]:
    clean = text.removeprefix("\ufeff")
    head = clean.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(clean, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    try:
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    except csv.Error as error:
        raise BadAreas(name, [AreaProblem(reader.line_num, "", Text("dit is geen CSV", "this is no CSV"))]) from error
    header = [re.sub(r"[^a-z]", "", cell.lower()) for cell in rows[0][1]] if rows else []
    places = {
        key: next((header.index(word) for word in words if word in header), None) for key, words in _HEADERS.items()
    }
    missing = [key for key in _REQUIRED if places[key] is None]
    if missing:
        words = ", ".join(_HEADERS[key][0] for key in missing)
        raise BadAreas(name, [AreaProblem(1, words, Text("deze kolommen ontbreken", "these columns are missing"))])
    found = []
    for row, cells in rows[1:]:
        if any(cells):
            value = {key: cells[at] if at is not None and at < len(cells) else "" for key, at in places.items()}
            found.append((row, value))
    if not found:
        raise BadAreas(name, [AreaProblem(1, "", Text("er staan geen gebieden in", "there are no areas in it"))])
    return found


def _problem(row: int, column: str, said: tuple[str, str]) -> AreaProblem:
    return AreaProblem(row, column, Text(*said))


def _wrong(row: int, cells: Mapping[str, str]) -> Iterator[AreaProblem]:
    code = cells["code"].upper()
    if not _CODE.fullmatch(code) or code in published_areas():
        yield _problem(
            row,
            "code",
            (
                f"'{cells['code']}' is geen vrije code; schrijf bijvoorbeeld STO-ALKMAAR",
                f"'{cells['code']}' is no free code; write for instance STO-ALKMAAR",
            ),
        )
    if not cells["name"]:
        yield _problem(row, "naam", ("de naam ontbreekt", "the name is missing"))
    for column, key in (("naam", "name"), ("bron", "reference")):
        if cells[key].startswith(("=", "+", "-", "@")):
            yield _problem(
                row,
                column,
                ("begint als een formule van een rekenblad", "begins like a formula of a spreadsheet"),
            )
    if cells["kind"].lower() not in KINDS:
        listed = ", ".join(KINDS)
        yield _problem(
            row,
            "soort",
            (f"'{cells['kind']}' is geen soort; wel {listed}", f"'{cells['kind']}' is no kind; there are {listed}"),
        )
    if _municipality(cells["municipality"]) is None:
        yield _problem(
            row,
            "gemeente",
            (f"'{cells['municipality']}' is geen gemeente", f"'{cells['municipality']}' is no municipality"),
        )
    for column, key in (("van", "since"), ("tot", "until")):
        if cells[key] and _day(cells[key]) is None:
            yield _problem(
                row,
                column,
                (f"'{cells[key]}' is geen dag; schrijf 2022-01-01", f"'{cells[key]}' is no day; write 2022-01-01"),
            )
    since, until = _day(cells["since"]), _day(cells["until"])
    if since and until and until <= since:
        yield _problem(row, "tot", ("ligt niet na 'van'", "is not after 'from'"))


def _doubled(row: int, member: DatedMember, others: Sequence[DatedMember]) -> Iterator[AreaProblem]:
    """A municipality twice in one area at the same time would be counted once, but somebody meant something else."""
    for other in others:
        apart = (member.until or date.max) <= (other.since or date.min) or (other.until or date.max) <= (
            member.since or date.min
        )
        if other.municipality == member.municipality and not apart:
            yield _problem(
                row,
                "gemeente",
                (
                    f"{member.municipality} stond er voor deze tijd al in",
                    f"{member.municipality} was in it already for this time",
                ),
            )
            return


def _municipality(text: str) -> str | None:
    try:
        return municipality(gm_code(text.upper().removeprefix("GM"))).code
    except (InvalidIdentifier, UnknownArea):
        return municipality_by_name(text)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None
