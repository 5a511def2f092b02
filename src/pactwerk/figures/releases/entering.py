"""Areas entered by an office, in one file of the home; who may change them is the caller's to say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pactwerk.basis.places import EnteredArea, UnknownArea, areas_of, entered_areas, write_areas
from pactwerk.basis.readable import ReadableError
from pactwerk.figures.releases.lock import editing
from pactwerk.figures.texts import Text

MOST_PROBLEMS = 20


@dataclass(frozen=True)
class AreaProblem:
    """What is wrong: on which line (the header is 1) and in which column."""

    row: int
    column: str
    reason: Text


class BadAreas(ReadableError):
    """Areas that cannot be taken in; nothing of them was. `problems` has a line and a column for each."""

    def __init__(self, name: str, problems: Sequence[AreaProblem]) -> None:
        """Name the file and every problem."""
        self.problems = tuple(problems[:MOST_PROBLEMS])
        nl = "; ".join(f"regel {p.row}, {p.column or '-'}: {p.reason}" for p in self.problems)
        en = "; ".join(f"line {p.row}, {p.column or '-'}: {p.reason.en}" for p in self.problems)
        super().__init__(f"{name}: {nl}. Er is niets overgenomen.", f"{name}: {en}. Nothing was taken in.")


def entered(root: Path) -> Mapping[str, EnteredArea]:
    """The entered areas of a figures home, by code."""
    with areas_of(root):
        return entered_areas()


def enter(root: Path, found: Sequence[EnteredArea], *, may: Callable[[EnteredArea], bool]) -> tuple[EnteredArea, ...]:
    """Enter areas, or give those that are there this composition; the others stay.

    `may` says of an area that is there already whether it may be changed. Raises BadAreas; then nothing has changed.
    """
    with editing(root):
        known = dict(entered(root))
        foreign = [
            AreaProblem(1, "code", Text(f"{entry.code} is van {known[entry.code].owner}; alleen die mag het wijzigen",
                                        f"{entry.code} belongs to {known[entry.code].owner}, who alone may change it"))
            for entry in found
            if entry.code in known and not may(known[entry.code])
        ]  # fmt: skip
        if foreign:
            raise BadAreas("gebieden", foreign)
        # who entered an area stays its owner when an administrator helps out
        kept = [replace(entry, owner=known[entry.code].owner) if entry.code in known else entry for entry in found]
        write_areas(root, known | {entry.code: entry for entry in kept})
        return tuple(kept)


def remove(root: Path, code: str) -> None:
    """Take an entered area away. Raises UnknownArea."""
    with editing(root):
        known = dict(entered(root))
        if known.pop(code, None) is None:
            raise UnknownArea(code)
        write_areas(root, known)
