"""What a file name tells of its edition, and what it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.basis.dated import SchoolYear
from pactwerk.figures.sources.editions import EditionKind, edition_from_name
from pactwerk.figures.sources.refusal import Refused
from pactwerk.figures.sources.stated import stated_school_year

SCHOOL, REGISTER, YEAR = EditionKind.SCHOOL_YEAR, EditionKind.REGISTER_DATE, EditionKind.YEAR
CLOSED = EditionKind.CLOSED_SCHOOL_YEAR


@pytest.mark.parametrize(
    ("name", "kind", "edition"),
    [
        ("01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2016-2017.csv", SCHOOL, "2016/17"),
        ("01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018 (1).csv", SCHOOL, "2017/18"),
        ("leerlingen-vo-per-vestiging-naar-onderwijstype-2019.csv", SCHOOL, "2019/20"),
        ("leerlingen_vo_2019-20.csv", SCHOOL, "2019/20"),
        ("leerlingen-vo-2019-10-01.csv", SCHOOL, "2019/20"),
        ("leerlingen-vo-20191001.csv", SCHOOL, "2019/20"),
        ("leerlingen-vo-2014-2019.csv", SCHOOL, None),
        ("leerlingen-vo-2020-02.csv", SCHOOL, None),
        ("leerlingen-2018-en-2019.csv", SCHOOL, None),
        ("leerlingen.csv", SCHOOL, None),
        ("02.-alle-schoolvestigingen-basisonderwijs-2013-06.csv", REGISTER, "2013-06"),
        ("alle-vestigingen-vo-2020-10.csv", REGISTER, "2020-10"),
        ("vestigingen_20231015.csv", REGISTER, "2023-10"),
        ("vestigingen-2020.csv", REGISTER, None),
        ("vestigingen-2020-13.csv", REGISTER, None),
        ("Dec_postcodecijfers_2021.asc", YEAR, "2021"),
        ("postcodes-2021-2022.asc", YEAR, None),
        ("05.-zittenblijven-vo-brinvest-1516-tov-1617.csv", SCHOOL, "2015/16"),
        ("05-zittenblijvers-niveau-vestiging-2017-2018-tov-2018-2019.csv", SCHOOL, "2017/18"),
        ("zittenblijven 18-19 t.o.v. 19-20.csv", SCHOOL, "2018/19"),
        ("zittenblijven-1517-tov-1617.csv", SCHOOL, None),
        ("vsv-per-swv-2015.csv", CLOSED, "2014/15"),
        ("vsv-per-swv-2015-2016.csv", CLOSED, "2015/16"),
        ("vsv-2014-en-2015.csv", CLOSED, None),
        ("achterstandsscores-scholen-2019.xlsx", YEAR, "2019"),
    ],
)
def test_publishers_names(name: str, kind: EditionKind, edition: str | None) -> None:
    found = edition_from_name(name, kind)
    assert (str(found) if found else None) == edition


@given(st.integers(min_value=1990, max_value=2090), st.sampled_from(["-", "_"]), st.text("abc-.", max_size=8))
def test_two_years_in_a_row_are_a_school_year(year: int, mark: str, before: str) -> None:
    assert edition_from_name(f"{before}x{mark}{year}{mark}{year + 1}.csv", SCHOOL) == SchoolYear.starting(year)


@given(st.text(max_size=30), st.sampled_from([SCHOOL, REGISTER, YEAR]))
def test_any_name_gives_an_edition_or_none(name: str, kind: EditionKind) -> None:
    found = edition_from_name(name, kind)
    assert found is None or str(found.start) in name


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2018", "2018/19"),
        ("2018-2019", "2018/19"),
        ("20191001", "2019/20"),
        ("2019-10-01", "2019/20"),
        ("1-10-2019", "2019/20"),
        ("20190417", "2018/19"),
        ("31-7-2019", "2018/19"),
        ("2019-08-01", "2019/20"),
    ],
)
def test_a_day_lies_in_the_school_year_from_august_to_july(text: str, year: str) -> None:
    assert str(stated_school_year([text], "PEILDATUM")) == year


@pytest.mark.parametrize("text", ["", "20191301", "1 oktober", "2019-2021", "201910"])
def test_what_is_no_school_year_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="PEILDATUM"):
        stated_school_year([text], "PEILDATUM")
