"""Reading a table of higher education: with the sexes in a column or in the years, provisional or final."""

from dataclasses import replace

from pactwerk.figures.sources.job import Job, Result
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.refusal import refuse_at
from pactwerk.figures.sources.tidy import Shape
from pactwerk.figures.sources.tidy import read as read_tidy


def read(job: Job, layout: Layout, shape: Shape) -> Result:
    """Read one file. Raises Refused, also when neither a column nor the years tell the sex.

    DUO calls the newest edition's figures provisional in the file's name (*voorlopige aantallen*).
    """
    if "sex" not in layout.positions and not all(sex for _, sex in (column.groups for column in layout.wide)):
        raise refuse_at(layout.header_line, "GESLACHT", "kolom 'GESLACHT' ontbreekt", "column 'GESLACHT' is missing")
    provisional = "voorlopig" in job.name.lower()
    return read_tidy(job, layout, replace(shape, status="voorlopig") if provisional else shape)
