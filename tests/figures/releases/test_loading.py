"""What a load does with new files, second copies, contradictions and bad input."""

from pathlib import Path

import pytest

from pactwerk.figures.releases import current_release, releases
from pactwerk.figures.releases.lock import LoadRunning, load_lock
from pactwerk.figures.releases.reports import LoadFailed
from tests.figures.releases.homes import (
    PUPILS_2018,
    address_file,
    assert_complete,
    current,
    exam_file,
    offer,
    pupils_file,
    value,
)
from tests.figures.sources.invented import PUPILS, Table, write


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home" / "figures"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


def state(home: Path) -> set[str]:
    return {str(path.relative_to(home)) for path in home.rglob("*")}


def test_a_first_load_makes_a_release(home: Path, files: Path) -> None:
    result = offer(home, pupils_file(files))
    assert (result.exit_code, result.made) == (0, result.current)
    assert value(home, "K04", "NL") == 23
    assert_complete(home)
    assert not (home / "staged").exists()


def test_the_same_bytes_again_change_nothing(home: Path, files: Path) -> None:
    path = pupils_file(files)
    first = offer(home, path)
    before = state(home)
    again = offer(home, path, files)
    assert (again.exit_code, again.made, again.current) == (0, None, first.made)
    assert {line.outcome for line in again.lines} == {"already"}
    assert state(home) == before


def test_the_same_content_shuffled_and_encoded_anew_changes_nothing(home: Path, files: Path) -> None:
    offer(home, pupils_file(files))
    before = state(home)
    shuffled = Table(PUPILS.header, PUPILS.rows[::-1])
    path = write(files, "kopie-2017-2018.csv", shuffled.text(end="\n", quoted=True), "utf-8-sig")
    again = offer(home, path)
    assert (again.exit_code, again.lines[0].outcome) == (0, "already")
    assert state(home) == before


def test_a_release_holds_the_files_known_so_far_and_the_new_ones(home: Path, files: Path) -> None:
    first = offer(home, pupils_file(files))
    second = offer(
        home, exam_file(files, {"VMBO B - techniek": ("6", "5", "83.3", "<5", "<5", "100", "8", "7", "87.5")})
    )
    assert second.exit_code == 0
    assert {kept.table for kept in current(home).manifest.files} == {"vo_pupils", "exams"}
    assert value(home, "K04", "NL") == 23
    assert [entry.id for entry in releases(home)] == [second.made, first.made]


def test_a_contradicting_file_is_refused_by_name_until_it_may_replace(home: Path, files: Path) -> None:
    old = pupils_file(files)
    first = offer(home, old)
    other = pupils_file(files, "later-2017-2018.csv", PUPILS.cell(1, "LEER- OF VERBLIJFSJAAR 3 - MAN", "30"))
    refused = offer(home, other)
    assert (refused.exit_code, refused.made, refused.current) == (1, None, first.made)
    dutch, english = refused.lines[0].reason
    for text in (dutch, english):
        assert other.name in text
        assert old.name in text
        assert "--replace" in text
    assert value(home, "K04", "NL") == 23
    replaced = offer(home, other, replace=True)
    assert replaced.exit_code == 0
    assert value(home, "K04", "NL") == 33
    assert [kept.name for kept in current(home).manifest.files] == [other.name]


def test_two_files_of_one_load_that_contradict_never_replace_each_other(home: Path, files: Path) -> None:
    pupils_file(files, "a-2017-2018.csv")
    pupils_file(files, "b-2017-2018.csv", PUPILS.cell(1, "LEER- OF VERBLIJFSJAAR 3 - MAN", "30"))
    result = offer(home, files, replace=True)
    assert [line.outcome for line in result.lines] == ["read", "refused"]
    assert result.exit_code == 2
    assert value(home, "K04", "NL") == 23


def test_nothing_known_is_exit_code_1_and_no_release(home: Path, files: Path) -> None:
    write(files, "lees-mij.txt", "hallo")
    result = offer(home, files)
    assert (result.exit_code, result.made, result.current) == (1, None, None)
    assert [line.outcome for line in result.lines] == ["skipped"]
    assert current_release(home) is None


BAD = {
    "html.csv": "<!DOCTYPE html><html><body>404</body></html>",
    "leeg-2017-2018.csv": "",
    "half-2018-2019.csv": PUPILS.text()[:-40],
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_alone_leaves_the_old_release(home: Path, files: Path, name: str) -> None:
    first = offer(home, pupils_file(files))
    result = offer(home, write(files, name, BAD[name]))
    assert (result.exit_code, result.made, result.current) == (1, None, first.made)
    assert result.lines[0].reason[0]
    assert_complete(home)


def test_bad_input_beside_good_is_exit_code_2(home: Path, files: Path) -> None:
    good = pupils_file(files)
    bad = write(files, "html.csv", BAD["html.csv"])
    result = offer(home, good, bad)
    assert result.exit_code == 2
    assert value(home, "K04", "NL") == 23


def test_a_path_that_does_not_exist_is_refused(home: Path, files: Path) -> None:
    result = offer(home, files / "weg.csv")
    assert (result.exit_code, result.lines[0].outcome) == (1, "refused")


def test_without_a_year_the_edition_is_asked_and_used(home: Path, files: Path) -> None:
    path = pupils_file(files, "leerlingen.csv")
    assert offer(home, path).exit_code == 1
    assert offer(home, path, edition="2017/18").exit_code == 0
    assert current(home).manifest.files[0].edition == "2017/18"


def test_example_files_mark_release_and_rows(home: Path, files: Path) -> None:
    offer(home, pupils_file(files), example=True)
    release = current(home)
    assert release.manifest.example
    from pactwerk.figures.releases import FigureQuery

    table = release.figures(FigureQuery("K04", "NL", "2017/18"))
    assert table.example
    assert {row.status for row in table} == {"voorbeeldgegevens"}


def test_a_second_load_at_the_same_time_is_refused(home: Path, files: Path) -> None:
    path = pupils_file(files)
    with load_lock(home), pytest.raises(LoadRunning):
        offer(home, path)
    assert offer(home, path).exit_code == 0


def test_a_home_that_cannot_be_written_is_a_readable_failure(tmp_path: Path, files: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    with pytest.raises(LoadFailed) as failed:
        offer(blocked / "figures", pupils_file(files))
    assert "vorige uitgave" in failed.value.message_nl


def test_locations_without_a_municipality_are_listed_and_stay_in_the_province(home: Path, files: Path) -> None:
    offer(home, pupils_file(files), address_file(files))
    release = current(home)
    (entry,) = [e for e in release.manifest.quality["without_municipality"] if e["table"] == "vo_pupils"]
    listed = {location for location, _, _ in entry["listed"]}
    assert entry["unmatched"] == len(listed) > 0
    assert "99AA07" in listed
    assert value(home, "K04", "PV27") == 23


def test_a_named_year_that_the_pupils_contradict_is_a_warning(home: Path, files: Path, shared: Path) -> None:
    """The real file of 2017/18 offered as the one of 2018/19: the cohorts do not move up."""
    real = shared / "duo-vo" / "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv"
    older = shared / "duo-vo" / "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2016-2017.csv"
    copy = files / PUPILS_2018
    copy.write_bytes(real.read_bytes())
    result = offer(home, older, copy)
    assert result.exit_code == 0
    assert any(PUPILS_2018 in warning or "2018/19" in warning for warning in result.warnings)
    assert result.warnings[0] in current(home).manifest.warnings


def test_a_doubt_stays_while_its_files_stay(home: Path, files: Path, shared: Path) -> None:
    real = shared / "duo-vo" / "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv"
    copy = files / PUPILS_2018
    copy.write_bytes(real.read_bytes())
    doubt = next(text for text in offer(home, real, copy, edition="2018/19").warnings if PUPILS_2018 in text)
    later = offer(home, exam_file(files, {"VMBO T": ("6", "5", "83.3", "6", "5", "83.3", "12", "10", "83.3")}))
    assert doubt in later.warnings
    assert doubt in current(home).manifest.warnings
    mended = pupils_file(files / "other", PUPILS_2018)
    assert not any(PUPILS_2018 in text and "leerling" in text for text in offer(home, mended, replace=True).warnings)


def test_the_same_bytes_under_a_name_without_a_year_change_nothing(home: Path, files: Path) -> None:
    path = pupils_file(files)
    offer(home, path)
    before = state(home)
    copy = files / "kopie.csv"
    copy.write_bytes(path.read_bytes())
    again = offer(home, copy)
    assert (again.exit_code, [line.outcome for line in again.lines]) == (0, ["already"])
    assert state(home) == before
