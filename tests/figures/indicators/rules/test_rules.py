"""The machine rules of the field, each at its boundary."""

from datetime import date

import pytest

from pactwerk.figures.indicators.rules import (
    Limit,
    agrees,
    change,
    count_date,
    counts_as,
    funding_limits,
    hidden,
    hiding_rule,
    implied_bounds,
    meets_limit,
    newest_year,
    priority,
    published_pairs,
    tolerance,
)

TODAY = date(2024, 1, 1)


def limit(scheme: str, quantity: str, kind: str, on: date) -> Limit:
    (found,) = [row for row in funding_limits(scheme, on) if (row.quantity, row.kind) == (quantity, kind)]
    return found


def test_double_enrolment_counts_once_where_the_list_says() -> None:
    assert priority(TODAY) == ("ho", "mbo", "vo", "vavo", "vso", "bo", "mbo-extraneus")
    assert counts_as(["vo", "ho"], TODAY) == "ho"
    assert counts_as(["mbo-extraneus", "vavo"], TODAY) == "vavo"
    for wrong in ([], ["cursus"]):
        with pytest.raises(ValueError, match="inschrijving"):
            counts_as(wrong, TODAY)


def test_published_shares_are_whole_percents() -> None:
    allowed = tolerance("monitor", "K03", "%", TODAY)
    assert allowed == 0.5
    assert agrees(24, 23.5, 23.5, allowed)
    assert agrees(24, 24.5, 24.5, allowed)
    assert not agrees(24, 23.49, 23.49, allowed)
    assert agrees(24, 22.0, 23.6, allowed)  # an interval agrees when one of its values does


def test_vacancies_are_rounded_to_hundreds_and_persons_to_thousands() -> None:
    parts = 1_200 + 19_000 + 5_000 + 3_900
    assert agrees(29_200, parts, parts, tolerance("uwv", "W07", "vacatures", TODAY))
    assert not agrees(29_300, parts, parts, tolerance("uwv", "W07", "vacatures", TODAY))
    assert agrees(1_527, 201 + 1_325, 201 + 1_325, tolerance("cbs-ebb", "W01", "x 1000 personen", TODAY))
    assert tolerance("monitor", "K04", "leerlingen", TODAY) == 0.0


@pytest.mark.parametrize("pair", published_pairs(), ids=lambda pair: f"{pair.indicator} {pair.period}")
def test_implied_denominators(pair) -> None:  # type: ignore[no-untyped-def]
    assert implied_bounds(pair.numerator, pair.share) == pytest.approx((pair.low, pair.high), abs=1)


def test_a_share_that_may_be_nought_implies_nothing() -> None:
    with pytest.raises(ValueError, match="noemer"):
        implied_bounds(10, 0.5)


def test_school_years_count_on_the_first_of_october_and_diplomas_run_behind() -> None:
    assert count_date("2023/24") == date(2023, 10, 1)
    assert count_date("2023") is None
    assert newest_year("K07", 2024) == "2023/24"
    assert newest_year("K05", 2024) == "2022/23"


def test_change_is_points_for_shares_and_percent_for_counts() -> None:
    assert change(36, 52, "%") == (16, "procentpunt")
    assert change(50, 75, "leerlingen") == (50, "%")
    assert change(0, 75, "leerlingen") is None


def test_what_publishers_hide() -> None:
    assert [n for n in range(12) if hidden("SBB", n, TODAY)] == list(range(10))
    assert [n for n in range(12) if hidden("DUO", n, TODAY)] == [1, 2, 3, 4]
    derived = "schooladviezen-afgeleid"
    rule = hiding_rule(derived, date(2022, 10, 1))
    assert rule is not None
    assert (rule.mark, rule.low, rule.high) == ("2", 1, 4)
    assert hiding_rule(derived, date(2021, 10, 1)) is None
    assert not hidden("nobody", 1, TODAY)


def test_funding_limits_at_the_limit() -> None:
    sto = limit("STO", "cofinancing", "minimum", date(2025, 3, 1))
    assert sto.base == "subsidiable"
    assert meets_limit(sto, 100_000, 1_000_000)
    assert not meets_limit(sto, 99_999, 1_000_000)
    third = next(row for row in funding_limits("RIF", date(2016, 1, 1)) if row.base == "total")
    assert meets_limit(third, 100_000, 300_000)
    assert not meets_limit(third, 100_001, 300_000)
    quarter = limit("STO", "grant-2024", "maximum", date(2024, 5, 1))
    assert meets_limit(quarter, 250, 1000)
    assert not meets_limit(quarter, 251, 1000)
    low, high = [row for row in funding_limits("RIF", date(2016, 1, 1)) if not row.base]
    assert meets_limit(low, 200_000)
    assert not meets_limit(low, 199_999)
    assert meets_limit(high, 2_000_000)
    assert not meets_limit(high, 2_000_001)
    assert funding_limits("RIF", date(2020, 1, 1)) == ()
    scarce = limit("STO", "techniekluw", "maximum", date(2026, 1, 1))
    assert meets_limit(scarce, 4_000_000)
    assert not meets_limit(scarce, 4_000_001)
    with pytest.raises(ValueError, match="ontbreekt"):
        meets_limit(sto, 1)
