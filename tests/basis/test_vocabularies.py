"""The lists are complete in both languages."""

from pactwerk.basis.vocabularies import (
    BREAKDOWNS,
    EDUCATION_LEVELS,
    LINES,
    PATHWAYS,
    PROFILES,
    SECTORS,
    SEXES,
    TRACKS,
)


def test_every_term_has_both_names_under_its_own_code() -> None:
    for terms in (BREAKDOWNS, EDUCATION_LEVELS, LINES, PATHWAYS, PROFILES, SECTORS, SEXES, TRACKS):
        for code, term in terms.items():
            assert term.code == code
            assert term.name_nl
            assert term.name_en


def test_double_profiles_are_composed_of_their_parts() -> None:
    assert PROFILES["NTNG"].name_nl == "Natuur en techniek / Natuur en gezondheid"
    assert list(TRACKS) == ["bb", "kb", "gl", "tl", "havo", "vwo"]
