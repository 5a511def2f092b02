"""Every table that is read: its contract, its reader, and how a file that is no delimited text becomes its sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from pactwerk.figures.sources import (
    borders,
    early_leavers,
    education_level,
    exams,
    key_figures,
    pc4_population,
    po_addresses,
    population,
    postcodes,
    unemployment,
    vo_addresses,
    vo_pupils,
)
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
    """One table with a header. `sheet_of` makes its sheet from a file that only this table's module understands."""

    contract: Contract
    read: Callable[[Job, Layout], Result]
    sheet_of: Callable[[Job], Sheet | None] | None = None


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
    return Special(
        register.contract, lambda text: fits(register, text), lambda job: read_fixed_width(job, register)
    )


HEADED = (
    Table(vo_pupils.CONTRACT, vo_pupils.read),
    Table(exams.CONTRACT, exams.read),
    Table(vo_addresses.CONTRACT, vo_addresses.read),
    Table(po_addresses.CONTRACT, po_addresses.read),
    tidy(early_leavers.CONTRACT, early_leavers.SHAPE),
    tidy(population.CONTRACT, population.SHAPE),
    tidy(key_figures.CONTRACT, key_figures.SHAPE, statline.sheet_of),
    tidy(education_level.CONTRACT, education_level.SHAPE),
    tidy(unemployment.CONTRACT, unemployment.SHAPE),
    tidy(pc4_population.CONTRACT, pc4_population.SHAPE, pc4_population.sheet_of),
    Table(localities.CONTRACT, localities.read),
    Table(postcode_points.CONTRACT, postcode_points.read),
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

TABLES = MappingProxyType({entry.contract.table: entry.contract for entry in (*HEADED, *SPECIAL)})
"""The contract of every table, by its name; of a table with several layouts that of the last one."""
