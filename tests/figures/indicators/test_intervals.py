"""Bounds of exam shares: whatever numbers stand behind `<5`, the true share lies between them, and they are sharp."""

import tempfile
from pathlib import Path

import _duckdb
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pactwerk.figures.indicators.compiling import statements
from pactwerk.figures.releases.building import StagedFile, build
from pactwerk.figures.releases.engine import literal

PROGRAMMES = [("bb", "TECHNIEK"), ("bb", "ECONOMIE"), ("kb", "TECHNIEK"), ("gl", "LANDBOUW"), ("gl", "INTERSECTORAAL")]

cells = st.lists(
    st.tuples(
        st.sampled_from(PROGRAMMES),
        st.sampled_from(["00AA00", "00AB00", "00AC00"]),
        st.one_of(st.just((1, 4)), st.integers(0, 40).map(lambda n: (n, n))),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=12,
)


def staged(rows: list[str], folder: Path) -> StagedFile:
    """An exam file of one year, staged by hand in the readers' schema."""
    path = folder / "exams.parquet"
    names = (
        "file_id, row, period, location, brin, municipality, municipality_name, school_type, track, sector, profile,"
        " sex, measure, low, high, suppressed"
    )
    connection = _duckdb.connect(":memory:")
    connection.execute(f"COPY (SELECT * FROM (VALUES {', '.join(rows)}) t({names})) TO {literal(str(path))}")
    connection.close()
    return StagedFile("exams", "2019", "f" * 16, path)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cells)
def test_the_true_share_lies_within_sharp_bounds(
    drawn: list[tuple[tuple[str, str], str, tuple[int, int], int]],
) -> None:
    rows, technical, rest, truth = [], [0, 0], [0, 0], [0, 0]
    for number, ((track, sector), location, (low, high), step) in enumerate(drawn, 2):
        rows.append(
            f"('{'f' * 16}', {number}::INTEGER, '2019/20', '{location}', '{location[:4]}', 'GM0361', 'ALKMAAR', 'VMBO',"
            f" '{track}', '{sector}', NULL::VARCHAR, 'total', 'candidates', {low}, {high}, {low != high})"
        )
        is_technical = sector == "TECHNIEK"
        part = technical if is_technical else rest
        part[0] += low
        part[1] += high
        truth[0 if is_technical else 1] += min(high, low + step)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build([staged(rows, folder)], statements(), folder / "release")
        connection = _duckdb.connect(":memory:")
        found = connection.execute(
            "SELECT value, low, high, numerator_low, numerator_high, denominator_low, denominator_high"
            f" FROM {literal(str(folder / 'release' / 'public' / 'figures' / 'exams.parquet'))}"
            f" JOIN {literal(str(folder / 'release' / 'public' / 'extents.parquet'))} USING (extent)"
            " WHERE indicator = 'E01' AND area = 'NL' AND coalesce(track, sex, municipality, province) IS NULL"
        ).fetchall()
        connection.close()
    if technical[1] + rest[1] == 0:
        assert found == []
        return
    ((value, low, high, *counts),) = found
    assert counts == [*technical, technical[0] + rest[0], technical[1] + rest[1]]
    if sum(truth):
        assert low - 1e-9 <= 100 * truth[0] / sum(truth) <= high + 1e-9
    assert abs(low - 100 * technical[0] / (technical[0] + rest[1])) < 1e-9
    assert abs(high - 100 * technical[1] / (technical[1] + rest[0])) < 1e-9
    assert value == (low if low == high else None)
