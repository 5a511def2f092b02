"""Log lines that hold no personal data and no secrets (PRI-05): what is not listed here is not written."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

OWN = ("pactwerk.", "django.")
# Django puts what the client sent into the message itself, not into its arguments.
MESSAGE_IS_TYPED = ("django.security.",)


class StructuredFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, the message's template, route, status, and where an error arose.

    Left out on purpose: the message's arguments, addresses with their query, headers, form values, and the text of
    exceptions (a database error quotes the row, a validation error the input).
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": _event(record),
            **_request(record),
            **_error(record),
        }
        return json.dumps({key: value for key, value in line.items() if value not in ("", None, [])})


def _event(record: logging.LogRecord) -> str:
    """The template of the message when the product or Django wrote it; others may have typed text in theirs."""
    known = record.name.startswith(OWN) and not record.name.startswith(MESSAGE_IS_TYPED)
    return str(record.msg) if known and isinstance(record.msg, str) else f"{record.module}:{record.lineno}"


def _request(record: logging.LogRecord) -> dict[str, Any]:
    request = getattr(record, "request", None)
    match = getattr(request, "resolver_match", None)
    return {
        "route": getattr(match, "route", None),
        "method": getattr(request, "method", None),
        "status": getattr(record, "status_code", None),
    }


def _error(record: logging.LogRecord) -> dict[str, Any]:
    if not record.exc_info or record.exc_info[0] is None:
        return {}
    frames = traceback.extract_tb(record.exc_info[2])
    return {
        "error": record.exc_info[0].__name__,
        "trace": [f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames],
    }
