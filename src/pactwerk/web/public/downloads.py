"""CSV and JSON twins: the same `PublishableTable` the page shows, as a file."""

from __future__ import annotations

import re

from django.http import HttpResponse

from pactwerk.figures.disclosure_control import PublishableTable


def csv_response(table: PublishableTable, name: str) -> HttpResponse:
    """The table as a CSV download; example data carries the mark in the file name and a header field."""
    return _file(table, table.to_csv(), "text/csv; charset=utf-8", f"{name}.csv")


def json_response(table: PublishableTable, name: str) -> HttpResponse:
    """The table as a JSON list; every object says whether it is example data."""
    return _file(table, table.to_json(), "application/json", f"{name}.json")


def _file(table: PublishableTable, text: str, content_type: str, name: str) -> HttpResponse:
    return text_response(text, content_type, name, example=table.example)


def text_response(text: str, content_type: str, name: str, *, example: bool) -> HttpResponse:
    """A text as a download, marked when it is about example data."""
    safe = re.sub(r"[^A-Za-z0-9._-]+", "-", name)
    prefix = "voorbeeldgegevens-" if example else ""
    headers = {"Content-Disposition": f'attachment; filename="{prefix}{safe}"'}
    if example:
        headers["X-Pactwerk-Example"] = "voorbeeldgegevens"
    return HttpResponse(text, content_type=content_type, headers=headers)
