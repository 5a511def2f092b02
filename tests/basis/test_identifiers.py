"""Codes have one spelling; what cannot be a code is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.basis.identifiers import InvalidIdentifier, brin, gm_code, kvk, location_key

BRINS = st.from_regex(r"[0-9]{2}[A-Z]{2}", fullmatch=True)


@given(BRINS, st.integers(min_value=0, max_value=99))
def test_the_four_spellings_of_a_location_are_one(code: str, number: int) -> None:
    key = f"{code}{number:02d}"
    for institution, location in (
        (code, str(number)), (code, f"{number:02d}"), (code, key), ("", key), (code.lower(), f" {key} "),
    ):  # fmt: skip
        assert location_key(institution, location) == key


@given(BRINS, BRINS)
def test_a_location_of_another_institution_is_refused(one: str, other: str) -> None:
    if one != other:
        with pytest.raises(InvalidIdentifier):
            location_key(one, f"{other}00")


@pytest.mark.parametrize("number", ["", "123", "1.0", "-1", "00AH0", "00AH000"])
def test_a_broken_location_is_refused(number: str) -> None:
    with pytest.raises(InvalidIdentifier):
        location_key("00AH", number)


@given(st.integers(min_value=1, max_value=9999))
def test_a_municipality_code_in_every_spelling(number: int) -> None:
    code = f"GM{number:04d}"
    for text in (str(number), f"{number:04d}", f"{number:>4}", code, code.lower()):
        assert gm_code(text) == code


@given(st.text(max_size=8))
def test_a_code_is_canonical_or_refused(text: str) -> None:
    for read in (brin, gm_code, kvk):
        try:
            code = read(text)
        except InvalidIdentifier:
            continue
        assert read(code) == code
        assert code.isascii()


def test_kvk_has_eight_digits() -> None:
    assert kvk("1234 5678") == "12345678"
    with pytest.raises(InvalidIdentifier):
        kvk("1234567")
