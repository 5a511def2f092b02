"""Keeping, publishing, hiding and dropping: by whom, for whom, and never two roundings of the same persons."""

import shutil
from pathlib import Path

import pytest

from pactwerk.figures.flows.kept import NotKept, drop, hide, kept_flows, kept_set, publish, read_kept
from pactwerk.figures.flows.kept.acts import acts
from pactwerk.figures.flows.kept.reading import FAULTY
from pactwerk.figures.flows.kept.storing import read as read_figures
from tests.figures.flows.kept.enrolled import enrolments, kept


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "home" / "figures"


def names(root: Path, *, public_only: bool) -> list[str]:
    return [one.name for one in kept_flows(root, public_only=public_only)]


def test_a_set_is_of_the_office_until_somebody_publishes_it(root: Path, file: Path) -> None:
    kept(root, file)
    assert (names(root, public_only=True), names(root, public_only=False)) == ([], ["proef"])
    publish(root, "proef", "Bo", "besproken")
    assert names(root, public_only=True) == ["proef"]
    assert read_kept(root, "proef").links
    hide(root, "proef", "Bo")
    assert names(root, public_only=True) == []
    done = [(one.kind, one.by, one.reason) for one in acts(root / "flows")]
    assert done == [("kept", "An", ""), ("published", "Bo", "besproken"), ("hidden", "Bo", "")]


def test_a_dropped_set_is_gone_and_its_history_stays(root: Path, file: Path) -> None:
    kept(root, file)
    drop(root, "proef", "Bo")
    assert names(root, public_only=False) == []
    assert list((root / "flows" / "sets").iterdir()) == []
    assert [one.kind for one in acts(root / "flows")] == ["kept", "dropped"]
    with pytest.raises(NotKept):
        drop(root, "proef", "Bo")


def test_the_same_file_is_rounded_the_same_way_again(root: Path, file: Path) -> None:
    first = kept(root, file)
    second = kept(root, file, "weer")
    figures = [
        list(read_figures(root / "flows" / "sets" / one.id / "figures", "NL", one.years, split=True))
        for one in (first, second)
    ]
    assert figures[0] == figures[1]
    assert first.base == second.base


def test_another_grain_of_the_same_persons_is_refused_while_the_first_is_there(root: Path, file: Path) -> None:
    kept(root, file)
    for other in ({"grain": ("level",)}, {"sexes": False}, {"areas": ("GM0361",)}):
        with pytest.raises(NotKept):
            kept(root, file, "anders", **other)
    assert names(root, public_only=False) == ["proef"]


def test_a_corrected_file_is_never_public_beside_what_was_public(root: Path, file: Path, tmp_path: Path) -> None:
    kept(root, file)
    publish(root, "proef", "An")
    drop(root, "proef", "An")
    kept(root, enrolments(tmp_path / "verbeterd.csv", persons=501))
    with pytest.raises(NotKept) as refused:
        publish(root, "proef", "An")
    assert "2016" in str(refused.value)
    assert names(root, public_only=True) == []


def test_a_file_that_changed_since_is_told(root: Path, file: Path) -> None:
    kept(root, file)
    (source,) = kept_set(root, "proef", public_only=False).sources
    assert source.as_it_is() == "same"
    file.write_bytes(file.read_bytes().replace(b"kb", b"bb", 1))
    assert source.as_it_is() == "changed"
    file.unlink()
    assert source.as_it_is() == "gone"


@pytest.mark.parametrize(
    "choices",
    [
        {"name": "Niet Goed"},
        {"name": "../weg"},
        {"grain": ("track",)},
        {"grain": ("level", "klas")},
        {"areas": ("RG-NHN",)},
    ],
)
def test_what_cannot_be_kept_leaves_nothing(root: Path, file: Path, choices: dict[str, object]) -> None:
    with pytest.raises(NotKept):
        kept(root, file, **choices)  # type: ignore[arg-type]
    assert names(root, public_only=False) == []
    assert not (root / "flows" / "staged").exists()


def test_a_name_is_used_once(root: Path, file: Path) -> None:
    kept(root, file)
    with pytest.raises(NotKept):
        kept(root, file)


def test_one_year_is_no_flow(root: Path, file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if line[:4] not in {"2017", "2018"}), encoding="utf-8")
    with pytest.raises(NotKept):
        kept(root, file)


def test_a_damaged_set_is_not_shown(root: Path, file: Path) -> None:
    found = kept(root, file)
    shutil.rmtree(root / "flows" / "sets" / found.id / "figures")
    assert names(root, public_only=False) == []


def test_what_was_wrong_in_the_file_stays_with_the_set_by_name(root: Path, file: Path) -> None:
    assert kept(root, file).faults == ()
    drop(root, "proef", "An")
    rows = file.read_text(encoding="utf-8").splitlines()
    twice = rows[1].replace("01AA", "09ZZ")
    file.write_text(
        "\n".join([*rows, twice, rows[2], ",".join(["2016", "", *rows[3].split(",")[2:]])]), encoding="utf-8"
    )
    kept(root, file)
    publish(root, "proef", "An")
    names = " ".join(nl for nl, _ in kept_set(root, "proef").faults)
    assert all(word in names for word in ("geen persoon", "meer dan één rij"))
    assert not any(sign.isdigit() for sign in names)
    assert FAULTY in read_kept(root, "proef").notes
