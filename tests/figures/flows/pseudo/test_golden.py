"""The chains of the real files against a second count with the csv module."""

from collections import Counter
from pathlib import Path

import pytest

from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.flows.flow import Flow
from pactwerk.figures.flows.pseudo import pseudo_cohort
from pactwerk.figures.releases import Release
from pactwerk.figures.releases.query import FigureQuery
from tests.figures.flows.pseudo import oracle

LOCATION = "01GN00"
PLACES = {"NL": ("", ""), "PV27": ("Noord-Holland", ""), LOCATION: ("", LOCATION)}
VMBO = ("bb", "kb", "gl", "tl")


@pytest.fixture(scope="module", params=list(PLACES))
def counted(request: pytest.FixtureRequest, shared: Path) -> tuple[str, dict[str, Counter[oracle.Key]]]:
    """A place with what the files say of it: pupils of both years and the exams of 2018."""
    place, folder = str(request.param), shared / "duo-vo"
    province, location = PLACES[place]
    towns = oracle.towns_of(folder, province) if province else None
    pupils = {year: oracle.pupils(folder, year, province, location) for year in oracle.PUPILS}
    return place, pupils | {"exams": oracle.exams(folder, "2017-2018", towns, location)}


def stocks(flow: Flow, **by: str) -> dict[tuple[str, str], float | None]:
    """Stage and state -> the stock."""
    return {(row.by["stage"], row.by["state"]): row.value for row in flow.stocks.select(**by)}


def test_the_chain_of_vmbo_by_track(real_release: Release, counted: tuple[str, dict[str, Counter[oracle.Key]]]) -> None:
    place, files = counted
    found = stocks(pseudo_cohort(real_release, place, "2016/17"))
    wanted = {}
    for track in VMBO:
        wanted["0", f"vo:{track}::3"] = oracle.total(files["2016/17"], "3", track)
        wanted["1", f"vo:{track}::4"] = oracle.total(files["2017/18"], "4", track)
        wanted["2", f"vo:{track}::exam"] = oracle.total(files["exams"], "exam", track)
        wanted["3", f"vo:{track}::diploma"] = oracle.total(files["exams"], "diploma", track)
    assert any(wanted.values())
    assert {key: number for key, number in wanted.items() if number} == {
        key: number for key, number in found.items() if number
    }


def test_girls_and_boys_of_one_track(
    real_release: Release, counted: tuple[str, dict[str, Counter[oracle.Key]]]
) -> None:
    place, files = counted
    flow = pseudo_cohort(real_release, place, "2016/17", track="tl", by=("sex",))
    for sex in ("male", "female"):
        assert stocks(flow, sex=sex) == {
            ("0", "vo:tl::3"): oracle.total(files["2016/17"], "3", "tl", sex),
            ("1", "vo:tl::4"): oracle.total(files["2017/18"], "4", "tl", sex),
            ("2", "vo:tl::exam"): oracle.total(files["exams"], "exam", "tl", sex),
            ("3", "vo:tl::diploma"): oracle.total(files["exams"], "diploma", "tl", sex),
        }


@pytest.mark.parametrize("place", ["NL", "PV27"])
def test_the_technical_sector_of_kb_goes_on_to_the_exam(real_release: Release, shared: Path, place: str) -> None:
    folder, province = shared / "duo-vo", PLACES[place][0]
    towns = oracle.towns_of(folder, province) if province else None
    exams = oracle.exams(folder, "2017-2018", towns)
    found = stocks(pseudo_cohort(real_release, place, "2016/17", track="kb", by=("sector",)))
    technical = {key: number for key, number in found.items() if ":TECHNIEK:" in key[1]}
    assert technical == {
        ("0", "vo:kb:TECHNIEK:3"): oracle.total(oracle.pupils(folder, "2016/17", province), "3", "kb", "", "techniek"),
        ("1", "vo:kb:TECHNIEK:4"): oracle.total(oracle.pupils(folder, "2017/18", province), "4", "kb", "", "techniek"),
        ("2", "vo:kb:TECHNIEK:exam"): oracle.total(exams, "exam", "kb", "", "techniek"),
        ("3", "vo:kb:TECHNIEK:diploma"): oracle.total(exams, "diploma", "kb", "", "techniek"),
    }
    assert ("1", "vo:kb:ECONOMIE:4") in found
    assert ("2", "vo:kb:ECONOMIE:exam") not in found, "the two files classify economics differently"


def test_the_higher_years_of_havo_and_the_joint_third_year(real_release: Release, shared: Path) -> None:
    folder = shared / "duo-vo"
    before, after = (oracle.pupils(folder, year) for year in oracle.PUPILS)
    exams = oracle.exams(folder, "2017-2018")
    assert stocks(pseudo_cohort(real_release, "NL", "2016/17", track="havo")) == {
        ("0", "vo:havo::4"): oracle.total(before, "4", "havo"),
        ("1", "vo:havo::5"): oracle.total(after, "5", "havo"),
        ("2", "vo:havo::exam"): oracle.total(exams, "exam", "havo"),
        ("3", "vo:havo::diploma"): oracle.total(exams, "diploma", "havo"),
    }
    assert stocks(pseudo_cohort(real_release, "NL", "2016/17", track="havo-vwo")) == {
        ("0", "vo:havo-vwo::3"): oracle.total(before, "3", "havo-vwo"),
        ("1", "vo:havo-vwo::4"): oracle.total(after, "4", "havo") + oracle.total(after, "4", "vwo"),
    }


def ratio(release: Release, code: str, area: str) -> PublishableTable:
    return release.figures(FigureQuery(code, area, "2017/18"))


@pytest.mark.parametrize(("code", "grade", "track"), [("S05", 5, "vwo"), ("S06", 6, "vwo"), ("S04", 5, "havo")])
def test_a_year_per_hundred_of_the_year_below(
    real_release: Release, shared: Path, code: str, grade: int, track: str
) -> None:
    before, after = (oracle.pupils(shared / "duo-vo", year) for year in oracle.PUPILS)
    (row,) = ratio(real_release, code, "NL")
    counts = (oracle.total(after, str(grade), track), oracle.total(before, str(grade - 1), track))
    assert (row.numerator, row.denominator) == counts
    assert row.value == pytest.approx(100 * counts[0] / counts[1])


@pytest.mark.parametrize(("code", "grade"), [("S08", 2), ("S09", 3)])
def test_the_lower_years_of_every_kind_of_school(real_release: Release, shared: Path, code: str, grade: int) -> None:
    before, after = (oracle.pupils(shared / "duo-vo", year) for year in oracle.PUPILS)
    (row,) = ratio(real_release, code, "NL")
    assert row.numerator == sum(number for key, number in after.items() if key[0] == str(grade))
    assert row.denominator == sum(number for key, number in before.items() if key[0] == str(grade - 1))


def test_a_ratio_names_the_files_and_the_rows_of_both_counts(real_release: Release, shared: Path) -> None:
    table = real_release.explain(FigureQuery("S01", "PV27", "2017/18", ("track",)))
    (row,) = table.select(track="gl")
    rows = {source.file: source.rows for source in row.sources if source.rows}
    assert set(rows) == set(oracle.PUPILS.values())
    for name, grade, number in zip(
        reversed(oracle.PUPILS.values()), "43", (row.numerator, row.denominator), strict=True
    ):
        lines = oracle.lines(shared / "duo-vo" / name)
        chosen = [lines[place - 2] for place in places(rows[name] or "")]
        heads = [f"LEER- OF VERBLIJFSJAAR {grade} - {sex}" for sex in oracle.SEXES]
        assert sum(int(line[head]) for line in chosen for head in heads) == number


def places(text: str) -> list[int]:
    """Line numbers out of ranges: `12-14,19`."""
    parts = (part.partition("-") for part in text.split(","))
    return [number for first, _, last in parts for number in range(int(first), int(last or first) + 1)]


def test_municipalities_add_up_to_their_province(real_release: Release) -> None:
    (whole,) = ratio(real_release, "S01", "PV27")
    parts = real_release.figures(FigureQuery("S01", "PV27", "2017/18", ("municipality",)))
    assert sum(row.numerator or 0 for row in parts) == whole.numerator
    assert sum(row.denominator or 0 for row in parts) == whole.denominator
