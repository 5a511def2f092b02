"""Where the counts of a pseudo-cohort are read: an area has ready figures, a location observations."""

from pactwerk.figures.flows.pseudo.asking import LOCATION
from pactwerk.figures.flows.pseudo.reading import Read, Reader
from pactwerk.figures.releases.query import FigureQuery
from pactwerk.figures.releases.release import Release
from pactwerk.figures.texts import Text


def reader_of(release: Release, place: str) -> Reader:
    """How the figures of a place are read."""
    if LOCATION.fullmatch(place):
        from pactwerk.figures.flows.pseudo.location import location_reader

        return location_reader(release, place)

    def read(code: str, period: str, by: tuple[str, ...]) -> Read:
        table = release.figures(FigureQuery(code, place, period, by))
        notes = tuple(note for note in table.notes if isinstance(note, Text))
        return Read(table.rows, notes, table.example)

    return read
