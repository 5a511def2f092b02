"""Import templates: an empty sheet with the columns that a table's contract asks for (A78)."""

from __future__ import annotations

import csv
import io

from pactwerk.figures.sources import TABLES
from pactwerk.figures.sources.contract import Contract, plain


def contracts() -> tuple[Contract, ...]:
    """The contract of every table that can be read, by the name of its table."""
    return tuple(TABLES[name] for name in sorted(TABLES))


def has_header(contract: Contract) -> bool:
    """Whether the table has a header line; without one (fixed width, GeoJSON) there is no template to fill in."""
    return contract.signature is not None


def template_columns(contract: Contract) -> tuple[str, ...]:
    """The headers of a template: every column that is read by its newest name, then the amounts."""
    named = [column.accepted[0] for column in contract.read_columns]
    amounts = contract.wide.complete([]) if contract.wide else []
    return tuple(dict.fromkeys([*named, *amounts]))


def is_recognised(contract: Contract) -> bool:
    """Whether a sheet with only the template's header is taken for this very table."""
    signature = contract.signature
    return signature is not None and signature(frozenset(plain(name) for name in template_columns(contract)))


def template_csv(contract: Contract) -> str:
    """The template as text: semicolons as Dutch spreadsheets use them, one header line, nothing below."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow(template_columns(contract))
    return text.getvalue()
