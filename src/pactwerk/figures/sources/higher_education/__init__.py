"""What DUO's tables of higher education (hbo and wo) share: columns, years, codes, and how one is told from another."""

from collections.abc import Callable

from pactwerk.figures.sources.higher_education.codes import coded, part
from pactwerk.figures.sources.higher_education.columns import COLUMNS, of_higher_education, years
from pactwerk.figures.sources.higher_education.reading import read
from pactwerk.figures.sources.job import Job, Result
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.tidy import Shape

__all__ = ["COLUMNS", "of_higher_education", "reader", "shape_of", "years"]


def shape_of(measure: str, day: str = "10-01") -> Shape:
    """The shape of a table that counts `measure` on a day, per municipality where the programme is given."""
    _, says = years(measure)
    return Shape(concept="school", says=says, coded=coded(), day=day, part=part)


def reader(shape: Shape) -> Callable[[Job, Layout], Result]:
    """The reader of a table of this shape."""
    return lambda job, layout: read(job, layout, shape)
