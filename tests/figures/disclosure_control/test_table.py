"""What leaves: how a table is made, written and compared."""

import copy
import csv
import dataclasses
import io
import json

import pytest

from pactwerk.figures.disclosure_control import (
    NotPublishable,
    PublishableTable,
    Row,
    Source,
    merge,
    open_computed_figures,
    open_own_figures,
    open_published_figures,
)

FILE = Source("pupils.csv", "ab" * 32)


def row(**changes: object) -> Row:
    given: dict[str, object] = {
        "indicator": "K03", "definition": "sector", "area": "NL", "period": "2017/18", "value": 41.8181,
        "low": 41.8181, "high": 41.8181, "numerator": 46, "denominator": 110, "unit": "%", "sources": (FILE,),
    }  # fmt: skip
    return Row(**(given | changes))  # type: ignore[arg-type]


def table(*rows: Row, dimensions: tuple[str, ...] = (), **more: object) -> PublishableTable:
    return open_computed_figures(rows, dimensions, release="r1", **more)  # type: ignore[arg-type]


def test_a_table_made_outside_the_gate_is_refused() -> None:
    with pytest.raises(NotPublishable):
        PublishableTable((row(),))
    with pytest.raises(NotPublishable):
        PublishableTable((row(),), token=object())
    with pytest.raises((NotPublishable, ValueError)):
        dataclasses.replace(table(row()), rows=(row(value=1.0, low=1.0, high=1.0),))


def test_a_table_cannot_be_changed_afterwards() -> None:
    made = table(row())
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.rows = ()  # type: ignore[misc]
    assert copy.copy(made).rows == made.rows


def test_csv_has_the_agreed_columns_and_two_decimals() -> None:
    made = table(row(by={"track": "bb"}), dimensions=("track",))
    head, line = list(csv.reader(io.StringIO(made.to_csv())))
    assert head == [
        *("indicator", "definition", "area", "period", "track", "value", "low", "high"),
        *("numerator", "denominator", "unit", "status", "sources", "break"),
        *("basis", "publication_edition", "known_at", "peildatum", "concept"),
    ]
    assert line == [
        *("K03", "sector", "NL", "2017/18", "bb", "41.82", "41.82", "41.82"),
        *("46", "110", "%", "definitief", "pupils.csv", "", "computed", "", "", "", ""),
    ]


def test_counts_are_whole_and_quoted_names_survive() -> None:
    made = table(row(value=3154.0, low=3154.0, high=3154.0, unit="leerlingen", sources=(Source('07.-a,"b".csv'),)))
    line = list(csv.reader(io.StringIO(made.to_csv())))[1]
    assert line[4] == "3154"
    assert line[-7] == '07.-a,"b".csv'


@pytest.mark.parametrize("typed", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1"])
def test_text_that_somebody_typed_is_no_formula_in_a_spreadsheet(typed: str) -> None:
    line = list(csv.reader(io.StringIO(table(row(sources=(Source(typed),), unit=typed)).to_csv())))[1]
    assert (line[-9], line[-7]) == (f"'{typed}", f"'{typed}")


def test_bounds_are_rounded_outward_and_the_value_left_empty() -> None:
    made = table(row(value=None, low=20.637, high=22.121, numerator=None, denominator=None))
    line = list(csv.reader(io.StringIO(made.to_csv())))[1]
    assert line[4:9] == ["", "20.63", "22.13", "", ""]


def test_json_is_a_list_with_the_same_figures() -> None:
    made = table(row(by={"sex": "male"}), dimensions=("sex",), example=True)
    (entry,) = json.loads(made.to_json())
    assert (entry["sex"], entry["value"], entry["example"], entry["release"]) == ("male", 41.82, True, "r1")
    assert entry["sources"] == [{"file": "pupils.csv", "sha256": "ab" * 32, "url": None, "rows": None}]


@pytest.mark.parametrize(
    "bad",
    [
        {"value": float("nan")},
        {"value": float("inf"), "low": None, "high": None},
        {"low": 50.0, "high": 40.0, "value": None},
        {"value": 42.0, "low": 40.0, "high": 44.0},
        {"by": {"track": "bb"}},
        {"sources": ()},
        {"basis": "published"},
    ],
)
def test_the_gate_refuses_what_is_malformed_sharper_or_without_source(bad: dict[str, object]) -> None:
    with pytest.raises(NotPublishable):
        table(row(**bad))


def test_the_gate_refuses_a_breakdown_the_policy_does_not_know() -> None:
    with pytest.raises(NotPublishable):
        table(row(by={"name": "x"}), dimensions=("name",))


def test_published_figures_name_their_edition_and_place() -> None:
    good = row(basis="published", publication_edition="monitor-2018", sources=(Source("m", url="https://x.nl"),))
    assert len(open_published_figures([good])) == 1
    for bad in ({"publication_edition": None}, {"sources": ()}, {"basis": "own"}):
        with pytest.raises(NotPublishable):
            open_published_figures([dataclasses.replace(good, **bad)])


def test_own_figures_are_only_own() -> None:
    assert len(open_own_figures([row(basis="own", sources=())])) == 1
    with pytest.raises(NotPublishable):
        open_own_figures([row()])


def test_example_data_anywhere_marks_the_whole() -> None:
    assert table(row(status="voorbeeldgegevens")).example
    assert merge(table(row()), open_own_figures([row(basis="own")], example=True)).example
    assert not merge(table(row())).example


def test_a_break_lies_between_periods_without_a_common_definition() -> None:
    made = table(
        row(period="2015/16"), row(period="2016/17"), row(period="2016/17", definition="profile"),
        row(period="2017/18", definition="profile"), row(period="2018/19", definition="other"),
    )  # fmt: skip
    assert made.breaks() == (("2017/18", "2018/19"),)


def test_another_publication_edition_is_a_break_too() -> None:
    def of(period: str, edition: str) -> Row:
        return row(period=period, basis="published", publication_edition=edition)

    made = open_published_figures([of("2016/17", "2017"), of("2017/18", "2018"), of("2018/19", "2018")])
    assert made.breaks() == (("2016/17", "2017/18"),)


def test_a_declared_break_splits_one_definition_and_is_said_in_every_form() -> None:
    """E01 by one definition over 2019/20, where the publisher stopped having intersectoral programmes."""
    made = table(
        row(indicator="E01", period="2017/18"), row(indicator="E01", period="2018/19"),
        row(indicator="E01", period="2019/20"),
    )  # fmt: skip
    assert made.breaks() == (("2018/19", "2019/20"),)
    texts = made.break_texts()
    assert [bool(text) for text in texts] == [False, False, True]
    assert "intersector" in texts[2].en
    assert [line[-6] for line in csv.reader(io.StringIO(made.to_csv()))] == ["break", "", "", texts[2]]
    assert [entry["break"] for entry in json.loads(made.to_json())] == ["", "", texts[2]]


def test_a_change_of_definition_is_said_at_the_first_row_after_it() -> None:
    made = table(row(period="2016/17"), row(period="2017/18", definition="profile"))
    assert [str(text) for text in made.break_texts()] == ["", "Andere definitie of uitgave."]


def test_editions_of_our_own_files_are_no_break() -> None:
    made = table(row(publication_edition="2016"), row(period="2016/17", publication_edition="2015"))
    assert made.breaks() == ()


def test_an_edition_that_tells_a_period_of_another_anew_is_a_break() -> None:
    """2014/15 stands in the older file only; 2015/16 in both, and the newer one counts: no series runs between."""
    old, new = "2014/15 – 2018/19", "2015/16 – 2019/20"
    made = table(row(period="2014/15", publication_edition=old), row(period="2015/16", publication_edition=new))
    assert made.breaks() == (("2014/15", "2015/16"),)
    assert [str(text) for text in made.break_texts()] == ["", "Andere definitie of uitgave."]
    following = table(row(period="2013/14", publication_edition="2013/14"), row(publication_edition=new))
    assert following.breaks() == ()


def test_select_by_period_and_dimension() -> None:
    made = table(
        row(by={"track": "bb"}), row(by={"track": "kb"}), row(by={"track": "bb"}, period="2016/17"),
        dimensions=("track",),
    )  # fmt: skip
    assert len(made.select(track="bb")) == 2
    assert [found.by["track"] for found in made.select(period="2017/18")] == ["bb", "kb"]
    assert not made.select(area="PV27").rows
