"""K22 out of vo-01 and vo-02: bounds that hold the truth, exact where a location has vmbo only."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.reach import Ground, NothingToReach, ground, home_share
from pactwerk.figures.reach.home_share import vmbo_among
from pactwerk.figures.releases import current_release
from pactwerk.figures.releases.loading import load
from pactwerk.figures.sources import Outcome, read
from tests.figures.sources.invented import ADDRESSES, PUPILS, Table, write

HEADER = (
    "BRIN NUMMER", "VESTIGINGSNUMMER", "INSTELLINGSNAAM VESTIGING", "POSTCODE LEERLING", "PLAATSNAAM LEERLING",
    "GEMEENTENAAM LEERLING", "GEMEENTENUMMER LEERLING", *(f"LEER- OF VERBLIJFSJAAR {grade}" for grade in range(1, 7)),
)  # fmt: skip
NAME = "02.-leerlingen-per-vestiging-naar-postcode-en-leerjaar-2017-2018.csv"
ALKMAAR, ASSEN = ("ALKMAAR", "0361"), ("ASSEN", "0106")


def home(brin: str, number: str, postcode: str, town: tuple[str, str], third: str) -> tuple[str, ...]:
    return (brin, number, "School", postcode, town[0], *town, "10", "9", third, "8", "0", "0")


HOMES = Table(
    HEADER,
    (
        home("99AA", "07", "1811", ALKMAAR, "16"),  # next to 99AA07, which has vmbo only: 23 third-years of PIE
        home("99AA", "07", "1999", ALKMAAR, "7"),  # beyond
        home("99AB", "00", "1811", ALKMAAR, "25"),  # havo too: 31 of its 40 third-years are in vmbo
        home("99AB", "00", "9406", ASSEN, "15"),
        *(home("99AA", "00", str(5000 + n), ALKMAAR, "0") for n in range(20)),  # no third-years at all
    ),
)
POINTS = "POSTCODE;LAT;LON\r\n1811;52,63;4,74\r\n1999;52,90;4,74\r\n9406;52,99;6,55\r\n9999;53,40;6,90\r\n"


def world(folder: Path, homes: Table | None) -> Ground:
    """A release of an invented year: two schools, pupils by home postcode, four points."""
    files = folder / "files"
    files.mkdir(parents=True)
    known = ADDRESSES.cell(0, "VESTIGINGSNUMMER", "99AA07").cell(1, "VESTIGINGSNUMMER", "99AB00")
    addresses = Table((*known.header, "ONDERWIJSSTRUCTUUR"), tuple((*row, "VBO") for row in known.rows))
    write(files, "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv", PUPILS.text())
    write(files, "alle-vestigingen-vo-2017-10.csv", addresses.text())
    write(files, "punten-2017.csv", POINTS)
    if homes:
        write(files, NAME, homes.text())
    result = load(folder / "figures", [files])
    assert result.made, [line.reason for line in result.lines]
    found = current_release(folder / "figures")
    assert found
    return ground(found)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return world(tmp_path_factory.mktemp("k22"), HOMES)


def shown(table: PublishableTable, **by: str) -> tuple[float | None, float | None, float | None]:
    (row,) = (row for row in table.rows if dict(row.by) == by)
    return row.low, row.value, row.high


def test_the_reader_keeps_homes_and_years(tmp_path: Path) -> None:
    report = read(write(tmp_path, NAME, HOMES.text()), workdir=tmp_path / "work")
    assert (report.outcome, report.table, report.edition) == (Outcome.READ, "vo_home_postcodes", "2017/18")
    without = read(write(tmp_path, NAME, HOMES.without("LEER- OF VERBLIJFSJAAR 3").text()), workdir=tmp_path / "b")
    assert without.outcome is Outcome.REFUSED
    least = HOMES.without("INSTELLINGSNAAM VESTIGING", "PLAATSNAAM LEERLING", "GEMEENTENAAM LEERLING")
    least = least.without("GEMEENTENUMMER LEERLING")
    again = read(write(tmp_path, NAME, least.text()), workdir=tmp_path / "c")
    assert (again.outcome, again.table) == (Outcome.READ, "vo_home_postcodes")


def test_bounds_hold_every_division_that_the_two_files_allow(told: Ground) -> None:
    """Near 16 for sure and 16 to 25 of the mixed school; beyond 7 for sure and 6 to 15: of 54 in all."""
    table = home_share(told, "NL")
    low, value, high = shown(table)
    assert value is None
    assert [low, high] == pytest.approx([100 * 32 / 54, 100 * 41 / 54])
    row = table.rows[0]
    assert (row.indicator, row.definition, row.period) == ("K22", "vo-02-grenzen", "2017/18")
    assert {source.file for source in row.sources} >= {NAME}


def test_a_municipality_is_told_by_where_its_pupils_live(told: Ground) -> None:
    table = home_share(told, "NL")
    low, _value, high = shown(table, municipality="GM0361")
    assert [low, high] == pytest.approx([100 * 32 / (32 + 7), 100 * 41 / (41 + 7)])
    assert shown(table, municipality="GM0106") == (0, 0, 0)
    assert shown(home_share(told, "GM0106")) == (0, 0, 0)


def test_a_location_with_vmbo_only_is_exact(tmp_path: Path) -> None:
    only = HOMES.cell(2, HEADER[9], "25").cell(3, HEADER[9], "6")  # 31 third-years, all of them in vmbo
    low, value, high = shown(home_share(world(tmp_path, only), "NL"))
    assert low == value == high == pytest.approx(100 * (16 + 25) / 54)


def test_another_distance_is_another_definition(told: Ground) -> None:
    table = home_share(told, "NL", km=60.0)
    assert {row.definition for row in table.rows} == {"vo-02-grenzen-60km"}
    assert (shown(table)[0] or 0) > (shown(home_share(told, "NL"))[0] or 0)


def test_who_has_no_point_counts_in_neither_and_is_told(tmp_path: Path) -> None:
    low, _value, high = shown(table := home_share(world(tmp_path, HOMES.cell(3, "POSTCODE LEERLING", "8888")), "NL"))
    assert [low, high] == pytest.approx([100 * 32 / (32 + 7), 100 * 41 / (41 + 7)])
    assert any("zonder punt" in note for note in table.notes)


def test_a_hidden_cell_widens_the_bounds(tmp_path: Path) -> None:
    """Of 99AA07 between 17 and 20 third-years are known, all of 23 in vmbo: near 16, beyond no more than 4."""
    low, _value, high = shown(
        home_share(world(tmp_path, HOMES.cell(0, HEADER[9], "22").cell(1, HEADER[9], "<5")), "NL")
    )
    assert [low, high] == pytest.approx([100 * (19 + 16) / (19 + 16 + 4 + 15), 100 * (22 + 25) / (22 + 25 + 1 + 6)])


def test_without_the_file_it_says_which_to_load(tmp_path: Path) -> None:
    with pytest.raises(NothingToReach, match="Leerlingen vo"):
        home_share(world(tmp_path, None), "NL")


@given(st.integers(0, 6), st.integers(0, 6), st.integers(0, 12))
def test_the_bounds_are_those_of_every_division(some: int, others: int, vmbo: int) -> None:
    """Which of `some` pupils are in vmbo when `vmbo` of all are: every possibility written out."""
    possible = {near for near, rest in product(range(some + 1), range(others + 1)) if near + rest == vmbo}
    if possible:
        assert vmbo_among((some, some), others, vmbo, vmbo) == (min(possible), max(possible))
