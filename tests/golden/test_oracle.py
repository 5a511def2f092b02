"""Every computed indicator against a second, independent computation."""

from functools import cache
from pathlib import Path

import pytest

from pactwerk.figures.releases import FigureQuery, Release
from tests.golden import oracle
from tests.golden.oracle import Candidates, Pupils

FILES = {
    "2016/17": "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2016-2017.csv",
    "2017/18": "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv",
}
EXAMS = {
    "2014/15": ("examenkandidaten-en-geslaagden-2014-2019.csv", "2014-2015"),
    "2018/19": ("examenkandidaten-en-geslaagden-2014-2019.csv", "2018-2019"),
    "2019/20": ("examenkandidaten-en-geslaagden-2019-2022.csv", "2019-2020"),
    "2021/22": ("examenkandidaten-en-geslaagden-2019-2022.csv", "2021-2022"),
}
AREAS = {"NL": None, "PV27": {"Noord-Holland"}, "LD01": oracle.NORTH, "TP-NOORD": oracle.NORTH}


@cache
def pupils(folder: Path, period: str, area: str) -> list[Pupils]:
    provinces = AREAS[area]
    cells = oracle.pupils(folder / "duo-vo" / FILES[period])
    return [cell for cell in cells if provinces is None or cell.province in provinces]


def values(release: Release, code: str, area: str, period: str, by: str = "", **more: str) -> dict[str, float | None]:
    dimensions = (by,) if by else ()
    table = release.figures(FigureQuery(code, area, period, dimensions, **more))  # type: ignore[arg-type]
    return {row.by.get(by, ""): row.value for row in table}


@pytest.mark.parametrize("period", FILES)
@pytest.mark.parametrize("area", AREAS)
class TestPupils:
    def test_technical_vmbo(self, real_release: Release, shared: Path, area: str, period: str) -> None:
        cells = pupils(shared, period, area)
        vmbo = {track: [c for c in cells if c.track == track and c.grade == 3] for track in ("bb", "kb", "gl")}
        for definition, flag in (("sector", "sector"), ("profile", "profile")):
            number = values(real_release, "K04", area, period, "track", definition=definition)
            percent = values(real_release, "K03", area, period, "track", definition=definition)
            girls = values(real_release, "K11", area, period, "track", definition=definition)
            for track, rows in vmbo.items():
                technical = [c for c in rows if (c.sector == "Techniek" if flag == "sector" else c.profile)]
                count, base = sum(c.count for c in technical), sum(c.count for c in rows)
                assert number[track] == count
                assert percent[track] == pytest.approx(100 * count / base)
                female = sum(c.count for c in technical if c.sex == "female")
                assert girls[track] == pytest.approx(100 * female / sum(c.count for c in rows if c.sex == "female"))

    def test_by_profile_adds_up(self, real_release: Release, shared: Path, area: str, period: str) -> None:
        cells = [c for c in pupils(shared, period, area) if c.grade == 3 and c.track in ("bb", "kb", "gl")]
        found = values(real_release, "K04", area, period, "profile", definition="profile")
        for code in ("PIE", "BWI", "MTR", "MVI", "MTE", "VTE", "TBR"):
            assert found.get(code, 0) == oracle.total(cells, lambda c, code=code: c.profile == code)
        assert sum(value or 0 for value in found.values()) == oracle.total(cells, lambda c: bool(c.profile))

    def test_nature(self, real_release: Release, shared: Path, area: str, period: str) -> None:
        cells = [c for c in pupils(shared, period, area) if c.grade == 4 and c.track in ("havo", "vwo")]
        tracks = values(real_release, "K09", area, period, "track")
        sexes = values(real_release, "K09", area, period, "sex")
        for code, track in (("K07", "havo"), ("K08", "vwo")):
            nature = oracle.total(cells, lambda c, t=track: c.track == t and c.nature)
            base = oracle.total(cells, lambda c, t=track: c.track == t)
            assert values(real_release, code, area, period)[""] == pytest.approx(100 * nature / base)
            assert tracks[track] == nature
        assert sum(value or 0 for value in sexes.values()) == oracle.total(cells, lambda c: c.nature)
        shares = {
            sex: 100
            * oracle.total(cells, lambda c, s=sex: c.nature and c.sex == s)
            / oracle.total(cells, lambda c, s=sex: c.sex == s)
            for sex in ("male", "female")
        }
        gap = values(real_release, "K10", area, period)[""]
        assert gap == pytest.approx(shares["female"] - shares["male"])

    def test_offer(self, real_release: Release, shared: Path, area: str, period: str) -> None:
        cells = [c for c in pupils(shared, period, area) if c.grade == 3 and c.track in ("bb", "kb", "gl")]
        everywhere = oracle.locations(cells, lambda c: bool(c.profile))
        assert values(real_release, "K20", area, period)[""] == everywhere
        by_profile = values(real_release, "K20", area, period, "profile")
        mean = values(real_release, "K21", area, period, "profile")
        for code in by_profile:
            places = oracle.locations(cells, lambda c, p=code: c.profile == p)
            assert by_profile[code] == places
            assert mean[code] == pytest.approx(oracle.total(cells, lambda c, p=code: c.profile == p) / places)


@pytest.mark.parametrize("period", EXAMS)
def test_exam_shares_of_the_country(real_release: Release, shared: Path, period: str) -> None:
    name, year = EXAMS[period]
    cells = oracle.candidates(shared / "duo-vo" / name, year)
    vmbo = [c for c in cells if c.track in ("bb", "kb", "gl")]

    def check(code: str, chosen: list[Candidates], technical: bool) -> None:
        for sex in ("total", "male", "female"):
            by = () if sex == "total" else ("sex",)
            table = real_release.figures(FigureQuery(code, "NL", period, by))
            (row,) = table.rows if sex == "total" else table.select(sex=sex)
            part = [c for c in chosen if c.sex == sex]
            low, high = oracle.share(part, lambda c: c.sector == "techniek" if technical else c.nature)
            assert (row.low, row.high) == (pytest.approx(low), pytest.approx(high))
            assert (row.value is None) == (low != high)

    check("E01", [c for c in vmbo if not c.graduates], technical=True)
    check("E02", [c for c in vmbo if c.graduates], technical=True)
    check("E03", [c for c in cells if c.track == "havo" and not c.graduates], technical=False)
    check("E04", [c for c in cells if c.track == "vwo" and not c.graduates], technical=False)


@pytest.mark.parametrize(("period", "name"), [
    ("2013-06", "02.-alle-schoolvestigingen-basisonderwijs-2013-06.csv"),
    ("2020-12", "alle-vestigingen-bo-2020-12.csv"),
])  # fmt: skip
@pytest.mark.parametrize("area", AREAS)
def test_boards(real_release: Release, shared: Path, area: str, period: str, name: str) -> None:
    assert values(real_release, "R01", area, period)[""] == oracle.boards(shared / "duo-po" / name, AREAS[area])


@pytest.mark.parametrize("period", FILES)
@pytest.mark.parametrize(("area", "column", "value"), [
    ("STO-NK", "WGR-GEBIED NAAM", "Noord-Kennemerland"),
    ("RG-NHN", "RPA-GEBIED NAAM", "Noord-Holland-Noord"),
    ("GM0361", "GEMEENTENUMMER", "0361"),
])  # fmt: skip
def test_areas_of_the_address_file(  # noqa: PLR0917 -- one argument per column of the table above
    real_release: Release, shared: Path, area: str, column: str, value: str, period: str
) -> None:
    """A location lies where the address file says; pupils are counted there by hand."""
    places = oracle.addresses(shared / "duo-vo" / "alle-vestigingen-vo-2020-10.csv")
    here = {location for location, row in places.items() if row[column] == value}
    cells = [c for c in pupils(shared, period, "NL") if c.location in here and c.grade == 3]
    expected = oracle.total(cells, lambda c: c.track in ("bb", "kb", "gl") and c.sector == "Techniek")
    found = values(real_release, "K04", area, period)[""]
    if area == "GM0361":  # locations that the address file lacks lie where the exam file says
        assert found is not None
        assert found >= expected
    else:
        assert found == expected
