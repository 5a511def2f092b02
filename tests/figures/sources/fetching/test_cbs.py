"""CBS's OData v4: pages become a file that is read like StatLine's own export, or one that says everything."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import duckdb
import pytest

from pactwerk.basis.places import municipality_by_name
from pactwerk.figures.sources import Outcome, mapping, read
from pactwerk.figures.sources.fetching import Cbs, FetchFailed, Forbidden, Limits, Plan, PlanLine, carry_out
from pactwerk.figures.sources.mapping import load_mapping
from pactwerk.figures.sources.mapping.tables import table_of
from tests.figures.sources.fetching.catalogues import ODATA, POPULATION, codes_of_population, odata, population
from tests.figures.sources.fetching.server import Answer, Publisher, Reached, reach

CRIME = "83648NED"
LISTS: dict[str, list[Mapping[str, Any]]] = {
    "MeasureGroups": [
        {"Id": "1", "ParentId": None, "Title": "Onderwerp"},
        {"Id": "2", "ParentId": "1", "Title": "Deel"},
    ],
    "MeasureCodes": [
        {"Identifier": "M1", "Title": "Aantal; totaal", "Unit": "aantal", "MeasureGroupId": "2"},
        {"Identifier": "M2", "Title": "Aandeel", "Unit": "%", "MeasureGroupId": "2"},
    ],
    "RegioSCodes": [{"Identifier": "NL01  ", "Title": "Nederland"}, {"Identifier": "GM0014", "Title": "Groningen"}],
    "PeriodenCodes": [
        {"Identifier": "2023JJ00", "Title": "2023", "Status": "Voorlopig"},
        {"Identifier": "2022JJ00", "Title": "2022", "Status": "Definitief"},
    ],
}


def one(number: int, **more: Any) -> dict[str, Any]:
    plain = {"Id": number, "Measure": "M1", "ValueAttribute": "None", "Value": 1.0, "StringValue": None}
    return {**plain, "RegioS": "GM0014", "Perioden": "2022JJ00", **more}


ROWS = [
    one(0, Value=12.0),
    one(1, Measure="M2", Value=3.25),
    one(2, Value=None, ValueAttribute="Confidential", Perioden="2023JJ00"),
    one(3, Value=None, ValueAttribute="Impossible", RegioS="NL01  "),
    one(4, Value=None, ValueAttribute="None", StringValue="n.v.t.", Perioden="2023JJ00", RegioS="NL01  "),
]


def fetched(found: Reached, tables: list[str], folder: Path, condition: str = "") -> PlanLine:
    plan = Cbs(found.client).plan(tables, condition, folder)
    for done in carry_out(found.client, plan):
        if done.error:
            raise done.error
    return plan.lines[0]


def observations(path: Path, work: Path) -> list[tuple[Any, ...]]:
    report = read(path, workdir=work)
    assert report.outcome == Outcome.READ, report.reason
    columns = "period, municipality, age, sex, measure, low, high, unit, status"
    present = [row[0] for row in duckdb.sql(f"DESCRIBE FROM '{report.parquet}'").fetchall()]
    chosen = ", ".join(name for name in columns.split(", ") if name in present)
    return duckdb.sql(f"SELECT {chosen} FROM '{report.parquet}' ORDER BY ALL").fetchall()


def test_population_is_that_of_the_statline_export(
    server: Publisher, reached: Reached, shared: Path, tmp_path: Path
) -> None:
    """Every figure of the export, rendered as pages of observations, fetched, and read: the same observations."""
    rows = population(shared)
    lists = codes_of_population(rows)
    for entry in lists["PeriodenCodes"]:
        entry["Status"] = "Definitief"  # type: ignore[index]
    odata(server, POPULATION, rows, lists)
    line = fetched(reached, [POPULATION], tmp_path)
    assert (line.table, line.observations) == ("population", len(rows))
    assert len(server.asked("/Observations?")) == -(-len(rows) // 10_000)
    export = next((shared / "cbs").glob("Bevolking__*.csv"))
    ours, theirs = observations(line.target, tmp_path / "a"), observations(export, tmp_path / "b")
    assert len(ours) > 10_000
    assert ours == theirs


def test_only_what_the_reader_reads_is_asked_for(
    server: Publisher, reached: Reached, shared: Path, tmp_path: Path
) -> None:
    rows = population(shared)[:10]
    odata(server, POPULATION, rows, codes_of_population(rows))
    plan = Cbs(reached.client).plan([POPULATION], "Perioden ge '2022JJ00'", tmp_path)
    assert unquote(plan.lines[0].address) == (
        f"{ODATA}/{POPULATION}/Observations?$filter=(Perioden ge '2022JJ00') and (Measure eq 'M000352')"
        " and Geslacht eq 'T001038' and BurgerlijkeStaat eq 'T001019'"
    )


def test_a_provisional_year_stays_provisional(
    server: Publisher, reached: Reached, shared: Path, tmp_path: Path
) -> None:
    rows = population(shared)[:40]
    odata(server, POPULATION, rows, codes_of_population(rows))
    line = fetched(reached, [POPULATION], tmp_path)
    with line.target.open(encoding="utf-8", newline="") as stream:
        assert {row["Perioden"] for row in csv.DictReader(stream, delimiter=";")} == {"2022", "2023*"}


def test_key_figures_are_those_of_the_statline_export(
    server: Publisher, reached: Reached, shared: Path, tmp_path: Path
) -> None:
    """Five subjects in one row, titles of groups before them, `.` and empty kept apart."""
    export = next((shared / "cbs").glob("Regionale_kerncijfers_*.csv"))
    rows, lists = key_figures(export)
    odata(server, "70072ned", rows, lists)
    line = fetched(reached, ["70072ned"], tmp_path)
    assert line.table == "key_figures"
    ours, theirs = observations(line.target, tmp_path / "a"), observations(export, tmp_path / "b")
    assert len(ours) > 1000
    assert ours == theirs


def key_figures(export: Path) -> tuple[list[Mapping[str, Any]], dict[str, list[Mapping[str, Any]]]]:
    with export.open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream, delimiter=";"))
    subjects = lines[3][2:]
    groups = [{"Id": "a", "ParentId": None, "Title": "Onderwijs"},
              {"Id": "b", "ParentId": "a", "Title": "Naar woongemeente"},
              {"Id": "c", "ParentId": "b", "Title": "Leerlingen/studenten"}]  # fmt: skip
    measures = [
        {"Identifier": f"M{place}", "Title": text.rpartition("|")[2], "Unit": "aantal", "MeasureGroupId": "c"}
        for place, text in enumerate(subjects)
    ]
    rows: list[Mapping[str, Any]] = []
    for period, region, *cells in (line for line in lines[5:] if len(line) == 2 + len(subjects)):
        code = municipality_by_name(region)
        for place, cell in enumerate(cells):
            value = float(cell) if cell.isdigit() else None
            reason = "None" if value is not None else "Impossible" if not cell else "Unknown"
            name = code or f"X {region}"
            rows.append(one(len(rows), Measure=f"M{place}", Value=value, ValueAttribute=reason, RegioS=name,
                            Perioden=f"{period.rstrip('*')}JJ00"))  # fmt: skip
    marks = {line[0].rstrip("*"): line[0].count("*") for line in lines[5:] if len(line) == 2 + len(subjects)}
    words = ["Definitief", "Voorlopig", "NaderVoorlopig"]
    periods = [{"Identifier": f"{year}JJ00", "Title": year, "Status": words[mark]} for year, mark in marks.items()]
    names = {row["RegioS"] for row in rows}
    regions = [{"Identifier": name, "Title": name.removeprefix("X ")} for name in sorted(names)]
    other = {"Identifier": "M99", "Title": "Totale bevolking", "Unit": "aantal", "MeasureGroupId": None}
    return rows, {"MeasureGroups": groups, "MeasureCodes": [*measures, other], "PeriodenCodes": periods,
                  "RegioSCodes": regions}  # fmt: skip


def test_a_table_without_a_reader_keeps_everything_that_cbs_says(
    server: Publisher, reached: Reached, tmp_path: Path
) -> None:
    odata(server, CRIME, ROWS, LISTS, page=2)
    plan = Cbs(reached.client).plan([CRIME], "", tmp_path)
    assert (plan.lines[0].table, plan.lines[0].target.name) == ("", f"{CRIME}-lang.csv")
    assert "mappingbestand" in plan.remarks[0]
    list(carry_out(reached.client, plan))
    assert plan.lines[0].target.read_text(encoding="utf-8").splitlines() == [
        "measure;measure_title;unit;RegioS;RegioS_title;Perioden;Perioden_title;status;value;value_attribute",
        'M1;"Onderwerp|Deel|Aantal; totaal";aantal;GM0014;Groningen;2022JJ00;2022;Definitief;12;None',
        "M2;Onderwerp|Deel|Aandeel;%;GM0014;Groningen;2022JJ00;2022;Definitief;3.25;None",
        'M1;"Onderwerp|Deel|Aantal; totaal";aantal;GM0014;Groningen;2023JJ00;2023;Voorlopig;;Confidential',
        'M1;"Onderwerp|Deel|Aantal; totaal";aantal;NL01;Nederland;2022JJ00;2022;Definitief;;Impossible',
        'M1;"Onderwerp|Deel|Aantal; totaal";aantal;NL01;Nederland;2023JJ00;2023;Voorlopig;n.v.t.;None',
    ]


def test_the_shipped_example_of_a_mapping_reads_that_layout(
    server: Publisher, reached: Reached, tmp_path: Path
) -> None:
    """What the example beside the mappings shows is what fetching writes, and what the mapping reads."""
    example = Path(mapping.__file__).parent / "examples" / "cbs_odata_lang.toml"
    with example.with_suffix(".csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream, delimiter=";"))
    rows = [
        one(number, Measure=line["measure"], Value=float(line["value"]) if line["value"] else None,
            ValueAttribute=line["value_attribute"], RegioS=line["RegioS"], Perioden=line["Perioden"])
        for number, line in enumerate(lines)
    ]  # fmt: skip
    first = lines[0]
    group, title = first["measure_title"].split("|")
    years = {line["Perioden"]: (line["Perioden_title"], line["status"]) for line in lines}
    odata(server, CRIME, rows, {
        "MeasureGroups": [{"Id": "1", "ParentId": None, "Title": group}],
        "MeasureCodes": [{"Identifier": "M001", "Title": title, "Unit": first["unit"], "MeasureGroupId": "1"}],
        "RegioSCodes": [{"Identifier": line["RegioS"], "Title": line["RegioS_title"]} for line in lines],
        "PeriodenCodes": [{"Identifier": code, "Title": name, "Status": status}
                          for code, (name, status) in years.items()],
    })  # fmt: skip
    target = fetched(reached, [CRIME], tmp_path).target
    assert target.read_text(encoding="utf-8") == example.with_suffix(".csv").read_text(encoding="utf-8")
    report = read(target, workdir=tmp_path / "work", mapped=[table_of(load_mapping(example))])
    assert (report.outcome, report.table) == (Outcome.READ, "own_cbs_odata_lang"), report.reason


def test_what_is_held_is_not_fetched_again_until_cbs_changes_it(
    server: Publisher, reached: Reached, tmp_path: Path
) -> None:
    odata(server, CRIME, ROWS, LISTS)
    fetched(reached, [CRIME], tmp_path)
    server.requests.clear()
    assert fetched(reached, [CRIME], tmp_path).held == "same"
    assert server.asked("/Observations?") == []
    properties = server.routes[f"{ODATA}/{CRIME}/Properties"]
    assert isinstance(properties, Answer)
    properties.body = json.dumps({**json.loads(properties.body), "Modified": "2030-01-01T00:00:00"}).encode()
    assert fetched(reached, [CRIME], tmp_path).held == "older"


def test_a_kill_between_pages_costs_no_page(server: Publisher, tmp_path: Path) -> None:
    odata(server, CRIME, ROWS, LISTS, page=1)
    pages = server.routes[f"{ODATA}/{CRIME}/Observations"]
    assert callable(pages)
    server.routes[f"{ODATA}/{CRIME}/Observations?$skip=3"] = Answer(status=503)
    with pytest.raises(FetchFailed, match="503"):
        fetched(reach(server, Limits(interval=0, attempts=1)), [CRIME], tmp_path)
    assert [path.name for path in (tmp_path / "cbs").iterdir()] == [f".{CRIME}-lang.pages"]
    del server.routes[f"{ODATA}/{CRIME}/Observations?$skip=3"]
    server.requests.clear()
    line = fetched(reach(server), [CRIME], tmp_path)
    asked = [address for _, address, _ in server.requests if address.partition("?")[0].endswith("/Observations")]
    assert [address.partition("=")[2] for address in asked] == ["3", "4"]
    assert len(line.target.read_text(encoding="utf-8").splitlines()) == 1 + len(ROWS)
    assert sorted(path.name for path in (tmp_path / "cbs").iterdir()) == [".pactwerk-fetch.json", f"{CRIME}-lang.csv"]


def test_a_table_that_changes_while_it_is_fetched_is_not_kept(
    server: Publisher, reached: Reached, tmp_path: Path
) -> None:
    odata(server, CRIME, ROWS, LISTS)
    first = server.routes[f"{ODATA}/{CRIME}/Properties"]
    assert isinstance(first, Answer)
    later = Answer(json.dumps({**json.loads(first.body), "Modified": "2030-01-01"}).encode())
    server.routes[f"{ODATA}/{CRIME}/Properties"] = [first, later]
    with pytest.raises(FetchFailed, match="veranderd"):
        fetched(reached, [CRIME], tmp_path)
    assert list((tmp_path / "cbs").iterdir()) == []


def test_missing_pages_are_noticed(server: Publisher, reached: Reached, tmp_path: Path) -> None:
    odata(server, CRIME, ROWS, LISTS)
    server.routes[f"{ODATA}/{CRIME}/Observations"] = Answer(json.dumps({"value": ROWS[:3]}).encode())
    with pytest.raises(FetchFailed, match="3 van 5"):
        fetched(reached, [CRIME], tmp_path)
    assert list((tmp_path / "cbs").iterdir()) == []


@pytest.mark.parametrize(
    "link",
    ["https://127.0.0.1/Observations", "http://datasets.cbs.nl/x", "https://evil.example/x", "//evil.example/x",
     "\\\\evil.example\\x", "ht\ntps://evil.example/",
     "https://datasets.cbs.nl@evil.example/", "https://datasets.cbs.nl:8443/x", "https://169.254.169.254/"],
)  # fmt: skip
def test_a_next_link_is_foreign_input(server: Publisher, reached: Reached, tmp_path: Path, link: str) -> None:
    odata(server, CRIME, ROWS, LISTS)
    body = json.dumps({"value": ROWS, "@odata.nextLink": link}).encode()
    server.routes[f"{ODATA}/{CRIME}/Observations"] = Answer(body)
    with pytest.raises(Forbidden):
        fetched(reached, [CRIME], tmp_path)
    assert {address for address, _ in reached.dialler.dialled} == {"93.184.215.14"}


def test_a_next_link_may_be_relative(server: Publisher, reached: Reached, tmp_path: Path) -> None:
    odata(server, CRIME, ROWS, LISTS)
    server.routes[f"{ODATA}/{CRIME}/Observations"] = [
        Answer(json.dumps({"value": ROWS[:3], "@odata.nextLink": "Observations?$skip=3"}).encode()),
        Answer(json.dumps({"value": ROWS[3:]}).encode()),
    ]
    assert len(fetched(reached, [CRIME], tmp_path).target.read_text(encoding="utf-8").splitlines()) == 1 + len(ROWS)
    assert len(server.asked("Observations?$skip=3")) == 1


def test_a_next_link_in_circles_ends(server: Publisher, reached: Reached, tmp_path: Path) -> None:
    odata(server, CRIME, ROWS, LISTS)
    body = json.dumps({"value": ROWS, "@odata.nextLink": f"{ODATA}/{CRIME}/Observations"}).encode()
    server.routes[f"{ODATA}/{CRIME}/Observations"] = Answer(body)
    with pytest.raises(FetchFailed, match="anders dan verwacht"):
        fetched(reached, [CRIME], tmp_path)


@pytest.mark.parametrize("body", [b"[]", b'{"value": 1}', b'{"value": [1]}', b'{"error": {"code": ""}}', b"<html>"])
def test_a_page_that_is_none_is_told(server: Publisher, reached: Reached, tmp_path: Path, body: bytes) -> None:
    odata(server, CRIME, ROWS, LISTS)
    server.routes[f"{ODATA}/{CRIME}/Observations"] = Answer(body)
    with pytest.raises(FetchFailed):
        fetched(reached, [CRIME], tmp_path)


def test_an_unknown_table_is_told_with_the_nearest(server: Publisher, reached: Reached, tmp_path: Path) -> None:
    odata(server, POPULATION, ROWS, LISTS)
    with pytest.raises(FetchFailed, match=POPULATION):
        Cbs(reached.client).plan(["03759NE"], "", tmp_path)


@pytest.mark.parametrize("name", ["../x", "a/b", "03759ned?$top=1", "", "a b", "x'y", "é" * 6])
def test_a_name_is_data_and_no_part_of_the_question(
    server: Publisher, reached: Reached, tmp_path: Path, name: str
) -> None:
    with pytest.raises(FetchFailed, match="kent geen dataset"):
        Cbs(reached.client).plan([name], "", tmp_path)
    assert server.requests == []


def test_no_observations_is_said(server: Publisher, reached: Reached, tmp_path: Path) -> None:
    odata(server, CRIME, [], LISTS)
    with pytest.raises(FetchFailed, match="filter"):
        fetched(reached, [CRIME], tmp_path, "Perioden eq 'x'")


def test_a_table_that_lost_our_subjects_is_said(
    server: Publisher, reached: Reached, shared: Path, tmp_path: Path
) -> None:
    rows = population(shared)[:10]
    lists = {**codes_of_population(rows), "MeasureCodes": LISTS["MeasureCodes"]}
    odata(server, POPULATION, rows, lists)
    with pytest.raises(FetchFailed, match="onderwerpen"):
        Cbs(reached.client).plan([POPULATION], "", tmp_path)


def test_a_plan_of_nothing_is_empty() -> None:
    assert (Plan(()).bytes, Plan(()).unknown) == (0, 0)
