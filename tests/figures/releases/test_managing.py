"""Preparing, making current, going back and withdrawing: what is current, what is kept, what is written down."""

from pathlib import Path

import pytest

from pactwerk.figures.releases import managing
from pactwerk.figures.releases.managing import NoCandidate, NotPossible, Options, Step
from tests.figures.releases.homes import PUPILS_2018, assert_complete, current, offer, pupils_file, value
from tests.figures.sources.invented import PUPILS

MORE = PUPILS.cell(1, "LEER- OF VERBLIJFSJAAR 3 - MAN", "30")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one release that counts 23 technical third-years in 2017/18."""
    found = tmp_path / "home" / "figures"
    offer(found, pupils_file(tmp_path / "files"))
    return found


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    return pupils_file(tmp_path / "more", PUPILS_2018, MORE)


@pytest.fixture
def mended(tmp_path: Path) -> Path:
    return pupils_file(tmp_path / "mended", table=MORE)


def kinds(home: Path) -> list[tuple[str, str, str]]:
    return [(act.kind, act.by, act.reason) for act in managing.history(home)]


def test_a_prepared_release_changes_nothing_until_it_is_made_current(home: Path, newer: Path) -> None:
    before = current(home).id
    staged = managing.stage(home, [newer], Options(by="An"))
    assert staged.id is not None
    assert current(home).id == before
    assert value(home, "K04", "NL", "2018/19") is None
    (candidate,) = managing.candidates(home)
    assert (candidate.id, candidate.base, candidate.by) == (staged.id, before, "An")
    assert candidate.report["files"][0]["outcome"] == "read"
    managing.make_current(home, staged.id, "Bo", "gezien")
    assert value(home, "K04", "NL", "2018/19") == 33
    assert managing.candidates(home) == ()
    assert kinds(home)[1:] == [("staged", "An", ""), ("made_current", "Bo", "gezien")]
    assert_complete(home)


def test_a_prepared_release_survives_later_work(home: Path, newer: Path, tmp_path: Path) -> None:
    staged = managing.stage(home, [newer])
    managing.stage(home, [pupils_file(tmp_path / "x", "later-2020-2021.csv")])
    with pytest.raises(NotPossible):
        managing.go_back(home, "An")
    assert len(managing.candidates(home)) == 2
    assert staged.id is not None
    assert managing.release_by_id(home, staged.id) is not None


def test_a_prepared_release_never_undoes_what_was_loaded_since(home: Path, newer: Path, tmp_path: Path) -> None:
    staged = managing.stage(home, [newer])
    assert staged.id is not None
    offer(home, pupils_file(tmp_path / "x", "later-2020-2021.csv"))
    with pytest.raises(NotPossible) as refused:
        managing.make_current(home, staged.id, "An")
    assert "opnieuw" in refused.value.message_nl


def test_what_cannot_be_used_makes_no_candidate(home: Path, tmp_path: Path) -> None:
    (tmp_path / "bad").mkdir()
    broken = tmp_path / "bad" / "half-2018-2019.csv"
    broken.write_text(PUPILS.text()[:-40], encoding="cp1252")
    staged = managing.stage(home, [broken])
    assert (staged.id, staged.differences) == (None, None)
    assert staged.result.lines[0].outcome == "refused"
    assert managing.candidates(home) == ()


def test_a_discarded_candidate_goes_with_its_bytes_and_no_others(home: Path, newer: Path) -> None:
    staged = managing.stage(home, [newer])
    assert staged.id is not None
    assert len(list((home / "files").iterdir())) == 2
    managing.discard(home, staged.id, "An")
    assert len(list((home / "files").iterdir())) == 1
    assert [path.name for path in (home / "releases").iterdir()] == [current(home).id]
    assert_complete(home)
    with pytest.raises(NoCandidate):
        managing.discard(home, staged.id)
    with pytest.raises(NoCandidate):
        managing.discard(home, current(home).id)


def test_going_back_and_forth(home: Path, newer: Path) -> None:
    first = current(home).id
    second = offer(home, newer).made
    assert second is not None
    assert managing.go_back(home, "An", "fout") == first
    assert value(home, "K04", "NL", "2018/19") is None
    managing.make_current(home, second, "An")
    assert value(home, "K04", "NL", "2018/19") == 33
    assert [(state.id, state.current) for state in managing.states(home)] == [(second, True), (first, False)]


def test_going_back_from_the_first_release_is_refused_with_words(home: Path) -> None:
    with pytest.raises(NotPossible) as refused:
        managing.go_back(home, "An")
    assert "geen eerdere uitgave" in refused.value.message_nl
    assert "no earlier release" in refused.value.message_en


def test_a_release_that_was_gone_back_from_stays_through_the_next_load(home: Path, newer: Path, tmp_path: Path) -> None:
    second = offer(home, newer).made
    assert second is not None
    managing.go_back(home, "An")
    offer(home, pupils_file(tmp_path / "x", "later-2020-2021.csv"))
    assert managing.release_by_id(home, second) is not None
    assert len(managing.states(home)) == 3


def test_a_withdrawn_current_release_gives_way_to_the_one_before(home: Path, newer: Path) -> None:
    first = current(home).id
    second = offer(home, newer).made
    assert second is not None
    assert managing.withdraw(home, second, "An", "verkeerd bestand") == first
    assert current(home).id == first
    state = managing.states(home)[0]
    assert state.withdrawn is not None
    assert (state.id, state.withdrawn.reason, state.withdrawn.by) == (second, "verkeerd bestand", "An")
    assert managing.release_by_id(home, second) is not None
    with pytest.raises(NotPossible) as refused:
        managing.make_current(home, second, "An")
    assert "verkeerd bestand" in refused.value.message_nl


def test_going_back_passes_over_withdrawn_releases(home: Path, newer: Path, mended: Path) -> None:
    first = current(home).id
    second = offer(home, newer).made
    offer(home, mended, replace=True)
    assert second is not None
    managing.withdraw(home, second, "An", "verkeerd bestand")
    assert managing.go_back(home, "An") == first


def test_a_withdrawal_can_be_undone_and_both_stay_written(home: Path, newer: Path) -> None:
    second = offer(home, newer).made
    assert second is not None
    managing.withdraw(home, second, "An", "verkeerd bestand")
    managing.reinstate(home, second, "Bo", "toch goed")
    assert managing.withdrawal(home, second) is None
    managing.make_current(home, second, "Bo")
    assert kinds(home)[-3:] == [
        ("withdrawn", "An", "verkeerd bestand"),
        ("reinstated", "Bo", "toch goed"),
        ("made_current", "Bo", ""),
    ]


@pytest.mark.parametrize("reason", ["", "  "])
def test_withdrawing_needs_a_reason(home: Path, newer: Path, reason: str) -> None:
    offer(home, newer)
    with pytest.raises(NotPossible):
        managing.withdraw(home, current(home).id, "An", reason)
    assert managing.withdrawal(home, current(home).id) is None


def test_the_only_release_cannot_be_withdrawn(home: Path) -> None:
    with pytest.raises(NotPossible):
        managing.withdraw(home, current(home).id, "An", "fout")
    assert_complete(home)


@pytest.mark.parametrize("name", ["nergens", "..", "", "../releases"])
def test_a_release_that_does_not_exist(home: Path, name: str) -> None:
    assert managing.release_by_id(home, name) is None
    with pytest.raises(NotPossible):
        managing.make_current(home, name, "An")
    with pytest.raises(NotPossible):
        managing.withdraw(home, name, "An", "x")


def test_going_back_from_a_damaged_release(home: Path, newer: Path) -> None:
    first = current(home).id
    second = offer(home, newer).made
    (home / "releases" / str(second) / "manifest.json").unlink()
    assert managing.go_back(home, "An") == first
    assert_complete(home)


def test_without_paths_the_release_is_made_anew_from_its_files(home: Path) -> None:
    before = current(home)
    result = offer(home)
    assert result.exit_code == 0
    assert result.made not in {None, before.id}
    assert [kept.sha256 for kept in current(home).manifest.files] == [kept.sha256 for kept in before.manifest.files]
    assert value(home, "K04", "NL") == 23
    assert managing.differences(before.folder, current(home).folder).nothing


def test_without_files_there_is_nothing_to_make_anew(tmp_path: Path) -> None:
    assert offer(tmp_path / "figures").exit_code == 1


def test_progress_counts_its_steps(home: Path, newer: Path) -> None:
    steps: list[Step] = []
    managing.stage(home, [newer], progress=steps.append)
    assert [step.number for step in steps] == [1, 2, 3, 4]
    assert {step.of for step in steps} == {4}
    assert all(step.en for step in steps)


def test_differences_count_what_is_new_and_what_is_restated(home: Path, newer: Path, mended: Path) -> None:
    staged = managing.stage(home, [newer])
    assert staged.differences is not None
    counts = {entry.indicator: entry for entry in staged.differences.counts}
    assert (counts["K04"].restated, counts["K04"].vanished) == (0, 0)
    assert counts["K04"].new > 0
    restated = managing.stage(home, [mended], Options(replace=True)).differences
    assert restated is not None
    same = ("K04", "sector", "NL", "")
    (change,) = (c for c in restated.largest if (c.indicator, c.definition, c.area, c.by) == same)
    assert (change.kind, change.before, change.after) == ("restated", (23.0, 23.0), (33.0, 33.0))


def test_the_csv_of_differences_has_every_change(home: Path, newer: Path) -> None:
    first = current(home).folder
    offer(home, newer)
    text = managing.differences_csv(first, current(home).folder)
    lines = text.splitlines()
    counts = managing.differences(first, current(home).folder).counts
    assert len(lines) - 1 == sum(entry.new + entry.vanished + entry.restated for entry in counts)
    assert lines[0].startswith("kind,indicator,definition,area,period,by,")
