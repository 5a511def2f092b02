"""Small pieces of real files, one or more of every kind of file that is read: what the fuzzing starts from."""

import io
import json
import zipfile
from pathlib import Path

from tests.figures.sources.real_tables import FILES, bendable

_ROWS = 12
_FIXED = ("Dec_postcodecijfers_2021", "Dec_brinnummer", "Dec_ho_ISCED", "Dec_vest_ho", "Dec_vooropl", "Dec_vopl")


def corpus(data: Path) -> dict[str, tuple[str, bytes]]:
    """Per kind of file a name that tells its edition, and the bytes."""
    found: dict[str, tuple[str, bytes]] = {}
    for table, file in FILES.items():
        found[table] = (Path(file.path).name, bendable(data, file).first(_ROWS).data())
    for name in _FIXED:
        lines = (data / "duo-registers" / "dec" / f"{name}.asc").read_bytes().split(b"\r\n")
        found[name] = (f"{name}.asc", b"\r\n".join(lines[:_ROWS]) + b"\r\n")
    found["area_codes"] = ("Landsdeel_2015.json", _layer(data))
    points = json.loads((data / "geo" / "nederland_gemeenten_centroids.json").read_text())
    found["municipality_points"] = ("middelpunten.json", json.dumps(points[:_ROWS]).encode())
    enrolled = json.loads((data / "duo-ho" / "ingeschrevenen-hbo-2020-2024.json").read_text())
    found["ho_enrolled"] = ("ingeschrevenen-hbo-2020-2024.json", json.dumps(enrolled[:_ROWS]).encode())
    found["borders"] = ("gemeente_2023.geojson", _features(data / "geo" / "gemeente_2023.geojson", 2))
    found["school_points"] = ("scholen20220501.geo.zip", _schools(data))
    found["pc4_population"] = ("pc4_2024_v1.xlsx", _workbook())
    return found


def _layer(data: Path) -> bytes:
    topology = json.loads((data / "geo" / "2015" / "Landsdeel_2015_layer_labels_q1e3.json").read_text())
    topology["arcs"] = [arc[:4] for arc in topology["arcs"]]
    return json.dumps(topology).encode()


def _features(path: Path, count: int) -> bytes:
    collection = json.loads(path.read_text(encoding="utf-8"))
    collection["features"] = collection["features"][:count]
    return json.dumps(collection).encode()


def _schools(data: Path) -> bytes:
    source = data / "derived" / "scholen-geojson-edugis" / "scholen20220501.geo.zip"
    with zipfile.ZipFile(source) as archive:
        collection = json.loads(archive.read(archive.namelist()[0]))
    collection["features"] = collection["features"][:3]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("scholen.json", json.dumps(collection))
    return target.getvalue()


_OPEN = "http://schemas.openxmlformats.org"
_TO = f"{_OPEN}/officeDocument/2006/relationships"
_XML = '<?xml version="1.0"?>'


def _relations(kind: str, target: str) -> str:
    relation = f'<Relationship Id="rId1" Type="{_TO}/{kind}" Target="{target}"/>'
    return f'{_XML}<Relationships xmlns="{_OPEN}/package/2006/relationships">{relation}</Relationships>'


_PARTS = {
    "[Content_Types].xml": f'{_XML}<Types xmlns="{_OPEN}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": f'{_XML}<workbook xmlns="{_OPEN}/spreadsheetml/2006/main" xmlns:r="{_TO}">'
    '<sheets><sheet name="PC4" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml"),
}
_CELLS = (
    ("Kerncijfers, peildatum 1 januari 2024", "", ""),
    ("", "Inwoners", ""),
    ("", "Totaal", "Leeftijdklassen"),
    ("Postcode-4", "Totaal", "tot 15 jaar"),
    ("Code", "x1", "x1"),
    ("1011", "10010", "680"),
    ("1012", "9120", "-99997"),
)


def workbook(cells: tuple[tuple[str, ...], ...]) -> bytes:
    """The smallest workbook of one sheet that holds these texts."""
    rows = "".join(
        f'<row r="{at}">'
        + "".join(
            f'<c r="{chr(65 + place)}{at}" t="inlineStr"><is><t>{text}</t></is></c>' for place, text in enumerate(row)
        )
        + "</row>"
        for at, row in enumerate(cells, 1)
    )
    sheet = (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in {**_PARTS, "xl/worksheets/sheet1.xml": sheet}.items():
            archive.writestr(name, text)
    return target.getvalue()


def _workbook() -> bytes:
    return workbook(_CELLS)
