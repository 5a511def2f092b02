"""What must be said beside figures: of the area, of the borders, of what is missing and what has no municipality."""

from collections.abc import Iterator

from pactwerk.basis.places import Area
from pactwerk.figures.indicators import Indicator
from pactwerk.figures.indicators.measures import measures_of
from pactwerk.figures.indicators.study import Study
from pactwerk.figures.releases.border_years import PlaceReport, border_notes
from pactwerk.figures.releases.manifest import Manifest
from pactwerk.figures.releases.parts import gap_notes, needed_notes
from pactwerk.figures.releases.query import FigureQuery
from pactwerk.figures.texts import Text


def notes_on(
    manifest: Manifest, report: PlaceReport, found: Indicator, place: Area, query: FigureQuery
) -> tuple[Text, ...]:
    """Everything that a reader of the figures of a query must know."""
    notes = [Text(place.note_nl, place.note_en)] if place.note_nl else []
    if found.code == "R01":
        notes.append(
            Text(
                "De periode is de datum van de kopie van het adressenbestand.",
                "The period is the date of the copy of the address file.",
            )
        )
    notes += border_notes(query, found.tables, report)
    notes += _parts(manifest, found, query)
    if "municipality" in query.by:
        notes += _unmatched(manifest, found, query)
    return tuple(dict.fromkeys(notes))


def _parts(manifest: Manifest, found: Indicator, query: FigureQuery) -> Iterator[Text]:
    """The files without which an area or a period has no figure."""
    for table in found.tables:
        yield from gap_notes(manifest.gaps.get(table, {}), table, query.area, query.period)
    for study in measures_of(found.code):
        if isinstance(study, Study) and study.needs_parts and query.definition in (None, study.definition):
            periods = manifest.periods.get(study.table, ())
            yield from needed_notes(manifest.origins, study.table, study.needs_parts, query.period, periods)


def _unmatched(manifest: Manifest, found: Indicator, query: FigureQuery) -> Iterator[Text]:
    for entry in manifest.quality.get("without_municipality", ()):
        fits = entry["table"] in found.tables and query.period in ("all", entry["period"])
        if fits and entry["unmatched"]:
            yield Text(
                f"{entry['period']}: {entry['unmatched']} van {entry['locations']} vestigingen zonder gemeente"
                " tellen mee in het land en de provincie, in geen gemeente.",
                f"{entry['period']}: {entry['unmatched']} of {entry['locations']} locations without a municipality"
                " count in the country and the province, in no municipality.",
            )
