"""Series in the borders of 2021-2024, against a count by hand: location, its postcode, that year's table."""

from collections import defaultdict
from pathlib import Path

import pytest

from pactwerk.basis.places import municipalities, municipality
from pactwerk.figures.releases import FigureQuery, Release
from pactwerk.figures.releases.engine import connect
from pactwerk.figures.releases.query import BadQuery
from tests.figures.places.conftest import YEARS

Counts = dict[tuple[str, str], int]


def postcodes(shared: Path, year: int) -> dict[str, str]:
    """The publisher's file by hand: digits 1-4 the postcode, 6-9 the municipality."""
    file = shared / "duo-registers" / "dec" / f"Dec_postcodecijfers_{year}.asc"
    lines = file.read_text(encoding="cp1252").splitlines()
    return {line[:4]: f"GM{line[5:9]}" for line in lines if line[:4].isdigit() and line[:4] >= "1000"}


def addresses(shared: Path) -> dict[str, str]:
    lines = (shared / "duo-vo" / "alle-vestigingen-vo-2020-10.csv").read_text(encoding="cp1252").splitlines()
    header = lines[0].split(";")
    brin, number, postcode = (header.index(name) for name in ("BRIN NUMMER", "VESTIGINGSNUMMER", "POSTCODE"))
    cells = [line.split(";") for line in lines[1:]]
    return {row[number].strip().upper().rjust(6, "?"): row[postcode].strip()[:4] for row in cells} | {
        f"{row[brin].strip()}{row[number].strip().zfill(2)}"[:6]: row[postcode].strip()[:4]
        for row in cells
        if len(row[number].strip()) <= 2
    }


def technical_third_years(release: Release) -> dict[tuple[str, str], int]:
    """Per period and location the pupils of K04 `sector`, from the observations; places play no part in it."""
    files = [str(path) for path in (release.folder / "inside" / "vo_pupils").glob("*.parquet")]
    rows = connect().execute(
        "SELECT period, location, sum(low)::INT FROM read_parquet($files) WHERE grade = 3 AND sector = 'TECHNIEK'"
        " AND track IN ('bb', 'kb', 'gl') GROUP BY ALL",
        {"files": files},
    )
    return {(period, location): count for period, location, count in rows.fetchall()}


def exam_municipalities(release: Release) -> dict[str, str]:
    files = [str(path) for path in (release.folder / "inside" / "exams").glob("*.parquet")]
    query = "SELECT location, max_by(municipality, period) FROM read_parquet($files) GROUP BY 1"
    return dict(connect().execute(query, {"files": files}).fetchall())


def by_hand(release: Release, shared: Path, year: int) -> tuple[Counts, Counts]:
    """Per period and municipality of that year the pupils, and per period and location those that lie nowhere."""
    table, known, exams = postcodes(shared, year), addresses(shared), exam_municipalities(release)
    counts: Counts = defaultdict(int)
    nowhere: Counts = defaultdict(int)
    for (period, location), count in technical_third_years(release).items():
        code = table.get(known.get(location, ""))
        if code is None:
            # no address: the exam file's code, if it existed that year or went over whole
            old = exams.get(location)
            ended = [row for row in municipalities() if row.code == old and (row.valid_to or 9999) <= year]
            code = ended[0].successor if ended else old
            started = municipality(code).valid_from if code else None
            code = None if started is not None and started > year else code
        (counts if code else nowhere)[period, code or location] += count
    return {key: count for key, count in counts.items() if count}, nowhere


def shown(release: Release, borders: int | None, area: str = "NL") -> Counts:
    query = FigureQuery("K04", area, by=("municipality",), definition="sector", borders=borders)
    table = release.figures(query)
    return {(row.period, row.by["municipality"]): int(row.value or 0) for row in table if row.value}


@pytest.mark.parametrize("year", YEARS)
def test_every_municipality_of_a_year_has_what_a_count_by_hand_gives(placed: Release, shared: Path, year: int) -> None:
    expected, nowhere = by_hand(placed, shared, year)
    assert shown(placed, year) == expected
    # and nobody is lost: what lies nowhere is in the country all the same
    for period in ("2016/17", "2017/18"):
        whole = placed.figures(FigureQuery("K04", "NL", period, definition="sector", borders=year)).rows[0].value
        told = sum(count for (when, _), count in {**expected, **nowhere}.items() if when == period)
        assert whole == told


@pytest.mark.parametrize(
    ("code", "year", "before"),
    [("GM1979", 2021, ("GM0003", "GM0010", "GM0024")), ("GM1980", 2022, ("GM0398", "GM0416"))],
)
def test_merged_municipalities_have_a_series_from_before_they_were(
    placed: Release, code: str, year: int, before: tuple[str, ...]
) -> None:
    assert not placed.figures(FigureQuery("K04", code)).rows
    now = placed.figures(FigureQuery("K04", code, definition="sector", borders=year))
    assert [row.period for row in now] == ["2016/17", "2017/18"]
    assert str(year) in now.notes[-1]
    for row in now:
        parts = [placed.figures(FigureQuery("K04", old, row.period, definition="sector")).rows for old in before]
        assert row.value == sum(part.value or 0 for rows in parts for part in rows)


def test_a_merged_municipality_cannot_be_asked_in_borders_from_before_it(placed: Release) -> None:
    assert not placed.figures(FigureQuery("K04", "GM1980", borders=2021)).rows


def test_provinces_do_not_change_by_other_borders(placed: Release) -> None:
    for year in YEARS:
        for area in ("NL", "LD01", "PV20", "PV27"):
            plain = {row.period: row.value for row in placed.figures(FigureQuery("K04", area, definition="sector"))}
            then = placed.figures(FigureQuery("K04", area, definition="sector", borders=year))
            assert {row.period: row.value for row in then} == plain


def test_borders_without_a_table_are_refused_in_words(placed: Release) -> None:
    with pytest.raises(BadQuery, match=r"2019.*2021, 2022, 2023, 2024"):
        placed.figures(FigureQuery("K04", "NL", borders=2019))


def test_borders_add_few_extents(placed: Release) -> None:
    """Areas that are the same in the borders of several years share their sums: that keeps the build cheap."""
    extents = placed.folder / "public" / "extents.parquet"
    query = f"SELECT count(DISTINCT extent), count(DISTINCT extent) FILTER (borders = '') FROM '{extents}'"
    every, plain = connect().execute(query).fetchall()[0]
    assert every < 1.1 * plain


def test_locations_that_lie_nowhere_are_counted_and_listed(placed: Release, shared: Path) -> None:
    for year in YEARS:
        nowhere = {location for _, location in by_hand(placed, shared, year)[1]}
        for entry in placed.places.left_out(["vo_pupils"], "2017/18", str(year)):
            assert entry.spots == len(entry.listed)
        listed = {at for entry in placed.places.left_out(["vo_pupils"], "all", str(year)) for at in entry.listed}
        assert nowhere <= listed
