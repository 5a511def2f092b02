"""What two real editions do not have: hidden cells, locations gone and new, example data, too few counts."""

from pathlib import Path

import pytest

from pactwerk.figures.flows.pseudo import available_cohorts, pseudo_cohort
from pactwerk.figures.releases import Release, current_release
from pactwerk.figures.releases.loading import load
from pactwerk.figures.releases.query import BadQuery, FigureQuery
from pactwerk.figures.releases.reports import Options
from tests.figures.flows.pseudo import files


def loaded(folder: Path, paths: list[Path], *, example: bool = False) -> Release:
    result = load(folder / "figures", paths, Options(example=example))
    assert result.exit_code == 0, [line.reason for line in result.lines]
    found = current_release(folder / "figures")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """Location 01 is in both years, 02 in the first only, 03 in the second only; one exam cell is hidden."""
    folder = tmp_path_factory.mktemp("small")
    before = {("01", 3): ("10", "20"), ("02", 3): ("7", "3"), ("01", 4): ("9", "9")}
    after = {("01", 4): ("12", "18"), ("03", 4): ("5", "6"), ("03", 3): ("8", "8")}
    sat = {"01": (("12", "18"), ("11", "<5")), "03": (("5", "6"), ("5", "6"))}
    paths = [files.pupils(folder, "2016-2017", before), files.pupils(folder, "2017-2018", after),
             files.exams(folder, "2017-2018", sat)]  # fmt: skip
    return loaded(folder, paths)


def test_a_location_that_is_gone_or_new_counts_in_its_area(small: Release) -> None:
    (row,) = small.figures(FigureQuery("S01", "PV27", "2017/18"))
    assert (row.numerator, row.denominator) == (41, 40)
    flow = pseudo_cohort(small, "PV27", "2016/17", track="kb")
    assert {(row.by["from"], row.by["to"]): row.value for row in flow.links.select(stage="0")} == {
        ("vo:kb::3", "vo:kb::4"): 40,
        ("saldo-erbij", "vo:kb::4"): 1,
    }


def test_a_location_itself_is_told_from_its_own_rows(small: Release) -> None:
    flow = pseudo_cohort(small, "99XX01", "2016/17", track="kb")
    assert [(row.by["state"], row.value) for row in flow.stocks][:3] == [
        ("vo:kb::3", 30), ("vo:kb::4", 30), ("vo:kb::exam", 30)
    ]  # fmt: skip
    assert not flow.followed


def test_a_location_that_vanished_says_so(small: Release) -> None:
    gone = pseudo_cohort(small, "99XX02", "2016/17", track="kb")
    assert {(row.by["from"], row.by["to"]): row.value for row in gone.links} == {("vo:kb::3", "saldo-eraf"): 10}
    assert any("vestiging" in note and "samengevoegd" in note for note in gone.notes)
    nothing = pseudo_cohort(small, "99XX99", "2016/17", track="kb")
    assert not nothing.links.rows
    assert any("geen telling" in note for note in nothing.notes)


def test_hidden_cells_stay_intervals(small: Release) -> None:
    flow = pseudo_cohort(small, "PV27", "2016/17", track="kb")
    (graduates,) = flow.stocks.select(stage="3")
    assert (graduates.value, graduates.low, graduates.high) == (None, 12, 15)
    shares = {row.by["to"]: (row.value, row.low, row.high) for row in flow.links.select(stage="2")}
    assert shares == {"vo:kb::diploma": (None, 12, 15), "saldo-eraf": (None, 26, 29)}
    (ratio,) = small.figures(FigureQuery("S03", "PV27", "2017/18"))
    assert ratio.value is None
    assert ratio.low == pytest.approx(1200 / 41)
    assert ratio.high == pytest.approx(1500 / 41)


def test_an_area_without_a_later_count_has_no_ratio(tmp_path: Path) -> None:
    stocks = {("01", 3): ("10", "10"), ("03", 3): ("9", "9")}
    later = files.pupils(tmp_path, "2017-2018", {("01", 4): ("10", "10")})
    # the exam file says where the locations lie
    sat = files.exams(tmp_path, "2017-2018", {"01": (("9", "9"), ("9", "9")), "03": (("1", "0"), ("1", "0"))})
    release = loaded(tmp_path, [files.pupils(tmp_path, "2016-2017", stocks), later, sat])
    haarlem = release.figures(FigureQuery("S01", "GM0392", "2017/18"))
    assert [row.value for row in haarlem] == [100]
    assert not release.figures(FigureQuery("S01", "GM0361", "2017/18")).rows


def test_example_data_are_marked(tmp_path: Path) -> None:
    paths = [files.pupils(tmp_path, "2016-2017", {("01", 3): ("10", "10")}),
             files.pupils(tmp_path, "2017-2018", {("01", 4): ("10", "10")})]  # fmt: skip
    flow = pseudo_cohort(loaded(tmp_path, paths, example=True), "PV27", "2016/17", track="kb")
    assert flow.links.example
    assert flow.stocks.example
    assert {row.status for row in flow.stocks} == {"voorbeeldgegevens"}


def test_one_edition_makes_no_cohort_and_says_what_to_do(tmp_path: Path) -> None:
    release = loaded(tmp_path, [files.pupils(tmp_path, "2016-2017", {("01", 3): ("10", "10")})])
    assert available_cohorts(release) == ()
    with pytest.raises(BadQuery, match="laad eerst leerlingen van twee opeenvolgende schooljaren"):
        pseudo_cohort(release, "NL", "2016/17")


def test_years_that_do_not_follow_each_other_make_no_cohort(tmp_path: Path) -> None:
    paths = [files.pupils(tmp_path, period, {("01", 3): ("10", "10"), ("01", 4): ("9", "9")})
             for period in ("2016-2017", "2018-2019")]  # fmt: skip
    release = loaded(tmp_path, paths)
    assert available_cohorts(release) == ()
    assert not release.figures(FigureQuery("S01", "NL")).rows


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"track": "mbo"}, "kies uit vmbo"),
        ({"by": ("age",)}, "wel naar sex, sector, profile"),
        ({"by": ("sex", "sector")}, "een ding tegelijk"),
        ({"track": "havo", "by": ("sector",)}, "wel naar sex"),
    ],
)
def test_a_wrong_question_says_what_would_be_right(small: Release, wrong: dict[str, object], said: str) -> None:
    with pytest.raises(BadQuery, match=said):
        pseudo_cohort(small, "NL", "2016/17", **wrong)  # type: ignore[arg-type]


def test_by_profile_it_goes_from_year_three_to_four_only(small: Release) -> None:
    flow = pseudo_cohort(small, "PV27", "2016/17", track="kb", by=("profile",))
    assert {(row.by["state"], row.value) for row in flow.stocks} == {("vo:kb:BWI:3", 40), ("vo:kb:BWI:4", 41)}
    assert any("kent geen profielen" in note for note in flow.notes)


def test_every_state_has_words_and_nothing_is_called_doorstroom(small: Release) -> None:
    flow = pseudo_cohort(small, "NL", "2016/17", track="kb", by=("sector",))
    states = {row.by[name] for row in flow.links for name in ("from", "to")} | {row.by["state"] for row in flow.stocks}
    assert states <= set(flow.words)
    said = " ".join((flow.name, *flow.notes, *flow.words.values())).lower()
    assert "doorstroom" not in said
    assert "niemand is gevolgd" in said
