"""What a kept set answers: flows through the gate, near the exact counts, and nothing that is not theirs to tell."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from pactwerk.figures.flows.flow import Flow
from pactwerk.figures.flows.kept import FlowSet, NotKept, kept_set, read_kept, read_set
from pactwerk.figures.flows.kept.showing import kind_of_link
from pactwerk.figures.flows.records import count_transitions, open_enrolments
from pactwerk.figures.flows.terms import CLASSES, TERMS
from pactwerk.figures.flows.transition import Transition
from tests.figures.flows.kept.enrolled import SECRET_PERSON

NORTH = ("GM0014", "GM0074")


@pytest.fixture(scope="module")
def found(read_only: Path) -> FlowSet:
    return kept_set(read_only, "proef", public_only=False)


@pytest.fixture(scope="module")
def exact(read_only: Path) -> tuple[Transition, ...]:
    with open_enrolments([read_only.parent / "inschrijvingen.csv"]) as enrolments:
        return count_transitions(enrolments, ("level", "track"), by=("area", "sex")).transitions


def links(flow: Flow) -> dict[tuple[str, str, str], tuple[float, float]]:
    return {(r.by["stage"], r.by["from"], r.by["to"]): (r.low or 0, r.high or 0) for r in flow.links}


@pytest.mark.parametrize(
    ("area", "held"), [("NL", None), ("TP-NOORD", NORTH), ("PV20", NORTH[:1]), ("GM0361", ("GM0361",))]
)
def test_every_exact_count_is_within_what_is_shown(
    read_only: Path, found: FlowSet, exact: tuple[Transition, ...], area: str, held: tuple[str, ...] | None
) -> None:
    flow = read_set(read_only, found, area)
    counts: Counter[tuple[str, str, str]] = Counter()
    for one in exact:
        if held is None or one.area in held:
            names = (str(one.source or "nieuw"), str(one.target) if one.target else "")
            counts[str(one.year - 2016), *names] += one.persons
    shown = {(*key[:2], "" if flow.words[key[2]] == "niet in bekostigd onderwijs" else key[2]): bounds
             for key, bounds in links(flow).items()}  # fmt: skip
    assert shown
    assert all(low <= counts[key] <= high for key, (low, high) in shown.items())
    assert all(count < 10 * 6 for key, count in counts.items() if key not in shown)


def test_every_figure_is_a_protected_multiple_of_ten(read_only: Path, found: FlowSet) -> None:
    for by in ((), ("sex",)):
        flow = read_set(read_only, found, "PV27", by=by)
        assert flow.links.policy == flow.stocks.policy == "protected"
        assert all((row.value or 0) % 10 == 0 for table in (flow.links, flow.stocks) for row in table)
        assert all((row.high or 0) - (row.low or 0) >= 9 for table in (flow.links, flow.stocks) for row in table)


def test_girls_and_boys_add_up_to_all(read_only: Path, found: FlowSet) -> None:
    together = links(read_set(read_only, found))
    apart = read_set(read_only, found, by=("sex",))
    added: Counter[tuple[str, str, str]] = Counter()
    for row in apart.links:
        added[row.by["stage"], row.by["from"], row.by["to"]] += int(row.value or 0)
    assert {row.by["sex"] for row in apart.links} == {"female", "male"}
    assert set(added) == set(together)
    for row in read_set(read_only, found).links:
        assert added[row.by["stage"], row.by["from"], row.by["to"]] == row.value


def test_a_flow_says_what_it_is(read_only: Path, found: FlowSet) -> None:
    flow = read_set(read_only, found)
    assert (flow.name, flow.followed) == ("Vmbo naar mbo", True)
    assert [str(stage.name) for stage in flow.stages] == ["1 oktober 2016", "1 oktober 2017", "1 oktober 2018"]
    states = {row.by[name] for row in flow.links for name in ("from", "to")}
    assert states == set(flow.words)
    assert {(row.by["stage"], row.by["state"]) for row in flow.stocks} >= {
        (row.by["stage"], row.by["from"]) for row in flow.links
    }
    assert flow.kinds["vo:bb", "mbo:2"] == "doorstroom-hoger"
    assert {source.file for row in flow.links for source in row.sources} == {"inschrijvingen.csv"}


@pytest.mark.parametrize(
    ("source", "target", "kind"),
    [
        ("vo:tl", "vo:havo", "doorstroom-hoger"),
        ("vo:tl::2", "vo:havo::3", "opstroom-vo"),
        ("vo:bb", "vo:kb", "opstroom-vo"),
        ("vo:havo", "vo:vwo", "opstroom-vo"),
        ("vo:kb", "out", "uitstroom"),
        ("vo:kb", "vo:kb", "blijft-leerjaar-onbekend"),
        ("mbo:2", "mbo:2", "blijft-leerjaar-onbekend"),
        ("vo:kb::3", "vo:kb::4", "blijft"),
    ],
)
def test_every_link_has_a_kind_that_holds_without_the_diploma(source: str, target: str, kind: str) -> None:
    assert kind_of_link(source, target) == kind
    assert kind in {*TERMS, *CLASSES}


def test_one_pair_of_years_or_several(read_only: Path, found: FlowSet) -> None:
    assert len(read_set(read_only, found, period="2017/18").stages) == 2
    assert len(read_set(read_only, found, period="2016/17 – 2017/18").stages) == 3


@pytest.mark.parametrize(
    "question",
    [{"area": "GM1680"}, {"area": "NERGENS"}, {"period": "2015/16"}, {"period": "morgen"}, {"by": ("track",)}],
)
def test_what_is_not_there_is_said(read_only: Path, found: FlowSet, question: dict[str, str]) -> None:
    with pytest.raises(NotKept):
        read_set(read_only, found, **question)


def test_an_outsider_sees_no_set_that_is_not_public(read_only: Path) -> None:
    with pytest.raises(NotKept) as hidden:
        read_kept(read_only, "proef")
    with pytest.raises(NotKept) as absent:
        read_kept(read_only, "nooit")
    assert str(hidden.value).replace("proef", "") == str(absent.value).replace("nooit", "")


def test_no_person_and_no_count_of_persons_is_in_the_home(read_only: Path) -> None:
    files = [path for path in read_only.rglob("*") if path.is_file() and path.name != ".rounding"]
    assert {path.name for path in files} >= {"manifest.json", "data_0.parquet", "history.jsonl"}
    for path in files:
        assert SECRET_PERSON.encode() not in path.read_bytes()
    (manifest,) = read_only.rglob("manifest.json")
    told = json.loads(manifest.read_text(encoding="utf-8"))
    for source in told["sources"]:
        del source["size"]
    del told["years"]
    assert {year for year, _ in told.pop("loose")} <= {2017}
    assert [number for number in numbers(told) if not isinstance(number, bool)] == []


def numbers(told: object) -> Iterator[object]:
    """Every number in a manifest."""
    if isinstance(told, dict):
        told = list(told.values())
    if isinstance(told, list):
        for part in told:
            yield from numbers(part)
    elif isinstance(told, int | float):
        yield told


def test_reading_does_not_load_what_counting_needs() -> None:
    """A web process reads kept flows; Ibis would add a second to its first page."""
    code = "import sys, pactwerk.figures.flows.kept; print(sorted({'ibis', 'sqlglot', 'polars'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
