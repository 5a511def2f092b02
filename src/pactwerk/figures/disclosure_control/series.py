"""Where the figures of a table may not be compared over time, and why: every series on its own."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from pactwerk.figures.disclosure_control.row import Row
from pactwerk.figures.indicators.breaks import breaks_between
from pactwerk.figures.texts import Text

Edition = tuple[str, str | None]
"""Definition and publication edition: figures are comparable only when both agree."""
SPAN = " – "
"""Between the first and the last period of an edition that tells of several."""
_Key = tuple[object, ...]
_Series = dict[str, list[Row]]


def broken_pairs(rows: Iterable[Row]) -> tuple[tuple[str, str], ...]:
    """Pairs of consecutive periods of some series that nothing comparable joins."""
    found = {
        (before, after)
        for periods in _series(rows).values()
        for before, after in pairwise(sorted(periods))
        if not _joined(periods[before], periods[after])
    }
    return tuple(sorted(found))


def break_texts(rows: Sequence[Row]) -> list[Text]:
    """For each row the break between the period before it in its series and its own; empty where there is none."""
    series = _series(rows)
    before: dict[tuple[_Key, str], str] = {
        (key, later): earlier for key, periods in series.items() for earlier, later in pairwise(sorted(periods))
    }
    texts = []
    for row in rows:
        key = _key(row)
        earlier = before.get((key, row.period))
        texts.append(_text(series[key][earlier], row) if earlier else Text(""))
    return texts


def _key(row: Row) -> _Key:
    return (row.indicator, row.area, tuple(sorted(row.by.items())), row.basis)


def _series(rows: Iterable[Row]) -> dict[_Key, _Series]:
    found: dict[_Key, _Series] = {}
    for row in rows:
        found.setdefault(_key(row), {}).setdefault(row.period, []).append(row)
    return found


def edition_of(row: Row) -> Edition:
    """What makes a figure comparable: its definition and, of a cited value, the edition of the publication.

    Computed figures of one definition are one series, file after yearly file, as long as no edition `restated` another.
    """
    return row.definition, None if row.basis == "computed" else row.publication_edition


def _joined(earlier: Sequence[Row], later: Sequence[Row]) -> bool:
    """Whether at least one definition and edition runs on, with no declared break between."""
    return any(comparable(before, after) for before in earlier for after in later)


def comparable(before: Row, after: Row) -> bool:
    """Whether two figures of one series may be compared: one definition and edition, and no break between them."""
    return _same_edition(before, after) and not _declared(before, after)


def restated(before: Row, after: Row) -> bool:
    """Whether two computed figures stand in different editions that both tell of a same period.

    Then the later edition may have counted anew, and the figures of the earlier one are not its beginning. Editions
    that follow each other without a period in common are one series.
    """
    earlier, later = before.publication_edition or "", after.publication_edition or ""
    if before.basis != "computed" or earlier == later or not (SPAN in earlier or SPAN in later):
        return False
    (first, last), (start, end) = _ends(earlier), _ends(later)
    return bool(earlier and later) and first <= end and start <= last


def _ends(edition: str) -> tuple[str, str]:
    first, _, last = edition.partition(SPAN)
    return first, last or first


def _same_edition(before: Row, after: Row) -> bool:
    return edition_of(before) == edition_of(after) and not restated(before, after)


def _declared(before: Row, after: Row) -> list[Text]:
    found = breaks_between(after.indicator, after.definition, before.period, after.period, after.by)
    return [entry.effect for entry in found if not entry.comparable]


def _text(earlier: Sequence[Row], row: Row) -> Text:
    """What lies between a row and the figures of the period before it."""
    if any(comparable(before, row) for before in earlier):
        return Text("")
    declared = _declared(earlier[-1], row)
    if not any(_same_edition(before, row) for before in earlier):
        declared.insert(0, Text("Andere definitie of uitgave.", "Another definition or edition."))
    return Text(" ".join(declared), " ".join(text.en for text in declared))
