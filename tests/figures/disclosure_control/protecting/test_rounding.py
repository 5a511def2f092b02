"""Additive rounding: neighbours, totals, the same answer every time, and nothing when it cannot be done."""

import itertools
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest
import scipy.optimize
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwerk.figures.disclosure_control import NotPublishable, Row, merge, open_own_figures, protected_figures
from pactwerk.figures.disclosure_control.protecting import (
    BASE,
    NotProtected,
    Protected,
    protected_counts,
    rounding_secret,
    share,
    total,
)

COUNTS = st.dictionaries(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz"), st.sampled_from("mf")), st.integers(0, 60)
)


@settings(max_examples=40, deadline=None)
@given(counts=COUNTS, secret=st.binary(min_size=1, max_size=8))
def test_cells_and_totals_are_neighbouring_tens_and_add_up(
    counts: dict[tuple[str, str, str], int], secret: bytes
) -> None:
    protected = protected_counts(counts, secret)
    for cell in itertools.product("abcd", "wxyz", "mf"):
        count, shown = counts.get(cell, 0), protected.cell(*cell)
        assert shown.value in {count - count % BASE, count + -count % BASE}
        assert shown.low <= count <= shown.high
    for length in range(3):
        for prefix in itertools.product(*("abcd", "wxyz", "mf")[:length]):
            exact = sum(count for cell, count in counts.items() if cell[:length] == prefix)
            parts = sum(protected.cell(*cell).value for cell in counts if cell[:length] == prefix)
            shown = protected.first(*prefix)
            assert shown.value == parts
            assert abs(shown.value - exact) < BASE


def test_counts_below_ten_are_not_told_apart() -> None:
    """With every secret, nobody, one and nine look the same whenever they are shown as 0."""
    for number in range(40):
        protected = protected_counts({("a",): 1, ("b",): 9}, bytes([number]))
        hidden = [protected.cell(name) for name in "abc" if protected.cell(name).hidden]
        assert len({(shown.value, shown.low, shown.high) for shown in hidden}) == 1
        assert (hidden[0].low, hidden[0].high) == (0, 9)


def test_the_same_secret_rounds_the_same_way_and_another_one_otherwise() -> None:
    counts = {(source, target): 5 for source in "abcdef" for target in "uvwxyz"}
    rounded = [[protected_counts(counts, key).cell(*cell).value for cell in counts] for key in (b"x", b"x", b"y")]
    assert rounded[0] == rounded[1] != rounded[2]


def test_a_count_goes_up_as_often_as_it_is_near() -> None:
    ups = sum(protected_counts({("a",): 3}, number.to_bytes(2, "big")).cell("a").value == 10 for number in range(400))
    assert 80 < ups < 160


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(NotProtected):
        protected_counts({("a",): -1}, b"x")


@pytest.mark.parametrize(
    "answer",
    [
        SimpleNamespace(success=False, x=None, message="time limit"),
        SimpleNamespace(success=True, x=[1.0] * 4, message="wrong"),
        SimpleNamespace(success=True, x=[0.0] * 4, message="wrong"),
    ],
)
def test_a_solver_that_fails_or_lies_shows_nothing(answer: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scipy.optimize, "milp", lambda *_given, **_named: answer)
    with pytest.raises(NotProtected):
        protected_counts(dict.fromkeys(itertools.product("ab", "xy"), 5), b"x")


def test_a_share_holds_every_share_that_the_counts_allow() -> None:
    protected = protected_counts({("yes",): 30, ("no",): 70}, b"x")
    found = share(protected.cell("yes"), protected.cell("no"))
    assert found.value == 30
    assert (found.low, found.high) == (100 * 21 / (21 + 79), 100 * 39 / (39 + 61))
    everybody = share(protected.cell("yes"), protected.cell("nobody"))
    assert everybody.value == 100
    assert everybody.low < 80


def test_no_share_of_what_is_hidden() -> None:
    protected = protected_counts({("no",): 70}, b"x")
    found = share(protected.cell("yes"), protected.cell("no"))
    assert found.value is None
    assert found.low == 0 < found.high


def row() -> Row:
    return Row(indicator="FLOW", definition="d", area="NL", period="2016/17", value=None, unit="personen")


def test_the_gate_lets_out_protected_counts_marked_as_such() -> None:
    protected = protected_counts({("a",): 20}, b"x")
    table = protected_figures([(row(), protected.cell("a")), (row(), protected.cell("b"))])
    assert table.policy == "protected"
    told = [(one.value, one.low, one.high, one.status) for one in table]
    assert told == [(20, 11, 29, "afgerond"), (None, 0, 9, "afgerond")]


def test_the_gate_refuses_a_number_that_came_along() -> None:
    protected = protected_counts({("a",): 20}, b"x")
    exact = Row(indicator="F", definition="d", area="NL", period="p", value=None, unit="u", denominator=23)
    with pytest.raises(NotPublishable):
        protected_figures([(exact, protected.cell("a"))])


def test_nobody_else_makes_a_protected_count() -> None:
    with pytest.raises(NotPublishable):
        Protected(20, 20, 20)


def test_a_protected_figure_makes_every_table_it_joins_protected() -> None:
    own = Row(indicator="X", definition="d", area="NL", period="p", value=1, unit="u", basis="own")
    protected = protected_figures([(row(), protected_counts({("a",): 20}, b"x").cell("a"))])
    assert merge(open_own_figures([own]), protected).policy == "protected"
    assert open_own_figures([own]).policy == "open"


def test_no_parts_are_nobody() -> None:
    assert total([]).high == 0


def test_the_secret_of_a_home_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first = rounding_secret(tmp_path)
    assert rounding_secret(tmp_path) == first
    assert len(first) == 32
    (kept,) = (tmp_path / "flows").iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
