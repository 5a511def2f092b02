"""A release that is complete but was never current: marked as prepared, with the report of its making."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.safely import write_safely

FOLDER = "candidates"


@dataclass(frozen=True)
class Candidate:
    """A prepared release: its id, the release it was made from, when and by whom, and what its files and figures are.

    `lines` are the lines of the load's report as data in Dutch and English (`files`, `files_en`), `differences` the
    counts of new, changed and vanished figures per indicator against the release it was made from.
    """

    id: str
    base: str | None
    at: str
    by: str
    report: dict[str, Any]


def marks(home: Home) -> dict[str, Path]:
    """The mark of every prepared release, by its id."""
    folder = home.root / FOLDER
    return {path.stem: path for path in sorted(folder.glob("*.json"))} if folder.is_dir() else {}


def mark(home: Home, candidate: Candidate) -> None:
    """Say that a release folder is a candidate, so that it is kept."""
    data = {"base": candidate.base, "at": candidate.at, "by": candidate.by, "report": candidate.report}
    path = home.root / FOLDER / f"{candidate.id}.json"
    write_safely(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def marked(home: Home, name: str) -> Candidate | None:
    """The candidate with this id, or None."""
    try:
        data = json.loads((home.root / FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    except OSError:
        return None
    return Candidate(name, **data)
