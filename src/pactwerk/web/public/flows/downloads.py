"""A flow as a file: the links as CSV, the stocks as CSV, or everything as JSON."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse

from pactwerk.web.design.wording import note_text
from pactwerk.web.public.downloads import csv_response, text_response
from pactwerk.web.public.flows.page import FlowPage

STOCKS = "standen"


def flow_csv(request: HttpRequest, page: FlowPage) -> HttpResponse:
    """The links; with `?deel=standen` the stocks."""
    if request.GET.get("deel") == STOCKS:
        return csv_response(page.stock_table, f"{_file_name(page)}-{STOCKS}")
    return csv_response(page.table, _file_name(page))


def flow_json(page: FlowPage) -> HttpResponse:
    """Names, moments, links and stocks; the figures are those of the CSV."""
    content = {
        "code": page.flow.code,
        "name": note_text(page.flow.name),
        "followed": page.flow.followed,
        "stages": list(page.moments),
        "states": {code: note_text(name) for side in page.sides for code, name in side.flow.words.items()},
        "links": json.loads(page.table.to_json()),
        "stocks": json.loads(page.stock_table.to_json()),
        "notes": list(page.notes),
        "example": page.example,
    }
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    return text_response(text, "application/json", f"{_file_name(page)}.json", example=page.example)


def _file_name(page: FlowPage) -> str:
    question = page.question
    parts = [question.source.code, question.area.code, question.start, question.track, question.split]
    return "-".join(part for part in parts if part)
