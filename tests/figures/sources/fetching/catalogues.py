"""DUO's and CBS's services as a local publisher speaks them, filled with the shared catalogue and real files."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pactwerk.basis.places import municipality_by_name
from tests.figures.sources.fetching.server import Answer, File, Publisher

CKAN = "https://onderwijsdata.duo.nl/api/3/action"
ODATA = "https://datasets.cbs.nl/odata/v1/CBS"
POPULATION = "03759ned"
_TOTAL = {"Geslacht": "T001038", "BurgerlijkeStaat": "T001019"}

Row = Mapping[str, Any]


def ckan(server: Publisher, shared: Path, files: Mapping[str, Path], more: Mapping[str, Any] | None = None) -> None:
    """DUO's catalogue with all its real data sets; `files` gives bytes to resources by the end of their address."""
    listed = json.loads((shared / "catalogues" / "duo_resources.json").read_text(encoding="utf-8"))
    packages = {entry["_ckan_id"]: _package(entry, files, more or {}) for entry in listed}

    def show(address: str, _headers: Mapping[str, str]) -> Answer:
        found = packages.get(_asked(address, "id"))
        return _json({"success": True, "result": found}) if found else _json({"success": False}, 404)

    def search(address: str, _headers: Mapping[str, str]) -> Answer:
        text, start, rows = _asked(address, "q").lower(), int(_asked(address, "start")), int(_asked(address, "rows"))
        hits = [one for one in packages.values() if text in json.dumps(one).lower()]
        return _json({"success": True, "result": {"count": len(hits), "results": hits[start : start + rows]}})

    server.routes[f"{CKAN}/package_show"] = show
    server.routes[f"{CKAN}/package_search"] = search
    server.routes[f"{CKAN}/package_list"] = _json({"success": True, "result": list(packages)})
    for address in (one["url"] for entry in listed for one in entry["_resources"]):
        path = files.get(address.rpartition("/")[2])
        if path:
            where = f"https://onderwijsdata.duo.nl{urlsplit(address).path}"
            server.routes[where] = File(path.read_bytes(), etag=f'"{path.stat().st_size}"')


def _package(entry: Row, files: Mapping[str, Path], more: Mapping[str, Any]) -> dict[str, Any]:
    resources = []
    for one in entry["_resources"]:
        path = files.get(one["url"].rpartition("/")[2])
        known = {"id": one["id"], "name": one["naam"], "url": one["url"], "format": one["format"], "hash": ""}
        size = path.stat().st_size if path else None
        resources.append({**known, "size": size, "last_modified": "2025-10-01T06:00:00.000000", **more})
    return {"name": entry["_ckan_id"], "title": entry["bron"], "license_title": "CC-BY 4.0", "resources": resources}


def population(shared: Path) -> list[Row]:
    """The figures of the StatLine export as CBS's service gives them, by the codes that it uses."""
    path = next((shared / "cbs").glob("Bevolking__*.csv"))
    rows: list[Row] = []
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for line in csv.DictReader(stream, delimiter=";"):
            code = municipality_by_name(line["Regio's"])
            if code is None:
                assert not line["Bevolking op 1 januari (aantal)"], line
                continue
            value = line["Bevolking op 1 januari (aantal)"]
            rows.append(
                {
                    "Id": len(rows),
                    "Measure": "M000352",
                    "ValueAttribute": "None" if value else "Impossible",
                    "Value": float(value) if value else None,
                    "StringValue": None,
                    **_TOTAL,
                    "Leeftijd": f"{10000 + 10 * (1 + int(line['Leeftijd'].split()[0]))}",
                    "RegioS": code,
                    "Perioden": f"{line['Perioden']}JJ00",
                }
            )
    return rows


def codes_of_population(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """The code lists of the table."""
    ages = sorted({row["Leeftijd"] for row in rows})
    years = sorted({row["Perioden"] for row in rows})
    regions = sorted({row["RegioS"] for row in rows})
    status = {years[-1]: "Voorlopig"}
    return {
        "LeeftijdCodes": [{"Identifier": code, "Title": f"{int(code) // 10 - 1001} jaar"} for code in ages],
        "PeriodenCodes": [
            {"Identifier": code, "Title": code[:4], "Status": status.get(code, "Definitief")} for code in years
        ],
        "RegioSCodes": [{"Identifier": code, "Title": f"naam van {code}"} for code in regions],
        "GeslachtCodes": [{"Identifier": "T001038", "Title": "Totaal mannen en vrouwen"}],
        "BurgerlijkeStaatCodes": [{"Identifier": "T001019", "Title": "Totaal burgerlijke staat"}],
        "MeasureGroups": [{"Id": "G1", "ParentId": None, "Title": "Bevolking"}],
        "MeasureCodes": [
            {"Identifier": "M000352", "Title": "Bevolking op 1 januari", "Unit": "aantal", "MeasureGroupId": "G1"},
            {"Identifier": "M000001", "Title": "Gemiddelde bevolking", "Unit": "aantal", "MeasureGroupId": "G1"},
        ],
    }


def odata(
    server: Publisher, table: str, rows: Sequence[Row], lists: Mapping[str, Sequence[Row]], page: int = 10_000
) -> None:
    """CBS's service with one table: its properties, code lists, and observations in pages with a `nextLink`."""
    base = f"{ODATA}/{table}"
    properties = {"Identifier": table, "Title": f"Tabel {table}", "Modified": "2024-04-11T02:00:00+02:00",
                  "Status": "Regulier", "ObservationCount": len(rows)}  # fmt: skip
    server.routes[f"{base}/Properties"] = _json(properties)
    for name, entries in lists.items():
        server.routes[f"{base}/{name}"] = _json({"value": list(entries)})
    server.routes[f"{base}/Observations/$count"] = Answer(f"\ufeff{len(rows)}".encode())

    def observations(address: str, _headers: Mapping[str, str]) -> Answer:
        start = int(_asked(address, "$skip") or 0)
        answer: dict[str, Any] = {"@odata.context": f"{base}/$metadata", "value": list(rows[start : start + page])}
        if start + page < len(rows):
            answer["@odata.nextLink"] = f"{base}/Observations?$skip={start + page}"
        return _json(answer)

    server.routes[f"{base}/Observations"] = observations
    server.routes[f"{ODATA}/Datasets"] = _json(
        {"value": [{"Identifier": POPULATION, "Title": "Bevolking"}, {"Identifier": "70072ned", "Title": "Kern"}]}
    )


def _asked(address: str, name: str) -> str:
    return parse_qs(urlsplit(address).query).get(name, [""])[0]


def _json(data: Any, status: int = 200) -> Answer:
    return Answer(json.dumps(data).encode(), status, {"Content-Type": "application/json"})
