"""Links between entering education and working: known codes, both ways, both languages."""

from pactwerk.figures.indicators import catalogue
from pactwerk.figures.indicators.related import SHORTAGE, related


def test_links_hold_both_ways_and_name_known_indicators() -> None:
    known = {entry.code for entry in catalogue()}
    for code in known:
        for relation in related(code):
            assert relation.code in known - {code}
            assert code in {back.code for back in related(relation.code)}
            assert relation.sentence.en != relation.sentence


def test_entrants_are_linked_with_jobs() -> None:
    assert {"W01", "W07", "W21"} <= {relation.code for relation in related("L02")}
    assert {"W01", "W07"} <= {relation.code for relation in related("L11")}
    assert related("K18") == ()


def test_the_shortage_indicators_are_those_of_the_labour_market() -> None:
    lines = {entry.code: entry.line for entry in catalogue()}
    assert {lines[code] for code in SHORTAGE} == {"werken"}
