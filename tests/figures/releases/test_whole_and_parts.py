"""A whole edition and its parts never stand side by side."""

from pathlib import Path

import pytest

from pactwerk.figures.releases.keeping import kept_file
from pactwerk.figures.releases.manifest import KeptFile
from pactwerk.figures.releases.reports import FileLine
from pactwerk.figures.releases.whole_and_parts import refuse_beside
from pactwerk.figures.sources import FileReport, Outcome


def _kept(name: str, part: str, edition: str = "2024/25", *, example: bool = False) -> KeptFile:
    report = FileReport(Path(name), name, name, Outcome.READ, "po_pupils", edition, part=part)
    return kept_file(Path(name), report, example=example)


def _line(kept: KeptFile, *present: KeptFile) -> FileLine:
    line = FileLine(path=Path(kept.name), outcome="read", sha256=kept.sha256, table=kept.table, edition=kept.edition)
    return refuse_beside(line, kept, present)


@pytest.mark.parametrize(("first", "second"), [("", "GM0361"), ("GM0361", "")])
def test_the_second_is_refused_in_words(first: str, second: str) -> None:
    line = _line(_kept("tweede.csv", second), _kept("eerste.csv", first))
    assert line.outcome == "refused"
    assert "eerste.csv" in line.reason[0]
    assert "zouden dubbel tellen" in line.reason[0]
    assert "count double" in line.reason[1]


@pytest.mark.parametrize(
    "other",
    [_kept("b.csv", "GM0402"), _kept("b.csv", "", "2023/24"), _kept("b.csv", "", example=True)],
    ids=["other part", "other edition", "other kind"],
)
def test_other_files_stand_side_by_side(other: KeptFile) -> None:
    assert _line(_kept("a.csv", "GM0361"), other).outcome == "read"


def _register(name: str, part: str) -> KeptFile:
    report = FileReport(Path(name), name, name, Outcome.READ, "municipality_list", "2023", part=part)
    return kept_file(Path(name), report, example=False)


def test_a_poorer_copy_of_a_register_is_left_alone_in_words() -> None:
    line = _line(_register("gemeenten_2023.csv", "zonder province"), _register("Gemeenten.xlsx", ""))
    assert line.outcome == "already"
    assert "Gemeenten.xlsx" in line.warnings[0][0]
    assert "poorer copy" in line.warnings[0][1]


def test_the_whole_register_joins_its_poorer_copy() -> None:
    assert _line(_register("Gemeenten.xlsx", ""), _register("gemeenten_2023.csv", "zonder province")).outcome == "read"
