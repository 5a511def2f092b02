"""The share of technology at single locations: the publisher's own grain, each hidden cell an interval."""

# ruff: noqa: S608  -- SQL over our own names; every code in it passes engine.literal

from collections.abc import Iterable, Iterator, Sequence

from pactwerk.figures.disclosure_control import PublishableTable, Row, Source, open_computed_figures
from pactwerk.figures.indicators.counting import Measure
from pactwerk.figures.indicators.measures import measures_of
from pactwerk.figures.releases.engine import Connection, connect
from pactwerk.figures.releases.evidence import Asked, prepare, quoted
from pactwerk.figures.releases.query import FigureQuery
from pactwerk.figures.releases.release import Release

INDICATORS = ("K03", "E01")
"""Third-years of bb/kb/gl in technology, and candidates of their exams."""


def school_figures(release: Release, locations: Sequence[str]) -> PublishableTable:
    """The technical shares of some locations, per period under the definition that holds for the country.

    `area` of a row is the location's code. A location without pupils of the kind in a period has no row.
    """
    rows = [row for code in INDICATORS for row in _of_indicator(release, code, locations)] if locations else []
    rows.sort(key=lambda row: (row.area, row.indicator, row.period))
    return open_computed_figures(rows, release=release.id, example=release.manifest.example)


def _of_indicator(release: Release, code: str, locations: Sequence[str]) -> Iterator[Row]:
    """Rows under each definition that the country has, from the very files it was counted from."""
    country = release.figures(FigureQuery(code, "PV99" if release.manifest.example else "NL")).rows
    for measure in measures_of(code):
        told = [row for row in country if row.definition == measure.definition]
        if told and isinstance(measure, Measure):
            connection = connect(threads=1)
            try:
                yield from _of_measure(connection, release, measure, told, locations)
            finally:
                connection.close()


def _of_measure(
    connection: Connection, release: Release, measure: Measure, told: Sequence[Row], locations: Sequence[str]
) -> Iterator[Row]:
    of_file = {kept.sha256: kept.file_id for kept in release.manifest.files}
    named = {of_file[source.sha256]: source for row in told for source in row.sources if source.sha256 in of_file}
    like = {row.period: row for row in told}
    counted = [(row.period, name) for row in told for name in _files(row, of_file)]
    asked = Asked("", None, (), counted, measure)
    prepare(connection, release.folder, release.manifest, asked)
    sums = ", ".join(
        f"coalesce(sum(f.{side}) FILTER (WHERE {'' if part else 'NOT '}f.{measure.flag}), 0)::INT"
        for part in (True, False)
        for side in ("low", "high")
    )
    found = connection.execute(
        f"SELECT f.location, f.period, any_value(f.file_id), {sums} FROM facts f"
        f" WHERE {asked.rows} AND f.in_total AND f.location IN ({quoted(locations)}) GROUP BY 1, 2"
    ).fetchall()
    for location, period, file_id, *bounds in found:
        if any(bounds):
            yield _row(location, like[period], named[file_id], bounds)


def _files(row: Row, of_file: dict[str, str]) -> Iterable[str]:
    return (of_file[source.sha256] for source in row.sources if source.sha256 in of_file)


def _row(location: str, like: Row, source: Source, bounds: Sequence[int]) -> Row:
    """A share from the bounds of its part and of the rest; they move apart, so that the share's bounds are exact."""
    low, high, rest_low, rest_high = bounds
    ends = (_share(low, rest_high), _share(high, rest_low))
    exact = low == high and rest_low == rest_high
    return Row(
        indicator=like.indicator,
        definition=like.definition,
        area=location,
        period=like.period,
        value=ends[0] if exact else None,
        low=ends[0],
        high=ends[1],
        numerator=low if low == high else None,
        denominator=low + rest_low if exact else None,
        numerator_low=low,
        numerator_high=high,
        denominator_low=low + rest_low,
        denominator_high=high + rest_high,
        unit=like.unit,
        status=like.status,
        sources=(source,),
    )


def _share(part: int, rest: int) -> float:
    return 100.0 * part / (part + rest) if part + rest else 0.0
