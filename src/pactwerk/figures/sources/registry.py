"""Every table that is read: its contract, its reader, and how a file that is no delimited text becomes its sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from pactwerk.figures.sources import (
    borders,
    disadvantage_scores,
    early_leavers,
    education_level,
    end_scores,
    exam_subjects,
    exams,
    ho_enrolled,
    ho_entrants,
    ho_graduates,
    home_distance,
    key_figures,
    marks,
    mbo_students,
    pc4_population,
    po_addresses,
    po_pupils,
    population,
    postcodes,
    repeaters,
    unemployment,
    vo_addresses,
    vo_home_postcodes,
    vo_location_totals,
    vo_pupils,
)
from pactwerk.figures.sources.advice import derived, published
from pactwerk.figures.sources.cbs import statline
from pactwerk.figures.sources.contract import Contract
from pactwerk.figures.sources.geography import (
    area_codes,
    localities,
    municipality_points,
    postcode_points,
    school_points,
)
from pactwerk.figures.sources.job import Job, Result
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.registers import (
    FIXED_WIDTH,
    MUNICIPALITY_LIST,
    SUCCESSIONS,
    Register,
    fits,
    read_fixed_width,
    read_headed,
)
from pactwerk.figures.sources.sheet import Sheet
from pactwerk.figures.sources.tidy import Shape, read


@dataclass(frozen=True)
class Table:
    """One table with a header.

    `sheet_of` makes its sheet from a file that only this table's module understands. `which` decides between tables
    that have one and the same header: it gives the contract of the table that the file is, or raises Refused.
    """

    contract: Contract
    read: Callable[[Job, Layout], Result]
    sheet_of: Callable[[Job], Sheet | None] | None = None
    which: Callable[[Job, Layout], Contract] | None = None


@dataclass(frozen=True)
class Special:
    """A table without a header line, recognised and read by its own module."""

    contract: Contract
    recognised: Callable[[str], bool]
    read: Callable[[Job], Result]


def tidy(contract: Contract, shape: Shape, sheet_of: Callable[[Job], Sheet | None] | None = None) -> Table:
    """A table of the one shape of observations."""
    return Table(contract, lambda job, layout: read(job, layout, shape), sheet_of)


def headed(register: Register) -> Table:
    """A register with a header line."""
    return Table(register.contract, lambda job, layout: read_headed(job, layout, register))


def fixed_width(register: Register) -> Special:
    """A register in fixed positions."""
    return Special(register.contract, lambda text: fits(register, text), lambda job: read_fixed_width(job, register))


HEADED = (
    Table(vo_pupils.CONTRACT, vo_pupils.read),
    Table(exams.CONTRACT, exams.read),
    Table(vo_addresses.CONTRACT, vo_addresses.read),
    Table(po_addresses.CONTRACT, po_addresses.read),
    tidy(early_leavers.CONTRACT, early_leavers.SHAPE),
    tidy(repeaters.CONTRACT, repeaters.SHAPE),
    tidy(marks.CONTRACT, marks.SHAPE),
    tidy(exam_subjects.CONTRACT, exam_subjects.SHAPE),
    tidy(vo_location_totals.CONTRACT, vo_location_totals.SHAPE),
    tidy(vo_home_postcodes.CONTRACT, vo_home_postcodes.SHAPE),
    tidy(po_pupils.CONTRACT, po_pupils.SHAPE),
    tidy(home_distance.CONTRACT, home_distance.SHAPE),
    tidy(end_scores.CONTRACT, end_scores.SHAPE),
    tidy(disadvantage_scores.CONTRACT, disadvantage_scores.SHAPE, disadvantage_scores.sheet_of),
    tidy(derived.CONTRACT, derived.SHAPE, derived.sheet_of),
    tidy(published.CONTRACT, published.SHAPE),
    tidy(population.CONTRACT, population.SHAPE),
    tidy(key_figures.CONTRACT, key_figures.SHAPE, statline.sheet_of),
    tidy(education_level.CONTRACT, education_level.SHAPE),
    tidy(unemployment.CONTRACT, unemployment.SHAPE),
    tidy(pc4_population.CONTRACT, pc4_population.SHAPE, pc4_population.sheet_of),
    Table(localities.CONTRACT, localities.read),
    Table(postcode_points.CONTRACT, postcode_points.read),
    tidy(mbo_students.CONTRACT, mbo_students.SHAPE),
    Table(ho_graduates.CONTRACT, ho_graduates.read),
    Table(ho_entrants.CONTRACT, ho_entrants.read, which=ho_enrolled.which),
    Table(ho_enrolled.CONTRACT, ho_enrolled.read, which=ho_enrolled.which),
    headed(SUCCESSIONS),
    headed(MUNICIPALITY_LIST),
)
"""In the order in which a header is compared with them: the stricter signature first."""

SPECIAL = (
    Special(borders.CONTRACT, borders.recognised, borders.read),
    Special(area_codes.CONTRACT, area_codes.recognised, area_codes.read),
    Special(school_points.CONTRACT, school_points.recognised, school_points.read),
    Special(municipality_points.CONTRACT, municipality_points.recognised, municipality_points.read),
    Special(postcodes.CONTRACT, postcodes.recognised, postcodes.read),
    *(fixed_width(register) for register in FIXED_WIDTH),
)

_ALL: tuple[Table | Special, ...] = (*HEADED, *SPECIAL)

TABLES = MappingProxyType({entry.contract.table: entry.contract for entry in _ALL})
"""The contract of every table, by its name; of a table with several layouts that of the last one."""
