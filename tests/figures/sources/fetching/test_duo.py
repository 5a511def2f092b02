"""DUO's catalogue: what would be fetched, said before anything is."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from pactwerk.figures.sources import TABLES
from pactwerk.figures.sources.fetching import Duo, FetchFailed, carry_out, known
from pactwerk.figures.sources.fetching.duo import INSIDE, public_address
from tests.figures.sources.fetching.catalogues import CKAN, ckan
from tests.figures.sources.fetching.server import Answer, Publisher, Reached


@pytest.fixture
def files(shared: Path) -> dict[str, Path]:
    return {
        "vestigingenvo.csv": shared / "duo-vo" / "alle-vestigingen-vo-2020-10.csv",
        "01voins.csv": shared / "duo-vo" / "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv",
    }


def test_the_plan_says_what_the_publisher_says(
    server: Publisher, reached: Reached, shared: Path, files: dict[str, Path], tmp_path: Path
) -> None:
    ckan(server, shared, files)
    plan = Duo(reached.client).plan(["adressen_vo"], "", tmp_path)
    lines = {line.target.name: line for line in plan.lines}
    assert list(lines) == ["besturenvo.csv", "instellingenvo.csv", "vestigingenvo.csv"]
    line = lines["vestigingenvo.csv"]
    assert (line.publisher, line.dataset, line.table, line.held) == ("DUO", "adressen_vo", "vo_addresses", "no")
    assert line.bytes == files["vestigingenvo.csv"].stat().st_size
    assert (line.modified, line.licence) == ("2025-10-01T06:00:00.000000", "CC-BY 4.0")
    assert line.target == tmp_path / "duo" / "adressen_vo" / "vestigingenvo.csv"
    assert (plan.bytes, plan.unknown) == (line.bytes, 2)
    assert [lines[name].table for name in ("besturenvo.csv", "instellingenvo.csv")] == ["", ""]


def test_nothing_is_fetched_by_planning(
    server: Publisher, reached: Reached, shared: Path, files: dict[str, Path], tmp_path: Path
) -> None:
    ckan(server, shared, files)
    Duo(reached.client).plan(["adressen_vo"], "", tmp_path)
    assert all("/api/3/action/" in address for _, address, _ in server.requests)
    assert list(tmp_path.iterdir()) == []


def test_without_a_name_it_is_what_we_expect_to_read(
    server: Publisher, reached: Reached, shared: Path, files: dict[str, Path], tmp_path: Path
) -> None:
    ckan(server, shared, files)
    plan = Duo(reached.client).plan([], "", tmp_path)
    found = {(line.dataset, line.target.name, line.table) for line in plan.lines}
    assert found == {
        ("adressen_bo", "vestigingenbo.csv", "po_addresses"),
        ("adressen_vo", "vestigingenvo.csv", "vo_addresses"),
    }


def test_a_host_inside_duo_becomes_the_one_outside(
    server: Publisher, reached: Reached, shared: Path, files: dict[str, Path], tmp_path: Path
) -> None:
    ckan(server, shared, files)
    plan = Duo(reached.client).plan(["01voins-v1"], "", tmp_path)
    assert plan.lines[0].address.startswith("https://onderwijsdata.duo.nl/dataset/173cbf21")
    assert [one.error for one in carry_out(reached.client, plan)] == [None]
    assert plan.lines[0].target.read_bytes() == files["01voins.csv"].read_bytes()


def test_only_that_one_host_is_changed() -> None:
    for address in (f"https://{INSIDE}.evil.example/x", f"http://{INSIDE}/x", f"https://{INSIDE}@evil.example/x"):
        assert public_address(address) == address


def test_what_is_held_is_told_and_not_fetched_again(
    server: Publisher, reached: Reached, shared: Path, files: dict[str, Path], tmp_path: Path
) -> None:
    ckan(server, shared, files)
    catalogue = Duo(reached.client)
    list(carry_out(reached.client, catalogue.plan(["adressen_vo"], "vestigingenvo", tmp_path)))
    plan = catalogue.plan(["adressen_vo"], "vestigingenvo", tmp_path)
    assert [line.held for line in plan.lines] == ["same"]
    assert (plan.bytes, plan.unknown) == (0, 0)
    ckan(server, shared, {"vestigingenvo.csv": files["01voins.csv"]})
    assert [line.held for line in catalogue.plan(["adressen_vo"], "vestigingenvo", tmp_path).lines] == ["older"]


@pytest.mark.parametrize("state", ["same", "older"])
def test_a_stated_fingerprint_needs_no_question(  # noqa: PLR0917
    server: Publisher, reached: Reached, shared: Path, files: dict[str, Path], tmp_path: Path, state: str
) -> None:
    ckan(server, shared, files)
    catalogue = Duo(reached.client)
    list(carry_out(reached.client, catalogue.plan(["adressen_vo"], "vestigingenvo", tmp_path)))
    body = files["vestigingenvo.csv"].read_bytes() if state == "same" else b"another"
    ckan(server, shared, files, {"hash": hashlib.md5(body).hexdigest()})
    server.requests.clear()
    assert [line.held for line in catalogue.plan(["adressen_vo"], "vestigingenvo", tmp_path).lines] == [state]
    assert all(method != "HEAD" for method, _, _ in server.requests)


def test_an_unknown_data_set_is_told_with_the_names_that_resemble_it(
    server: Publisher, reached: Reached, shared: Path, tmp_path: Path
) -> None:
    ckan(server, shared, {})
    with pytest.raises(FetchFailed, match="adressen_vo") as wrong:
        Duo(reached.client).plan(["adresen_vo"], "", tmp_path)
    assert "Did you mean" in wrong.value.message_en


def test_an_unknown_data_set_is_told_with_those_that_are_about_it(
    server: Publisher, reached: Reached, shared: Path, tmp_path: Path
) -> None:
    ckan(server, shared, {})
    with pytest.raises(FetchFailed, match="wpozittenblijvers-v1"):
        Duo(reached.client).plan(["zittenblijvers"], "", tmp_path)


@pytest.mark.parametrize("name", ["../../etc/passwd", "a?id=b", "a b", "x&y", "#", "%2e"])
def test_a_name_is_data_and_no_part_of_the_question(
    server: Publisher, reached: Reached, shared: Path, tmp_path: Path, name: str
) -> None:
    ckan(server, shared, {})
    with pytest.raises(FetchFailed, match="kent geen dataset"):
        Duo(reached.client).plan([name], "", tmp_path)
    assert server.requests[0][1].startswith(f"{CKAN}/package_show?id=")


def test_searching_finds_by_a_text_and_goes_through_all_pages(
    server: Publisher, reached: Reached, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pactwerk.figures.sources.fetching.duo._ROWS", 2)
    ckan(server, shared, {})
    plan = Duo(reached.client).plan([], "leerlingen", tmp_path)
    assert {"01voins-v1", "popostcode4-v1", "wpoleerjaar"} <= {line.dataset for line in plan.lines}
    assert len(server.asked("package_search")) > 1


def test_what_is_no_data_is_left_out_and_said(
    server: Publisher, reached: Reached, shared: Path, tmp_path: Path
) -> None:
    ckan(server, shared, {})
    plan = Duo(reached.client).plan(["overzicht-erkenningen-ho"], "", tmp_path)
    assert all(line.target.suffix == ".csv" for line in plan.lines)
    assert any("1 bestanden zijn geen gegevens" in text for text in plan.remarks)


def test_two_files_of_one_name_stay_two(server: Publisher, reached: Reached, shared: Path, tmp_path: Path) -> None:
    ckan(server, shared, {})
    names = [line.target.name for line in Duo(reached.client).plan(["rio-mutatie-bestanden"], "", tmp_path).lines]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "address",
    ["https://127.0.0.1/x.csv", "http://onderwijsdata.duo.nl/x.csv", "https://evil.example/x.csv", "", None, 7],
)
def test_an_address_in_the_catalogue_is_foreign_input(
    server: Publisher, reached: Reached, shared: Path, tmp_path: Path, address: object
) -> None:
    ckan(server, shared, {}, {"url": address})
    plan = Duo(reached.client).plan(["adressen_vo"], "", tmp_path)
    assert plan.lines == ()
    assert sum("wordt niet opgehaald" in text for text in plan.remarks) == 3


@pytest.mark.parametrize(
    "last", ["..%2f..%2fetc%2fpasswd.csv", "%2e%2e", ".ssh", "a%00b.csv", "CON", "x/../../y.csv", "%5c%5chost%5cx.csv"]
)
def test_no_name_in_the_catalogue_leads_out_of_the_folder(
    server: Publisher, reached: Reached, shared: Path, tmp_path: Path, last: str
) -> None:
    ckan(server, shared, {}, {"url": f"https://onderwijsdata.duo.nl/download/{last}", "name": "../../naam"})
    for line in Duo(reached.client).plan(["adressen_vo"], "", tmp_path).lines:
        assert line.target.parent == tmp_path / "duo" / "adressen_vo"
        assert not line.target.name.startswith(".")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b"null",
        b'{"success": true}',
        b'{"success": false, "result": {}}',
        b"[" * 5000,
        b"\xff\xfe",
    ],
)
def test_a_catalogue_that_answers_nonsense_is_told(
    server: Publisher, reached: Reached, tmp_path: Path, body: bytes
) -> None:
    server.routes[f"{CKAN}/package_show"] = Answer(body)
    with pytest.raises(FetchFailed):
        Duo(reached.client).plan(["adressen_vo"], "", tmp_path)


@pytest.mark.parametrize("result", [{"resources": None}, {"resources": [1, None, {}]}, {"resources": {}}, [], "x"])
def test_a_package_of_odd_shape_gives_no_files(
    server: Publisher, reached: Reached, tmp_path: Path, result: Any
) -> None:
    server.routes[f"{CKAN}/package_show"] = Answer(json.dumps({"success": True, "result": result}).encode())
    assert Duo(reached.client).plan(["adressen_vo"], "", tmp_path).lines == ()


def test_one_file_that_is_gone_keeps_no_other_back(
    server: Publisher, reached: Reached, shared: Path, files: dict[str, Path], tmp_path: Path
) -> None:
    ckan(server, shared, files)
    done = list(carry_out(reached.client, Duo(reached.client).plan(["adressen_vo"], "", tmp_path)))
    assert ["404" in one.error.message_nl if one.error else None for one in done] == [True, True, None]


def test_the_shipped_list_is_that_of_the_catalogues(shared: Path) -> None:
    for publisher, name, key in (("DUO", "duo", "_ckan_id"), ("ROA", "roa", "_roa_id"), ("UWV", "uwv", "_ckan_id")):
        listed = json.loads((shared / "catalogues" / f"{name}_resources.json").read_text(encoding="utf-8"))
        assert [one.dataset for one in known() if one.publisher == publisher] == [entry[key] for entry in listed]
    assert all(one.table in TABLES for one in known() if one.table)
    assert not any(one.table for one in known() if one.publisher in {"ROA", "UWV"})
