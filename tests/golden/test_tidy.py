"""Every indicator of the tidy tables against a second, independent computation, and against what others published."""

import json
from functools import cache
from pathlib import Path

import pytest

from pactwerk.figures.disclosure_control import Row
from pactwerk.figures.indicators.published import published_figures
from pactwerk.figures.releases import FigureQuery, Release
from tests.golden import counting
from tests.golden.counting import Bounds, Rows, whole

MBO = "duo-mbo/03-deelnemers-mbo-per-instelling-plaats-opleiding-niveau-geslacht-2015-2019.csv"
GRADUATES = "duo-ho/05-gediplomeerden-hbo-2019.csv"
MARKS = {
    "2015/16": "duo-vo/07.-geslaagden,-gezakten-en-cijfers-2015-2016.csv",
    "2018/19": "duo-vo/geslaagden-gezakten-en-cijfers-2018-2019.csv",
}
SUBJECTS = "duo-vo/examenkandidaten-havo-en-examencijfers-2018-2019.csv"
DOMAINS = {
    "Afbouw, hout en onderhoud", "Ambacht, laboratorium en gezondheidstechniek", "Bouw en infra",
    "Informatie en communicatietechnologie", "Media en vormgeving", "Mobiliteit en voertuigen",
    "Techniek en procesindustrie", "Transport, scheepvaart en logistiek",
}  # fmt: skip


@cache
def rows(folder: Path, name: str) -> Rows:
    return counting.rows(folder / name)


def figure(release: Release, code: str, area: str, period: str, definition: str | None = None, **by: str) -> Row:
    table = release.figures(FigureQuery(code, area, period, tuple(by), definition)).select(**by)
    (found,) = table.rows
    return found


def is_share(row: Row, part: float, whole_of: float) -> bool:
    return row.value == pytest.approx(100 * part / whole_of) and (row.numerator, row.denominator) == (part, whole_of)


def test_early_leavers(tidy_release: Release, shared: Path) -> None:
    found = rows(shared, "duo-vo/vsv-per-swv-2015.csv")
    leavers, pupils = (sum(whole(row[name]) for row in found) for name in ("vsv_totaal", "aantal_leerlingen"))
    (row,) = tidy_release.figures(FigureQuery("L09", "NL", "all")).rows
    assert row.definition == "vo-vestigingen"
    assert is_share(row, leavers, pupils)


@pytest.mark.parametrize("year", [2015, 2016, 2017])
def test_entrants_of_higher_education_where_both_files_are(tidy_release: Release, shared: Path, year: int) -> None:
    period = f"{year}/{(year + 1) % 100:02d}"
    both = ("hbo", "wo")
    every = counting.entrants(shared, year, both, lambda _: True)
    for definition, kinds, domains in (
        ("croho-techniek", both, {"techniek"}),
        ("croho-natuur-techniek", both, {"natuur", "techniek"}),
        ("croho-techniek-hbo", ("hbo",), {"techniek"}),
        ("croho-techniek-wo", ("wo",), {"techniek"}),
    ):
        expected = counting.entrants(shared, year, kinds, lambda row, d=domains: row["CROHO ONDERDEEL"] in d)
        base = every if kinds == both else counting.entrants(shared, year, kinds, lambda _: True)
        assert figure(tidy_release, "L11", "NL", period, definition).value == expected
        assert is_share(figure(tidy_release, "L10", "NL", period, definition), expected, base)


def test_without_both_files_there_is_no_total(tidy_release: Release) -> None:
    for period, there in (("2013/14", "croho-techniek-wo"), ("2019/20", "croho-techniek-hbo")):
        assert not tidy_release.figures(FigureQuery("L10", "NL", period, (), "croho-techniek")).rows
        (row,) = tidy_release.figures(FigureQuery("L10", "NL", period)).rows
        assert row.definition == there
    assert tidy_release.figures(FigureQuery("L10", "NL", "all")).breaks()


def test_universities_count_natuur_too_unless_asked_otherwise(tidy_release: Release) -> None:
    """CROHO Natuur and Techniek are both of Sminia's first cluster; Noord-Holland's universities have no Techniek."""
    assert figure(tidy_release, "L10", "NL", "2016/17").definition == "croho-natuur-techniek"
    assert figure(tidy_release, "L11", "PV27", "2016/17", level="wo").value == 1698
    assert figure(tidy_release, "L11", "PV27", "2016/17", "croho-techniek", level="wo").value == 0


def test_a_figure_of_one_part_names_the_file_of_that_part(tidy_release: Release) -> None:
    for definition, name in (
        ("croho-techniek-wo", "eerstejaars-ingeschrevenen-wo"),
        ("croho-techniek-hbo", "03b-eerstejaars-ingeschrevenen-hbo"),
    ):
        row = figure(tidy_release, "L10", "NL", "2015/16", definition)
        assert [source.file.startswith(name) for source in row.sources] == [True]


@pytest.mark.parametrize("year", range(2014, 2019))
def test_graduates_of_hbo(tidy_release: Release, shared: Path, year: int) -> None:
    technical = [row for row in rows(shared, GRADUATES) if row["CROHO ONDERDEEL"] == "techniek"]
    period = f"{year}/{(year + 1) % 100:02d}"
    assert figure(tidy_release, "L12", "NL", period).value == sum(whole(row[str(year)]) for row in technical)
    here = [row for row in technical if row["PROVINCIE"] == "Noord-Holland"]
    for title, sex in (("man", "male"), ("vrouw", "female")):
        expected = sum(whole(row[str(year)]) for row in here if row["GESLACHT"] == title)
        assert figure(tidy_release, "L12", "PV27", period, sex=sex).value == expected


def test_what_the_techniekraad_published_is_another_definition(tidy_release: Release) -> None:
    """Noord-Holland 2016: 1,792 published; CROHO-onderdeel techniek gives 1,816. Near, not equal, never one series."""
    (published,) = published_figures("L12", "PV27").rows
    computed = figure(tidy_release, "L12", "PV27", "2016/17")
    assert (published.value, computed.value) == (1792, 1816)
    assert published.definition != computed.definition


@pytest.mark.parametrize("year", [2015, 2019])
def test_students_of_mbo(tidy_release: Release, shared: Path, year: int) -> None:
    found = rows(shared, MBO)
    period = f"{year}/{(year + 1) % 100:02d}"
    for level in ("1", "2", "3", "4"):
        here = [row for row in found if row["KWALIFICATIENIVEAU"] == level]
        technical = sum(whole(row[f"TOTAAL{year}"]) for row in here if row["DOMEIN"] in DOMAINS)
        every = sum(whole(row[f"TOTAAL{year}"]) for row in here)
        assert figure(tidy_release, "E06", "NL", period, level=level).value == technical
        assert is_share(figure(tidy_release, "E05", "NL", period, level=level), technical, every)
    national = {2015: 471_848, 2019: 501_903}  # data README 1c
    assert figure(tidy_release, "E05", "NL", period).denominator == national[year]


def marks(folder: Path, period: str, track: str, **wanted: str) -> tuple[int, int]:
    """Candidates and graduates."""
    kind, route = (track, "") if track in {"HAVO", "VWO"} else ("VMBO", track)
    found = [
        row
        for row in rows(folder, MARKS[period])
        if row["ONDERWIJSTYPE VO"] == kind
        and row["LEERWEG VMBO"] == route
        and all(value in row[name.replace("_", " ")] for name, value in wanted.items())
    ]
    return sum(whole(row["EXAMENKANDIDATEN"]) for row in found), sum(whole(row["GESLAAGDEN"]) for row in found)


@pytest.mark.parametrize("period", MARKS)
def test_sectors_and_pass_rates(tidy_release: Release, shared: Path, period: str) -> None:
    technical = marks(shared, period, "GL", VMBO_SECTOR="Techniek")[0]
    assert is_share(figure(tidy_release, "T02", "NL", period), technical, marks(shared, period, "GL")[0])
    for level in ("BL", "KL", "GL"):
        candidates, graduates = marks(shared, period, level, VMBO_SECTOR="Techniek")
        row = figure(tidy_release, "T03", "NL", period, level={"BL": "bb", "KL": "kb", "GL": "gl"}[level])
        assert is_share(row, graduates, candidates)
    candidates, graduates = marks(shared, period, "TL")
    assert is_share(figure(tidy_release, "T04", "NL", period), graduates, candidates)
    for code, track in (("T05", "HAVO"), ("T06", "VWO")):
        candidates, graduates = marks(shared, period, track, AFDELING="Natuur")
        assert is_share(figure(tidy_release, code, "NL", period), graduates, candidates)


def test_the_theoretical_track_has_a_sector_only_since_2018(tidy_release: Release, shared: Path) -> None:
    (row,) = tidy_release.figures(FigureQuery("T01", "NL", "all")).rows
    technical = marks(shared, "2018/19", "TL", VMBO_SECTOR="Techniek")[0]
    without = sum(
        whole(line["EXAMENKANDIDATEN"])
        for line in rows(shared, MARKS["2018/19"])
        if line["LEERWEG VMBO"] == "TL" and not line["VMBO SECTOR"]
    )
    assert row.period == "2018/19"
    assert is_share(row, technical, marks(shared, "2018/19", "TL")[0] - without)
    assert marks(shared, "2015/16", "TL", VMBO_SECTOR="Techniek")[0] == 0


def test_physics(tidy_release: Release, shared: Path) -> None:
    def exams(*subjects: str) -> int:
        found = [row for row in rows(shared, SUBJECTS) if row["VAKNAAM"] in subjects]
        return sum(whole(row["TOTAAL AANTAL CENTRALE EXAMENS"]) for row in found)

    row = figure(tidy_release, "T07", "NL", "2018/19")
    assert is_share(row, exams("natuurkunde"), exams("Nederlandse taal en literatuur", "Nederlandse taal"))
    assert not tidy_release.figures(FigureQuery("T08", "NL", "all")).rows


@pytest.mark.parametrize("year", range(2019, 2025))
def test_advices_keep_what_is_hidden_as_an_interval(tidy_release: Release, shared: Path, year: int) -> None:
    """From 2022/23 the derived table has a 2 for every `<5`: sums of 2 are never shown as counts."""
    kinds, _ = counting.advices(shared, year)
    period = f"{year}/{(year + 1) % 100:02d}"
    for code, places in (("Z01", range(1, 7)), ("Z02", range(8, 11))):
        part: Bounds = tuple(sum(kinds[place][end] for place in places) for end in (0, 1))  # type: ignore[assignment]
        rest = tuple(sum(kinds[place][end] for place in range(12) if place not in places) for end in (0, 1))
        row = figure(tidy_release, code, "NL", period)
        assert (row.numerator_low, row.numerator_high) == part
        assert row.low == pytest.approx(100 * part[0] / (part[0] + rest[1]))
        assert row.high == pytest.approx(100 * part[1] / (part[1] + rest[0]))
        assert (row.value is None) == (year >= 2022)
        assert row.status == "afgeleid"


def test_repeaters(tidy_release: Release, shared: Path) -> None:
    found = rows(shared, "duo-vo/05.-zittenblijven-vo-brinvest-1516-tov-1617.csv")
    repeaters = sum(whole(row["AANTAL ZITTENBLIJVERS"]) for row in found)
    (row,) = tidy_release.figures(FigureQuery("Z03", "NL", "all")).rows
    assert is_share(row, repeaters, sum(whole(row["TOTAAL LEERLINGEN"]) for row in found))


def test_distance_to_school_is_weighted_by_pupils(tidy_release: Release, shared: Path) -> None:
    name = "duo-po/gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-2019-2020.csv"
    found = [row for row in rows(shared, name) if float(row["AFSTAND"].replace(",", ".")) > 0]
    weights = [whole(row["LEERLINGEN"]) for row in found]
    sums = [float(row["AFSTAND"].replace(",", ".")) * weight for row, weight in zip(found, weights, strict=True)]
    (row,) = tidy_release.figures(FigureQuery("P02", "NL", "all")).rows
    assert row.value == pytest.approx(sum(sums) / sum(weights))


PER_SCHOOL = {
    "Z03": ("duo-vo/05.-zittenblijven-vo-brinvest-1516-tov-1617.csv", "GEMEENTENUMMER VESTIGING", "TOTAAL LEERLINGEN"),
    "P02": (
        "duo-po/gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-2019-2020.csv",
        "GEMEENTENUMMER", "LEERLINGEN",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("code", "areas"), [("Z03", ("0545", "0022")), ("P02", ("0398", "0003", "0845"))])
def test_a_school_lies_where_the_file_itself_says_it_does(
    tidy_release: Release, shared: Path, code: str, areas: tuple[str, ...]
) -> None:
    """Leerdam lay in Zuid-Holland and Heerhugowaard was there, whatever addresses of later years say."""
    name, place, pupils = PER_SCHOOL[code]
    known = [row for row in rows(shared, name) if row.get("AFSTAND", "1") != "0"]
    for area in areas:
        expected = sum(whole(row[pupils]) for row in known if row[place].strip().zfill(4) == area)
        (row,) = tidy_release.figures(FigureQuery(code, f"GM{area}", "all")).rows
        assert row.denominator == expected > 0


def test_examined_schools_lie_where_the_file_says(tidy_release: Release, shared: Path) -> None:
    for period, town, code in (("2015/16", "LEEK", "GM0022"), ("2015/16", "LEERDAM", "GM0545")):
        candidates, graduates = marks(shared, period, "TL", GEMEENTENAAM_VESTIGING=town)
        assert is_share(figure(tidy_release, "T04", code, period), graduates, candidates)


def test_pupils_at_the_schools_of_a_municipality(tidy_release: Release, shared: Path) -> None:
    name = "duo-po/leerlingen-po-per-gemeente-2024-10-01/Assen afgeschermd.csv"
    found = rows(shared, name) or counting.rows(shared / name, ",")
    ages = [column for column in found[0] if "LEEFTIJD" in column.upper() and "TOTAAL" not in column.upper()]
    low, high = counting.bounds(row[age] for row in found for age in ages)
    (row,) = tidy_release.figures(FigureQuery("P01", "GM0106", "all", (), "schoolgemeente")).rows
    assert (row.low, row.high) == (low, high)
    assert not tidy_release.figures(FigureQuery("P01", "PV22", "all", (), "schoolgemeente")).rows
    assert not tidy_release.figures(FigureQuery("P01", "GM0106", "all", (), "woongemeente")).rows


def test_enrolled_students_of_hbo_are_bounds(tidy_release: Release, shared: Path) -> None:
    found = json.loads((shared / "duo-ho" / "ingeschrevenen-hbo-2020-2024.json").read_text(encoding="utf-8"))
    technical = [row for row in found if row["ONDERDEEL"].lower() == "techniek"]
    assert technical
    for year in range(2020, 2025):
        low, high = counting.bounds(row.get(str(year)) or 0 for row in technical)
        row = figure(tidy_release, "E07", "NL", f"{year}/{(year + 1) % 100:02d}")
        assert (row.low, row.high) == (low, high)
        assert row.value is None


def test_young_inhabitants(tidy_release: Release, shared: Path) -> None:
    (path,) = (shared / "cbs").glob("Bevolking__*.csv")
    for year, people in counting.population(path).items():
        assert figure(tidy_release, "C01", "NL", year).value == people


def test_what_a_publisher_says_of_an_area_is_never_summed(tidy_release: Release, shared: Path) -> None:
    (path,) = (shared / "cbs").glob("Werkloosheid*.csv")
    first = counting.rows(path)[0]
    for area, name in (("NL", "Nederland"), ("PV20", "Groningen"), ("PV27", "Noord-Holland")):
        row = figure(tidy_release, "C03", area, "2015-Q1")
        assert row.value == float(first[name].replace(",", "."))
    assert not tidy_release.figures(FigureQuery("C03", "TP-NOORD", "2015-Q1")).rows
    levels = tidy_release.figures(FigureQuery("C02", "PV20", "2015", ("domain",)))
    assert sum(row.value or 0 for row in levels) == pytest.approx(100, abs=0.5)


def test_pupils_by_home_have_no_total_where_the_file_was_cut_off(tidy_release: Release) -> None:
    assert figure(tidy_release, "C04", "GM0361", "2021").value
    for area in ("NL", "PV20"):
        assert not tidy_release.figures(FigureQuery("C04", area, "2021")).rows
