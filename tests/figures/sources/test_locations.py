"""The rule for locations in SQL is the ground floor's own."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pactwerk.basis.identifiers import InvalidIdentifier, location_key
from pactwerk.figures.sources import engine
from pactwerk.figures.sources.locations import LOCATION, wrong_locations

_BRINS = st.one_of(st.sampled_from(["00AH", "00ah", "27ZZ", "", "0AH", "00AHX"]), st.text("0AHah1 é", max_size=6))
_NUMBERS = st.one_of(
    st.sampled_from(["0", "7", "07", "00", "00AH07", "27ZZ00", "00ah07", "", "123", "00AH0", "A1"]),
    st.text("0AHa12-. ", max_size=7),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(_BRINS.map(str.strip), _NUMBERS.map(str.strip)), min_size=1, max_size=30, unique=True))
def test_sql_and_python_agree(tmp_path: Path, spellings: list[tuple[str, str]]) -> None:
    table = engine.values("t", ["brin_text", "location_text"], [tuple(spelling) for spelling in spellings])
    engine.rows(f"CREATE OR REPLACE TEMP TABLE raw AS SELECT * FROM {table}")
    wrong = set(wrong_locations())
    keys = {(brin, number): key for brin, number, key in engine.rows(f"SELECT *, {LOCATION} FROM raw")}
    for brin, number in spellings:
        try:
            expected = location_key(brin, number) if brin else None
        except InvalidIdentifier:
            expected = None
        assert ((brin, number) in wrong) == (expected is None), (brin, number)
        if expected:
            assert keys[brin, number] == expected
    engine.drop_raw()
