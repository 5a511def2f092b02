"""CBS/PDOK, borders of municipalities as GeoJSON in WGS84."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

import json
import re
import secrets
from collections.abc import Iterator
from typing import Any

from pactwerk.basis.dated import CalendarYear, Period
from pactwerk.figures.sources import engine
from pactwerk.figures.sources.bands import band_warnings
from pactwerk.figures.sources.contract import Column, Contract
from pactwerk.figures.sources.editions import EditionKind, decide_edition
from pactwerk.figures.sources.job import Job, Result, hashed
from pactwerk.figures.sources.refusal import Refused, refuse_at, refuse_many
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.texts import Text

CONTRACT = Contract(
    table="borders",
    name_nl="CBS/PDOK, gemeentegrenzen (GeoJSON)",
    name_en="CBS/PDOK, borders of municipalities (GeoJSON)",
    reference="https://www.pdok.nl/introductie/-/article/cbs-gebiedsindelingen",
    edition=EditionKind.YEAR,
    columns=tuple(Column(key, (key,)) for key in ("statcode", "statnaam", "geometry")),
    signature=None,
    rows=(340, 450),
)
# The Netherlands in degrees, with a margin; national coordinates (RD, metres) are far outside.
_LONGITUDE = (2.5, 8.0)
_LATITUDE = (50.0, 54.5)
_Row = tuple[int, str, str, str]


def recognised(text: str) -> bool:
    """Whether the text is a GeoJSON collection whose areas are municipalities."""
    start = text[:20_000]
    if '"FeatureCollection"' not in start:
        return False
    areas = text[:400_000]
    # under any name: a renamed code is to be refused by name, not passed over
    return re.search(r':\s*"GM\d{4}"', areas) is not None and re.search(r'"(Multi)?Polygon"', areas) is not None


def read(job: Job) -> Result:
    """Read one year; `row` is the number of the feature in the file, from 1. Raises Refused."""
    features = _features(job.text)
    _refuse_nameless(features)
    found = _rows(features)
    years = sorted({str(year) for year in _years(features)})
    if len(years) > 1:
        listed = ", ".join(years)
        raise Refused(Text(f"jrstatcode noemt meer jaren: {listed}", f"jrstatcode names several years: {listed}"))
    content: Period | None = CalendarYear(years[0]) if years else None
    period, warnings = decide_edition(job.name, CONTRACT.edition, job.edition, content)
    file_id = job.file_id(None if content else period)
    observations = _write(job, found, file_id, str(period))
    checksum = "\n".join(sorted("\t".join(row[1:]) for row in found))
    return Result(
        CONTRACT.table, str(period), file_id, len(found), observations,
        hashed(CONTRACT.table, str(period), len(found), checksum), job.target(CONTRACT.table, file_id),
        (str(period),), (), tuple(warnings + band_warnings(CONTRACT, len(found), (row[1] for row in found))),
    )  # fmt: skip


def _features(text: str) -> list[Any]:
    try:
        features = json.loads(text).get("features")
    except json.JSONDecodeError as error:
        raise refuse_many(
            [RowProblem(error.lineno, "", Text(f"het bestand is niet heel (JSON: {error.msg})", f"JSON: {error.msg}"))]
        ) from None
    if not isinstance(features, list):
        raise Refused(Text("'features' ontbreekt", "'features' is missing"))
    return features


def _refuse_nameless(features: list[Any]) -> None:
    """Refuse a file of which no feature has the properties by which we know it. Raises Refused."""
    there = {name for feature in features for name in _parts(feature)[0]}
    for wanted in ("statcode", "statnaam"):
        if wanted not in there:
            listed = ", ".join(sorted(there))
            nl = f"eigenschap '{wanted}' ontbreekt; er zijn {listed}"
            raise refuse_at(1, wanted, nl, f"property '{wanted}' is missing; there are {listed}")


def _rows(features: list[Any]) -> list[_Row]:
    found: list[_Row] = []
    bad: list[RowProblem] = []
    seen: set[str] = set()
    for number, feature in enumerate(features, 1):
        properties, geometry = _parts(feature)
        code, name = str(properties.get("statcode") or ""), str(properties.get("statnaam") or "")
        problem = _problem(code, name, geometry, seen)
        seen.add(code)
        if problem:
            bad.append(RowProblem(number, problem[0], problem[1]))
        else:
            found.append((number, code, name, json.dumps(geometry, separators=(",", ":"))))
    if bad:
        raise refuse_many(bad)
    return found


def _parts(feature: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    if not isinstance(feature, dict):
        return {}, {}
    properties, geometry = feature.get("properties"), feature.get("geometry")
    return (properties if isinstance(properties, dict) else {}), (geometry if isinstance(geometry, dict) else {})


def _problem(code: str, name: str, geometry: dict[str, Any], seen: set[str]) -> tuple[str, Text] | None:
    if not re.fullmatch(r"GM\d{4}", code):
        return "statcode", Text(f"'{code}' is geen gemeentecode", f"'{code}' is no municipality code")
    if code in seen:
        return "statcode", Text(f"{code} komt twee keer voor", f"{code} occurs twice")
    if not name:
        return "statnaam", Text("naam ontbreekt", "name is missing")
    if geometry.get("type") not in {"Polygon", "MultiPolygon"}:
        return "geometry", Text("geen vlak (Polygon of MultiPolygon)", "no area (Polygon or MultiPolygon)")
    if not _in_degrees(geometry.get("coordinates")):
        return "geometry", Text("coördinaten zijn niet in graden (WGS84)", "coordinates are not in degrees (WGS84)")
    return None


def _in_degrees(coordinates: Any) -> bool:
    point = next(_points(coordinates), None)
    if point is None:
        return False
    longitude, latitude = point
    return _LONGITUDE[0] < longitude < _LONGITUDE[1] and _LATITUDE[0] < latitude < _LATITUDE[1]


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    if not isinstance(coordinates, list) or not coordinates:
        return
    if isinstance(coordinates[0], int | float) and len(coordinates) >= 2:
        yield float(coordinates[0]), float(coordinates[1])
        return
    for part in coordinates:
        yield from _points(part)


def _years(features: list[Any]) -> Iterator[str]:
    for feature in features:
        properties, _ = _parts(feature)
        year = str(properties.get("jrstatcode") or "")[:4]
        if re.fullmatch(r"(19|20)\d\d", year):
            yield year


def _write(job: Job, found: list[_Row], file_id: str, year: str) -> int:
    job.scratch.mkdir(parents=True, exist_ok=True)
    file = job.scratch / f"{secrets.token_hex(8)}.json"
    lines = [dict(zip(("row", "municipality", "name", "geometry"), row, strict=True)) for row in found]
    try:
        file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
        source = (
            f"read_json({engine.literal(file)}, format = 'newline_delimited', columns = "
            "{'row': 'INTEGER', 'municipality': 'VARCHAR', 'name': 'VARCHAR', 'geometry': 'VARCHAR'}, "
            "maximum_object_size = 67108864)"
        )
        return engine.write_parquet(
            f"SELECT {engine.literal(file_id)} AS file_id, row, {engine.literal(year)} AS year, municipality, name, "
            f"geometry FROM {source}",
            job.target(CONTRACT.table, file_id),
        )
    finally:
        file.unlink(missing_ok=True)
