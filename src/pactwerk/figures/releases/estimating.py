"""Estimates in the place of bounds: for sums and shares over cells that the publisher hid, when somebody asks for them.

The distribution of a class of cells is fitted to the whole country (`figures.estimating`); the estimate of an area uses
only what the publisher shows of it and how many of its cells are hidden. No other row or total is used to look behind a
hidden cell, so that nothing can be read from an estimate that the publisher hid.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pactwerk.figures.disclosure_control import PublishableTable, Row, open_estimated_figures
from pactwerk.figures.estimating import MARK, Cells, Fitted, TooFewCells, estimated_share, estimated_sum, fit, shown
from pactwerk.figures.estimating.estimate import Estimate, Part
from pactwerk.figures.indicators.measures import Computed, measures_of
from pactwerk.figures.indicators.study import Study
from pactwerk.figures.releases.engine import Connection, connect
from pactwerk.figures.releases.evidence import Asked, cells_in_area, cells_of_country, prepare
from pactwerk.figures.releases.explaining import Evidence, counted_files
from pactwerk.figures.releases.query import FigureQuery
from pactwerk.figures.texts import Text

_KINDS = frozenset({"share", "count"})
ESTIMATED = Text(
    "Schatting: verborgen aantallen zijn geschat uit de verdeling van de getoonde; het interval is 95 procent.",
    "Estimate: hidden counts are estimated from the distribution of the shown ones; the interval is 95 per cent.",
)
REFUSED = Text(
    "Geen schatting onder vijf (ook niet van de rest), over één cel of bij te weinig cellen: daar blijven grenzen.",
    "No estimate below five (nor of the rest), over a single cell or with too few cells: there the bounds remain.",
)

Class = tuple[str, str]
"""Role of the cells (`part` of the numerator or `rest`) and their kind (track or level)."""
Found = dict[tuple[str, ...], dict[Class, tuple[int, int]]]
"""Per period and breakdown, and per class: the sum of the shown cells and the number of hidden ones."""


def estimated(table: PublishableTable, query: FigureQuery, release: Evidence) -> PublishableTable:
    """The same figures with an estimate where only bounds are known; exact figures stay exact.

    Where no estimate may or can be given the bounds stay, and a note says so.
    """
    query, found, _ = query.checked()
    measures = {measure.definition: measure for measure in measures_of(found.code)}
    bounded = [row for row in table if row.value is None and row.low is not None]
    wanted = {name: [row for row in bounded if row.definition == name] for name in {row.definition for row in bounded}}
    connection = connect(threads=1)
    try:
        made: dict[int, Row] = {}
        for definition, rows in wanted.items():
            made |= _estimates(release, connection, query, measures[definition], rows)
    finally:
        connection.close()
    answered = tuple(made.get(id(row), row) for row in table)
    notes = list(table.notes)
    notes += [ESTIMATED] if made else []
    notes += [REFUSED] if len(made) < len(bounded) else []
    return open_estimated_figures(answered, query.by, release=release.manifest.id, example=table.example, notes=notes)


def _estimates(
    release: Evidence, connection: Connection, query: FigureQuery, measure: Computed, rows: list[Row]
) -> dict[int, Row]:
    """Rows of one definition by the identity of the row they stand for; those that may not be given are absent."""
    if measure.kind not in _KINDS or (isinstance(measure, Study) and not measure.inside):
        return {}
    counted = sorted({(row.period, name) for row in rows for name in counted_files(release, row)})
    asked = Asked(query.area, query.borders, query.by, counted, measure)
    cursor = connection.cursor()
    try:
        prepare(cursor, release.folder, release.manifest, asked)
        cells: Found = defaultdict(dict)
        for period, *codes, role, kind, known, hidden in cursor.execute(cells_in_area(asked)).fetchall():
            cells[period, *codes][role, kind] = (int(known), int(hidden))
        fitted = _fitted(cursor.execute(cells_of_country(asked)).fetchall())
    finally:
        cursor.close()
    made = {}
    for row in rows:
        estimate = _of_row(measure.kind, cells.get((row.period, *(row.by[n] for n in query.by)), {}), fitted, row)
        if estimate is not None:
            made[id(row)] = _marked(row, estimate)
    return made


def _fitted(rows: Iterable[tuple[str, str, str, int, int, int]]) -> dict[tuple[str, ...], Fitted]:
    """Per period, role and kind the distribution; of kinds with too few cells none."""
    classes: dict[tuple[str, ...], list[tuple[int, int, int]]] = defaultdict(list)
    for period, role, kind, low, high, times in rows:
        classes[period, role, kind].append((int(low), int(high), int(times)))
    found = {}
    for key, cells in classes.items():
        ranges = {(low, high) for low, high, _ in cells if low < high}
        if len(ranges) != 1:
            continue  # nothing hidden, or cells hidden in several ways: no one distribution
        ((low, high),) = ranges
        exact = {first: times for first, last, times in cells if first == last}
        hidden = sum(times for first, last, times in cells if first < last)
        try:
            found[key] = fit(Cells(exact, hidden, low, high))
        except TooFewCells:
            continue
    return found


def _of_row(
    kind: str, cells: Mapping[Class, tuple[int, int]], fitted: Mapping[tuple[str, ...], Fitted], row: Row
) -> Estimate | None:
    """The estimate of one figure as it may be shown, or None."""
    sides: dict[str, list[Part]] = {"part": [], "rest": []}
    for (role, name), (known, hidden) in cells.items():
        distribution = fitted.get((row.period, role, name))
        if hidden and distribution is None:
            return None
        sides[role].append(Part(known, hidden, distribution))
    if not sides["part"]:
        return None
    count = estimated_sum(sides["part"])
    rest = estimated_sum(sides["rest"]).value if sides["rest"] else None
    if kind == "count":
        return shown(count, count.value, rest)
    return shown(estimated_share(sides["part"], sides["rest"]), count.value, rest) if sides["rest"] else None


def _marked(row: Row, estimate: Estimate) -> Row:
    """An estimate instead of the bounds, never outside them; numerator and denominator keep their bounds."""
    low, high = max(estimate.low, row.low or 0.0), min(estimate.high, row.high or estimate.high)
    value = min(max(estimate.value, low), high)
    note = Text(f"{estimate.hidden} verborgen cellen geschat", f"{estimate.hidden} hidden cells estimated")
    return replace(row, value=value, low=low, high=high, status=MARK, note=note)
