"""Recodings of municipalities: exact under composition, and never a guess for a municipality that was divided."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.basis.places import (
    Postcodes,
    YearPair,
    compose,
    municipality,
    recode,
    recode_counts,
    split_municipalities,
    whole_successor,
    years_of,
)

POSTCODES = [f"{number}" for number in range(1000, 1012)]
CODES = ["GM0001", "GM0002", "GM0003", "GM0004"]
tables = st.fixed_dictionaries(dict.fromkeys(POSTCODES, st.sampled_from(CODES)))
# postcodes come and go: not every year knows all of them
ragged = st.dictionaries(st.sampled_from(POSTCODES), st.sampled_from(CODES))
counts = st.dictionaries(st.sampled_from([*CODES, "GM0009"]), st.integers(0, 10_000))


def pairs_by_hand(earlier: Postcodes, later: Postcodes) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for postcode in POSTCODES:
        if postcode in earlier and postcode in later:
            pair = earlier[postcode], later[postcode]
            found[pair] = found.get(pair, 0) + 1
    return found


@given(ragged, ragged)
def test_shares_of_an_old_code_sum_to_one(earlier: Postcodes, later: Postcodes) -> None:
    pair = recode(2021, earlier, 2022, later)
    assert {(entry.old, entry.new): entry.postcodes for entry in pair.recodings} == pairs_by_hand(earlier, later)
    for code in {entry.old for entry in pair.recodings}:
        assert sum(entry.postcodes for entry in pair.recodings if entry.old == code) == next(
            entry.of for entry in pair.recodings if entry.old == code
        )
        assert sum(entry.share for entry in pair.recodings if entry.old == code) == pytest.approx(1)


@given(st.lists(tables, min_size=2, max_size=5))
def test_yearly_recodings_one_after_another_are_the_recoding_over_the_span(years: list[Postcodes]) -> None:
    steps = list(years_of({2020 + number: table for number, table in enumerate(years)}))
    whole = steps[0]
    for step in steps[1:]:
        whole = compose(whole, step)
    assert whole.moved == recode(2020, years[0], 2019 + len(years), years[-1]).moved


@given(tables, tables, tables, tables)
def test_composition_does_not_depend_on_where_one_begins(
    a: Postcodes, b: Postcodes, c: Postcodes, d: Postcodes
) -> None:
    one, two, three = (recode(2020 + n, x, 2021 + n, y) for n, (x, y) in enumerate(pairwise([a, b, c, d])))
    assert compose(compose(one, two), three) == compose(one, compose(two, three))


@given(ragged)
def test_nothing_changes_between_equal_years(table: Postcodes) -> None:
    pair = recode(2023, table, 2024, table)
    assert pair.changes == ()
    assert all(pair.target(code) == code for code in set(table.values()))


@given(tables, tables, counts)
def test_recoded_and_left_counts_are_together_what_was_given(
    earlier: Postcodes, later: Postcodes, given_counts: dict[str, int]
) -> None:
    pair = recode(2021, earlier, 2022, later)
    recoded, left = recode_counts(given_counts, pair)
    assert sum(recoded.values()) + sum(left.values()) == sum(given_counts.values())
    for code, count in left.items():
        assert count == given_counts[code]
        went = {later[postcode] for postcode in POSTCODES if earlier[postcode] == code}
        assert len(went) != 1, "what went over whole must not be left"


@given(tables, tables)
def test_a_divided_municipality_has_no_target(earlier: Postcodes, later: Postcodes) -> None:
    pair = recode(2021, earlier, 2022, later)
    for code in set(earlier.values()):
        went = {later[postcode] for postcode in POSTCODES if earlier[postcode] == code}
        assert pair.target(code) == (went.pop() if len(went) == 1 else None)


def test_years_that_do_not_meet_cannot_be_composed() -> None:
    nothing: Postcodes = {}
    with pytest.raises(ValueError, match="2023"):
        compose(recode(2021, nothing, 2022, nothing), recode(2023, nothing, 2024, nothing))


def test_what_grew_cannot_be_taken_back() -> None:
    pair: YearPair = recode(2021, {"1700": "GM0398", "1800": "GM0361"}, 2022, {"1700": "GM1980", "1800": "GM0361"})
    assert pair.grown() == {"GM1980"}
    assert [(entry.old, entry.new, entry.whole) for entry in pair.changes] == [("GM0398", "GM1980", True)]
    assert str(pair.day) == "2022-01-01"


def test_divided_municipalities_have_no_whole_successor() -> None:
    assert whole_successor("GM0788") is None  # Haaren, divided among four in 2021
    assert whole_successor("GM0003") == "GM1979"
    assert whole_successor("GM0361") is None  # Alkmaar still exists
    for code, successors in split_municipalities().items():
        ended = municipality(code)
        assert ended.valid_to is not None
        assert len(successors) > 1
        assert all(municipality(successor).code for successor in successors)
