"""Areas that an office entered: dated members, one file, and never in the way of published areas."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.basis.places import (
    AreaKind,
    DatedMember,
    EnteredArea,
    UnknownArea,
    area,
    areas,
    areas_of,
    entered_areas,
    eras,
    members,
    write_areas,
)

days = st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2025, 1, 1)))
dated = st.builds(DatedMember, st.sampled_from(["GM0361", "GM0373", "GM0398", "GM1980"]), days, days)
STO = EnteredArea(
    "STO-ALKMAAR",
    "Alkmaar",
    "sto-regio",
    "kantoor",
    (
        DatedMember("GM0361"),
        DatedMember("GM0398", None, date(2022, 1, 1)),
        DatedMember("GM1980", date(2022, 1, 1), None),
    ),
)


@given(st.lists(dated, max_size=5))
def test_eras_tell_every_day_what_the_members_tell(held: list[DatedMember]) -> None:
    found = EnteredArea("DR-X", "X", "deelregio", "kantoor", tuple(held))
    stretches = list(found.eras())
    edges = {day for member in held for day in (member.since, member.until) if day}
    for edge in edges | {date(2020, 6, 1)}:
        for day in (edge - timedelta(days=1), edge, edge + timedelta(days=1)):
            fitting = [m for since, until, m in stretches if (since or date.min) <= day < (until or date.max)]
            assert fitting in ([], [found.on(day)])
            assert (fitting == []) == (found.on(day) == ())


def test_an_entered_area_is_an_area_like_others(tmp_path: Path) -> None:
    write_areas(tmp_path, {STO.code: STO})
    with areas_of(tmp_path):
        assert entered_areas() == {STO.code: STO}
        assert area("sto-alkmaar").kind is AreaKind.STO
        assert STO.code in {found.code for found in areas(AreaKind.STO)}
        assert members(STO.code, date(2021, 10, 1)).municipalities == ("GM0361", "GM0398")
        assert members(STO.code, date(2022, 1, 1)).municipalities == ("GM0361", "GM1980")
        assert [(since, until) for since, until, _ in eras(STO.code)] == [
            (None, date(2022, 1, 1)),
            (date(2022, 1, 1), None),
        ]
    with areas_of(tmp_path / "elsewhere"), pytest.raises(UnknownArea):
        area(STO.code)


def test_a_damaged_file_is_said_and_not_taken_for_no_areas(tmp_path: Path) -> None:
    (tmp_path / "areas.json").write_text('[{"code": "STO-X"}]', encoding="utf-8")
    with areas_of(tmp_path), pytest.raises(ValueError, match=r"areas\.json"):
        entered_areas()


def test_corop_and_rpa_areas_are_told_by_the_address_files() -> None:
    assert area("CR19").name_nl == "Alkmaar en omgeving (COROP)"
    assert (members("CR19").column, members("CR19").value) == ("corop", "Alkmaar en omgeving")
    assert (members("RP19").column, members("RP19").value) == ("rpa", "Noord-Holland-Noord")
    assert len(areas(AreaKind.COROP)) == 40
    assert len(areas(AreaKind.RPA)) == 34
