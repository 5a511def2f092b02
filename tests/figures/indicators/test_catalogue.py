"""The catalogue: complete, bilingual, and in step with how its indicators are counted."""

import pytest

from pactwerk.basis.vocabularies import LINES, PROFILES
from pactwerk.figures.indicators import UnknownIndicator, catalogue, indicator
from pactwerk.figures.indicators.compiling import fingerprint, kept_statements, statements
from pactwerk.figures.indicators.counting import NATURE_PROFILES, TECHNICAL_PROFILES
from pactwerk.figures.indicators.measures import MEASURES, STUDIES, measures_of
from pactwerk.figures.indicators.published import published_values


def test_every_entry_is_bilingual_and_on_a_line() -> None:
    entries = catalogue()
    assert len({entry.code for entry in entries}) == len(entries) >= 76
    for entry in entries:
        assert entry.name_nl
        assert entry.name_en
        assert entry.unit
        assert entry.unit_en
        assert entry.line in LINES
        assert bool(entry.missing_nl and entry.missing_en) == (entry.state != "computed")


def test_computed_entries_and_measures_are_the_same_set() -> None:
    assert {entry.code for entry in catalogue() if entry.state == "computed"} == {
        entry.indicator for entry in (*MEASURES, *STUDIES)
    }
    for entry in catalogue():
        computed = [measure.definition for measure in measures_of(entry.code)]
        assert [definition.code for definition in entry.definitions] == computed
        for definition, measure in zip(entry.definitions, measures_of(entry.code), strict=True):
            assert definition.text_nl
            assert definition.text_en
            assert definition.reference
            assert (definition.valid_from, definition.valid_to) == (measure.valid_from, measure.valid_to)


def test_published_only_entries_have_a_published_value() -> None:
    published = {value.indicator for value in published_values()}
    assert {entry.code for entry in catalogue() if entry.state == "published_only"} <= published
    assert not {entry.code for entry in catalogue() if entry.state == "not_available"} & published


def test_profiles_are_those_of_the_vocabulary() -> None:
    assert set(TECHNICAL_PROFILES) <= set(PROFILES)
    nature = {code for code, term in PROFILES.items() if "Natuur" in term.name_nl}
    assert set(NATURE_PROFILES) == nature


def test_an_unknown_code_suggests_what_looks_like_it() -> None:
    with pytest.raises(UnknownIndicator, match="K03"):
        indicator("K-03")
    assert indicator(" k03 ").code == "K03"


def test_every_expression_compiles_for_another_engine_too() -> None:
    """One expression for every engine: nothing in it is DuckDB's own."""
    other = statements("trino")
    assert other.keys() == statements("duckdb").keys()
    assert other["figures"] != statements("duckdb")["figures"]


def test_compiled_statements_are_kept_and_a_damaged_copy_is_made_again(tmp_path) -> None:  # type: ignore[no-untyped-def]
    first = kept_statements(tmp_path)
    (kept,) = tmp_path.iterdir()
    assert fingerprint() in kept.name
    kept.write_text("{", encoding="utf-8")
    assert kept_statements(tmp_path) == first
    assert kept_statements(tmp_path) == first
