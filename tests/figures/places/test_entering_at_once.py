"""Several people enter areas and corrections in the same moment: nothing of anybody is lost."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pactwerk.basis.places import DatedMember, EnteredArea
from pactwerk.figures.releases.corrections import Claim, correct, corrections, withdraw
from pactwerk.figures.releases.entering import enter, entered, remove

MANY = 24


def test_areas(tmp_path: Path) -> None:
    def add(number: int) -> None:
        area = EnteredArea(f"DR-{number:02d}", "Deel", "deelregio", "bureau", (DatedMember("GM0361"),))
        enter(tmp_path, [area], may=lambda _known: True)

    with ThreadPoolExecutor(8) as at_once:
        list(at_once.map(add, range(MANY)))
        assert len(entered(tmp_path)) == MANY
        list(at_once.map(lambda number: remove(tmp_path, f"DR-{number:02d}"), range(MANY - 1)))
    assert list(entered(tmp_path)) == [f"DR-{MANY - 1:02d}"]


def test_corrections(tmp_path: Path) -> None:
    def add(number: int) -> None:
        correct(tmp_path, Claim("16TF00", "name", f"School {number}", "naam"), by="user:1")

    with ThreadPoolExecutor(8) as at_once:
        list(at_once.map(add, range(MANY)))
        found = corrections(tmp_path)
        assert {entry.value for entry in found} == {f"School {number}" for number in range(MANY)}
        list(at_once.map(lambda entry: withdraw(tmp_path, entry.id, reason="toch niet", by="user:1"), found))
    assert not [entry for entry in corrections(tmp_path) if entry.in_force]
