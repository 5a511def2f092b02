"""Published values as a `PublishableTable`."""

import re
from datetime import date
from functools import cache

from pactwerk.figures.disclosure_control import PublishableTable, Row, Source, open_published_figures
from pactwerk.figures.indicators.published.table import PublishedValue, published_values
from pactwerk.figures.indicators.rules import classify
from pactwerk.figures.texts import Text

_YEAR = re.compile(r"\d{4}")


def _source(value: PublishedValue) -> Source:
    if value.source.startswith("http"):
        return Source(file=value.edition, url=value.source)
    return Source(file=value.source)


def _row(value: PublishedValue) -> Row:
    return Row(
        indicator=value.indicator,
        definition=value.definition,
        area=value.area,
        period=value.period,
        by=value.by,
        value=value.value,
        numerator=value.numerator,
        unit=value.unit,
        status=value.mark,
        basis="published",
        publication_edition=value.edition,
        sources=(_source(value),),
        note=_note(value),
    )


def _note(value: PublishedValue) -> Text:
    """The note of the table, and the class that the publisher's own limits give the value."""
    year = _YEAR.match(value.period)
    label = classify(value.indicator, value.value, date(int(value.period[:4]), 12, 31)) if year else None
    said = [Text(value.note)] if value.note else []
    said += [Text(f"typering: {label.name}", f"class: {label.name.en}")] if label else []
    return Text("; ".join(said), "; ".join(text.en for text in said))


@cache
def published_figures(indicator: str | None = None, area: str | None = None) -> PublishableTable:
    """The cited values of an indicator and an area (every one when not named), oldest period first.

    Needs no release and no file. Two rows are comparable only when definition and publication edition are equal.
    Units are the publisher's own (%, leerlingen, x 1000 personen, ...) and stand in each row.
    """
    chosen = [
        value
        for value in published_values()
        if (indicator is None or value.indicator == indicator) and (area is None or value.area == area)
    ]
    chosen.sort(key=lambda value: (value.indicator, value.area, value.period))
    dimensions = tuple(dict.fromkeys(name for value in chosen for name in value.by))
    return open_published_figures((_row(value) for value in chosen), dimensions)
