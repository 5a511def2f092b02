"""Areas, names and the tile map of the product's own table."""

from collections import Counter

import pytest

from pactwerk.basis.places import (
    AreaKind,
    MembershipKind,
    UnknownArea,
    area,
    areas,
    members,
    municipalities,
    municipality_by_name,
    province_by_name,
    province_of,
    successor_of,
    tiles,
)

# CBS, number of municipalities on 1 January.
CBS_COUNTS = {2013: 408, 2014: 403, 2015: 393, 2016: 390, 2017: 388, 2018: 380, 2019: 355, 2020: 355, 2021: 352,
              2022: 345, 2023: 342, 2024: 342, 2025: 342}  # fmt: skip


@pytest.mark.parametrize(("year", "count"), CBS_COUNTS.items())
def test_the_table_holds_every_municipality_of_a_year(year: int, count: int) -> None:
    assert len(municipalities(year)) == count


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("BERGEN NH", "GM0373"),
        ("Bergen (NH.)", "GM0373"),
        ("BERGEN LB", "GM0893"),
        ("'S-GRAVENHAGE", "GM0518"),
        ("SUDWEST-FRYSLAN", "GM1900"),
        ("NUENEN CA", "GM0820"),
        ("Groningen (gemeente)", "GM0014"),
        ("Hengelo (O)", "GM0164"),
        ("HEERHUGOWAARD", "GM0398"),
        ("Waterrijk aan Zee", "GM9901"),
    ],
)
def test_a_publishers_name_finds_its_code(name: str, code: str) -> None:
    assert municipality_by_name(name) == code


def test_a_name_that_occurs_twice_needs_the_province() -> None:
    assert municipality_by_name("Bergen") is None
    assert municipality_by_name("Bergen", "PV27") == "GM0373"
    assert municipality_by_name("Bergen", "PV31") == "GM0893"
    assert municipality_by_name("Nergenshuizen") is None


def test_every_name_finds_itself() -> None:
    for row in (*municipalities(2025), *municipalities(example=True)):
        assert municipality_by_name(row.name) == row.code
        assert municipality_by_name(row.name.upper(), row.province) == row.code


def test_provinces_by_name() -> None:
    assert province_by_name("Fryslan (PV)") == province_by_name("Friesland") == province_by_name("Fryslân") == "PV21"
    assert province_by_name("Voorbeeldland") == "PV99"
    assert province_by_name("Holland") is None


def test_abolished_municipalities_lead_to_one_of_today() -> None:
    for row in municipalities():
        last = area(successor_of(row.code))
        assert last.kind is AreaKind.MUNICIPALITY
        assert last.code in tiles()
    assert successor_of("GM0051") == "GM1940"
    assert province_of("GM0003") == "PV20"


def test_tiles_are_todays_municipalities_each_in_a_place_of_its_own() -> None:
    places = tiles()
    real = {row.code for row in municipalities(2025)}
    assert set(places) == real | {row.code for row in municipalities(example=True)}
    assert max(Counter(places.values()).values()) == 1


def test_the_tile_map_lies_as_the_country_does() -> None:
    places = tiles()
    groningen, maastricht, middelburg, enschede = (places[code] for code in ("GM0014", "GM0935", "GM0687", "GM0153"))
    assert groningen[1] < enschede[1] < maastricht[1]
    assert middelburg[0] < places["GM0363"][0] < enschede[0]
    by_province: dict[str, list[tuple[int, int]]] = {}
    for row in municipalities(2025):
        by_province.setdefault(row.province, []).append(places[row.code])
    for cells in by_province.values():
        alone = [cell for cell in cells if not any(_near(cell, other) for other in cells if other != cell)]
        assert len(alone) <= 4, cells  # the four Frisian islands lie alone


def _near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) <= 1


def test_compositions_are_told_or_said_to_be_unknown() -> None:
    assert members("TP-NOORD").provinces == ("PV20", "PV21", "PV22") == members("LD01").provinces
    assert sorted(code for ld in areas(AreaKind.LANDSDEEL) for code in members(ld.code).provinces) == sorted(
        province.code for province in areas(AreaKind.PROVINCE)
    )
    for code in ("TP-NOORDWEST", "TP-OOST", "TP-ZUIDOOST", "TP-ZUIDWEST"):
        assert not area(code).composition_known
        assert members(code).kind is MembershipKind.UNKNOWN
        assert "niet bekend" in area(code).note_nl
    for code in ("STO-NK", "RG-NHN"):
        assert members(code).own_choice
        assert "Onze keuze" in area(code).note_nl
    assert members("NL").kind is MembershipKind.EVERYTHING
    assert members("GM0361").municipalities == ("GM0361",)


def test_invented_areas_say_so() -> None:
    example = areas(AreaKind.EXAMPLE)
    assert {"PV99", "RG-WATERRIJK", "GM9901"} <= {found.code for found in example}
    assert all("Voorbeeldgegevens" in found.note_nl for found in example)


def test_an_unknown_area_is_named_in_both_languages() -> None:
    with pytest.raises(UnknownArea, match="GM0000") as caught:
        area("GM0000")
    assert "unknown" in caught.value.message_en
    with pytest.raises(UnknownArea):
        members("XX")
