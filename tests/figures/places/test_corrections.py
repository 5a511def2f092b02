"""Local corrections: put over the files at every build, told, and taken back."""

from pathlib import Path

import pytest

from pactwerk.figures.releases import FigureQuery, Release
from pactwerk.figures.releases.corrections import (
    BadCorrection,
    Claim,
    correct,
    corrections,
    in_force,
    withdraw,
)
from pactwerk.figures.releases.loading import load
from tests.figures.places.conftest import FILES, postcode_files, release_of

MOVED = "02QQ00"


def value(release: Release, code: str, area: str, **facts: int) -> float:
    rows = release.figures(FigureQuery(code, area, **facts)).rows  # type: ignore[arg-type]
    return sum(row.value or 0 for row in rows if row.period in ("2017/18", "2020-12"))


@pytest.fixture(scope="module")
def home(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("corrected")
    files = [shared / FILES[1], shared / FILES[4], shared / "duo-po" / "alle-vestigingen-bo-2020-12.csv"]
    assert load(root, [*files, *postcode_files(shared)[:1]]).exit_code == 0
    return root


def location_with_pupils(release: Release) -> tuple[str, str, float]:
    """A location that alone makes its municipality's figure of K04, so that moving it empties the municipality."""
    from pactwerk.figures.releases.engine import connect

    files = [str(path) for path in (release.folder / "inside" / "vo_pupils").glob("*.parquet")]
    places = release.folder / "inside" / "facts" / "places.parquet"
    row = (
        connect()
        .execute(
            "SELECT any_value(location), municipality, sum(low) FROM read_parquet($files) JOIN read_parquet($places) p"
            " USING (period, location) WHERE p.source_table = 'vo_pupils' AND grade = 3 AND sector = 'TECHNIEK'"
            " AND track IN ('bb', 'kb', 'gl') AND municipality IS NOT NULL GROUP BY 2"
            " HAVING count(DISTINCT location) = 1 AND sum(low) > 20 ORDER BY 2 LIMIT 1",
            {"files": files, "places": str(places)},
        )
        .fetchall()[0]
    )
    return row[0], row[1], float(row[2])


def test_a_corrected_place_counts_is_told_survives_loading_again_and_is_taken_back(home: Path, shared: Path) -> None:
    before = release_of(home)
    location, old, pupils = location_with_pupils(before)
    new = "GM0518" if old != "GM0518" else "GM0363"
    elsewhere = value(before, "K04", new)
    entry = correct(home, Claim(location, "municipality", new, "de school is verhuisd"), by="user:1")
    load(home, [])
    for _ in range(2):
        after = release_of(home)
        assert value(after, "K04", old) == 0
        assert value(after, "K04", new) == elsewhere + pupils
        assert value(after, "K04", new, borders=2021) == elsewhere + pupils
        assert value(after, "K04", "NL") == value(before, "K04", "NL")
        notes = [str(note) for note in after.figures(FigureQuery("K04", new)).notes]
        assert any(location in note and "de school is verhuisd" in note for note in notes)
        assert [found.id for found in after.places.corrections] == [entry.id]
        load(
            home,
            [shared / FILES[1]],
        )  # the same bytes once more
    withdraw(home, entry.id, reason="toch niet", by="user:2")
    load(home, [])
    again = release_of(home)
    assert value(again, "K04", old) == pupils
    assert not again.places.corrections
    assert corrections(home)[0].withdrawn_reason == "toch niet"


def test_a_closed_primary_school_counts_no_more_from_that_day(home: Path) -> None:
    from pactwerk.figures.releases.engine import connect

    files = [str(path) for path in (release_of(home).folder / "inside" / "po_addresses").glob("*.parquet")]
    # a board with exactly four schools is no large board any more when one of them is closed
    board, location = (
        connect()
        .execute(
            "SELECT board, min(location) FROM read_parquet($files) GROUP BY 1 HAVING count(DISTINCT brin) = 4"
            " AND count(*) = 4 ORDER BY 1 LIMIT 1",
            {"files": files},
        )
        .fetchall()[0]
    )
    assert board
    large = value(release_of(home), "R01", "NL")
    entry = correct(home, Claim(location, "closed", "2020-08-01", "gesloten"), by="user:1")
    load(home, [])
    assert value(release_of(home), "R01", "NL") == large - 1
    withdraw(home, entry.id, reason="open", by="user:1")
    correct(home, Claim(location, "closed", "2021-08-01", "later gesloten"), by="user:1")
    load(home, [])
    assert value(release_of(home), "R01", "NL") == large


@pytest.mark.parametrize(
    ("location", "field", "value", "reason"),
    [
        ("16TF00", "municipality", "GM9999", "reden"),
        ("16TF00", "municipality", "Alkmaar; DROP", "reden"),
        ("16TF00", "postcode4", "0123", "reden"),
        ("16TF00", "postcode4", "1811AB", "reden"),
        ("16TF00", "closed", "2021-13-01", "reden"),
        ("16TF00", "name", "", "reden"),
        ("16TF00", "name", "twee\nregels", "reden"),
        ("16TF00", "street", "Kade", "reden"),
        ("school", "name", "School", "reden"),
        ("16TF00", "name", "School", "  "),
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_is_noted(
    tmp_path: Path, location: str, field: str, value: str, reason: str
) -> None:
    with pytest.raises(BadCorrection):
        correct(tmp_path, Claim(location, field, value, reason), by="user:1")
    assert corrections(tmp_path) == ()


def test_of_two_corrections_of_one_fact_the_later_counts(tmp_path: Path) -> None:
    correct(tmp_path, Claim("16tf00", "name", "Eerste", "naam"), by="user:1")
    second = correct(tmp_path, Claim("16TF", "name", "Tweede", "naam"), by="user:1")
    assert in_force(tmp_path) == (second,)
    withdraw(tmp_path, second.id, reason="fout", by="user:1")
    assert [entry.value for entry in in_force(tmp_path)] == ["Eerste"]
    with pytest.raises(BadCorrection):
        withdraw(tmp_path, second.id, reason="nog eens", by="user:1")
