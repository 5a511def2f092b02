"""A delivery as text, CSV and JSON; numbers are written as the gate writes them, never sharper."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from pactwerk.figures.disclosure_control.serialise import bounds, number
from pactwerk.figures.releases.delivery import Change, Delivered, Delivery
from pactwerk.figures.texts import Text

HEAD = (
    *("indicator", "name", "definition", "area", "period", "value", "low", "high", "unit", "numerator", "denominator"),
    *("since", "change", "change_low", "change_high", "change_unit", "break", "status", "known_at", "sources"),
)


def to_csv(delivery: Delivery, *, dutch: bool) -> str:
    """The figures year on year; files, definitions and what is missing stand in the text and the JSON."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    writer.writerows([cell[name] for name in HEAD] for cell in _cells(delivery, dutch=dutch))
    return out.getvalue()


def _cells(delivery: Delivery, *, dutch: bool) -> Iterator[dict[str, str]]:
    for series in delivery.series:
        name = series.indicator.name_nl if dutch else series.indicator.name_en
        for figure in series.figures:
            row = figure.row
            value, low, high = bounds(row)
            yield {
                "indicator": row.indicator,
                "name": name,
                "definition": row.definition,
                "area": row.area,
                "period": row.period,
                "value": value,
                "low": low,
                "high": high,
                "unit": row.unit,
                "numerator": "" if row.numerator is None else str(row.numerator),
                "denominator": "" if row.denominator is None else str(row.denominator),
                **_changed(figure.change),
                "break": _side(figure.broken, dutch=dutch),
                "status": row.status,
                "known_at": (row.known_at or "")[:10],
                "sources": "; ".join(dict.fromkeys(source.label for source in row.sources)),
            }


def _changed(change: Change | None) -> dict[str, str]:
    names = ("since", "change", "change_low", "change_high", "change_unit")
    if change is None:
        return dict.fromkeys(names, "")
    exact = change.low == change.high
    low, high = (number(side, "%", towards=way) for side, way in ((change.low, "down"), (change.high, "up")))
    value = number(change.low, "%") if exact else ""
    return dict(zip(names, (change.since, value, value or low, value or high, change.unit), strict=True))


def as_data(delivery: Delivery, *, dutch: bool) -> dict[str, Any]:
    """Everything of the delivery as plain data, texts in one language."""
    manifest = delivery.release.manifest
    return {
        "release": manifest.id,
        "created": manifest.created,
        "area": delivery.area.code,
        "area_name": delivery.area.name_nl if dutch else delivery.area.name_en,
        "example": delivery.example,
        "figures": list(_cells(delivery, dutch=dutch)),
        "definitions": [
            {
                "indicator": series.indicator.code,
                "definition": entry.code,
                "text": entry.text_nl if dutch else entry.text_en,
                "reference": entry.reference,
            }
            for series in delivery.series
            for entry in series.definitions
        ],
        "files": [
            {
                "name": kept.name,
                "table": kept.table,
                "edition": kept.edition,
                "publisher": kept.publisher,
                "licence": kept.licence,
                "loaded": kept.known_at,
                "retrieved": kept.retrieved,
                "url": kept.url,
                "sha256": kept.sha256,
            }
            for kept in delivery.files
        ],
        "missing": [
            {"indicator": entry.code, "reason": _side(reason, dutch=dutch)} for entry, reason in delivery.without
        ],
        "remarks": [_side(text, dutch=dutch) for text in manifest.warnings],
    }


def to_json(delivery: Delivery, *, dutch: bool) -> str:
    """Everything of the delivery as JSON text."""
    return json.dumps(as_data(delivery, dutch=dutch), ensure_ascii=False, indent=1)


def to_text(delivery: Delivery, *, dutch: bool) -> str:
    """The delivery to be read: per indicator its series, then definitions, files, what is missing, and remarks."""
    data = as_data(delivery, dutch=dutch)
    words = _WORDS[0 if dutch else 1]
    parts = [f"{words['head']}: {data['area_name']} ({data['area']}), {words['release']} {data['release']}"]
    if delivery.example:
        parts.append(words["example"])
    for series in delivery.series:
        name = series.indicator.name_nl if dutch else series.indicator.name_en
        unit = series.indicator.unit if dutch else series.indicator.unit_en
        parts.append(f"\n{series.indicator.code} {name} ({unit})")
        parts += [_line(figure, words, dutch=dutch) for figure in series.figures]
    parts.append(f"\n{words['definitions']}")
    parts += [f"  {one['indicator']} [{one['definition']}] {one['text']} ({one['reference']})"
              for one in data["definitions"]]  # fmt: skip
    parts.append(f"\n{words['files']}")
    parts += [f"  {one['name']}: {one['publisher']}, {one['licence']}, {one['loaded'][:10]}" for one in data["files"]]
    parts.append(f"\n{words['missing']}")
    parts += [f"  {one['indicator']}: {one['reason']}" for one in data["missing"]]
    if data["remarks"]:
        parts.append(f"\n{words['remarks']}")
        parts += [f"  {text}" for text in data["remarks"]]
    return "\n".join(parts)


def _line(figure: Delivered, words: dict[str, str], *, dutch: bool) -> str:
    value, low, high = bounds(figure.row)
    cells = [
        f"  {figure.row.period}",
        f"[{figure.row.definition}]",
        value or f"{low} {words['to']} {high}",
        figure.row.status,
    ]
    told = _changed(figure.change)
    if told["since"]:
        size = told["change"] or f"{told['change_low']} {words['to']} {told['change_high']}"
        cells.append(f"{words['change']} {told['since']}: {size} {told['change_unit']}")
    if figure.broken:
        cells.append(f"{words['break']}: {_side(figure.broken, dutch=dutch)}")
    return "  ".join(cells)


def _side(text: Text, *, dutch: bool) -> str:
    return str(text) if dutch else text.en


_WORDS = (
    {
        "head": "Datalevering", "release": "uitgave", "example": "*** VOORBEELDGEGEVENS ***",
        "definitions": "Definities", "files": "Bestanden: uitgever, licentie, geladen op", "missing": "Zonder cijfer",
        "remarks": "Opmerkingen bij deze uitgave", "change": "verschil met", "break": "breuk", "to": "tot",
    },
    {
        "head": "Data delivery", "release": "release", "example": "*** EXAMPLE DATA (voorbeeldgegevens) ***",
        "definitions": "Definitions", "files": "Files: publisher, licence, loaded on", "missing": "Without a figure",
        "remarks": "Remarks on this release", "change": "change since", "break": "break", "to": "to",
    },
)  # fmt: skip
