"""The catalogue: complete, bilingual, and in step with how its indicators are counted."""

import re
from pathlib import Path

import pytest

from pactwerk.basis.vocabularies import LINES, PROFILES
from pactwerk.figures.indicators import UnknownIndicator, catalogue, indicator
from pactwerk.figures.indicators.compiling import fingerprint, kept_statements, statements
from pactwerk.figures.indicators.counting import NATURE_PROFILES, TECHNICAL_PROFILES
from pactwerk.figures.indicators.measures import MEASURES, STOCK_RATIOS, STUDIES, Computed, measures_of
from pactwerk.figures.indicators.published import published_values

OWN_CODES = re.compile(r"[ETZPCRS]\d\d")
"""Indicators of this product, beside the 71 of the field."""


def compilation(shared: Path) -> list[tuple[str, str, str]]:
    """Code, name and status of every row of the field's catalogue."""
    text = (shared.parent / "reference" / "domain.md").read_text(encoding="utf-8")
    section = text.split("## 8. Indicator catalogue")[1].split("## 9.")[0]
    rows = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in section.splitlines()]
    return [(row[0], row[1], row[10][0]) for row in rows if re.fullmatch(r"[KLW]\d\d", row[0])]


def test_the_catalogue_of_the_field_is_whole_and_in_its_order(shared: Path) -> None:
    origins = {"M": "monitor", "O": "official", "P": "proposed"}
    wanted = [(code, name, origins[status]) for code, name, status in compilation(shared)]
    found = [(entry.code, entry.name_nl, entry.origin) for entry in catalogue() if not OWN_CODES.fullmatch(entry.code)]
    assert found == wanted
    assert len(found) == 71
    assert {entry.origin for entry in catalogue() if OWN_CODES.fullmatch(entry.code)} == {"pactwerk"}


def test_every_entry_is_bilingual_and_on_a_line() -> None:
    entries = catalogue()
    assert len({entry.code for entry in entries}) == len(entries)
    for entry in entries:
        assert entry.name_nl
        assert entry.name_en
        assert entry.unit
        assert entry.unit_en
        assert entry.line in LINES
        for part in ("numerator", "denominator", "why", "missing"):
            assert bool(getattr(entry, f"{part}_nl")) == bool(getattr(entry, f"{part}_en")), (entry.code, part)


def test_every_entry_says_what_is_counted_against_what() -> None:
    for entry in catalogue():
        if entry.code not in {"W16", "W17"}:  # ROA's probability and SBB's judgement: no quotient was published
            assert entry.numerator_nl, entry.code
        if entry.unit in {"%", "procentpunt"}:
            assert entry.denominator_nl, entry.code
        assert entry.source, entry.code
        for definition in entry.definitions:
            assert definition.text_nl
            assert definition.text_en
            assert definition.reference
        assert entry.definitions, entry.code


def test_what_is_not_computed_names_the_missing_file_and_why() -> None:
    for entry in catalogue():
        if entry.state != "computed":
            assert entry.missing_nl.startswith("Nodig: ")
            assert ":" in entry.missing_nl.removeprefix("Nodig: "), entry.code
            assert entry.why_nl.endswith("."), entry.code
    assert [entry.code for entry in catalogue() if entry.state == "computed" and entry.why_nl] == ["K05", "K06"]


def test_computed_entries_and_measures_are_the_same_set() -> None:
    every: tuple[Computed, ...] = (*MEASURES, *STUDIES, *STOCK_RATIOS)
    assert {entry.code for entry in catalogue() if entry.state == "computed"} == {entry.indicator for entry in every}
    for entry in catalogue():
        measures = measures_of(entry.code)
        computed = [measure.definition for measure in measures]
        first = entry.definitions[: len(computed)]  # then follow those that only publications use
        assert [definition.code for definition in first] == computed
        for definition, measure in zip(first, measures, strict=True):
            assert (definition.valid_from, definition.valid_to) == (measure.valid_from, measure.valid_to)


def test_every_published_definition_is_described() -> None:
    described = {(entry.code, definition.code) for entry in catalogue() for definition in entry.definitions}
    codes = {entry.code for entry in catalogue()}
    assert not {(v.indicator, v.definition) for v in published_values() if v.indicator in codes} - described


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
