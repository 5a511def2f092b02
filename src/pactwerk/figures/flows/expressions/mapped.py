"""A file of another layout as ours, by its mapping."""

import ibis
import ibis.expr.types as ir

from pactwerk.figures.flows.records.mapping import RecordColumn, RecordMapping
from pactwerk.figures.flows.records.statements import Schema


def enrolments(raw_columns: Schema, mapping: RecordMapping, source: str) -> ir.Table:
    """The columns that the mapping gives, over the raw view `source`."""
    raw = ibis.table({name: kind for name, kind in raw_columns if kind != "unknown"}, name=source)
    for choice in mapping.rows:
        raw = raw.filter(_text(raw, choice.column).isin(choice.values))
    made = {column.field: _column(raw, column) for column in mapping.columns}
    made |= {field: ibis.literal(value) for field, value in mapping.constants}
    return raw.select(**made)


def _text(raw: ir.Table, column: RecordColumn) -> ir.StringValue:
    """The characters of the file, without blanks around them; nothing is the empty text."""
    if column.start:
        own = raw.c0.substr(column.start - 1, column.length).strip().fill_null("")
    else:
        found = raw[column.header]
        text = found if found.type().is_string() else found.cast("string")
        own = text.strip().fill_null("")
    return _text(raw, column.after) + ":" + own if column.after else own


def _column(raw: ir.Table, column: RecordColumn) -> ir.Value:
    text = _text(raw, column)
    if column.date:
        return _date(text, column.date)
    if column.codes:
        rest = text if column.otherwise is None else ibis.literal(column.otherwise)
        text = text.cases(*column.codes, else_=rest)
    if column.digits:
        text = ibis.ifelse(text == "", text, text.lpad(column.digits, "0"))
    if column.prefix:
        text = ibis.ifelse(text == "", text, ibis.literal(column.prefix) + text)
    return text


def _date(text: ir.StringValue, form: str) -> ir.DateValue:
    """A date out of its digits; what is none is empty."""
    plain = form.replace("%Y", "YYYY").replace("%m", "MM").replace("%d", "DD")
    year, month, day = (text.substr(plain.find(part), len(part)) for part in ("YYYY", "MM", "DD"))
    return (year + "-" + month + "-" + day).try_cast("date")
