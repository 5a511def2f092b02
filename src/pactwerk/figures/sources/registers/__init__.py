"""Registers: tables of codes, names, places and dates that other tables are read with; never summed."""

from pactwerk.figures.sources.registers.brin import BRIN_REGISTER, LOCATION_REGISTER
from pactwerk.figures.sources.registers.fields import Field, Kind, Register, mostly, register_contract
from pactwerk.figures.sources.registers.fixed_width import fits, read_fixed_width
from pactwerk.figures.sources.registers.headed import read_headed
from pactwerk.figures.sources.registers.higher_education import (
    HO_INSTITUTIONS,
    HO_LOCATIONS,
    HO_PROGRAMME_NAMES,
    HO_PROGRAMMES_ISCED,
    PRIOR_EDUCATION,
    PRIOR_EDUCATION_ORIGINAL,
)
from pactwerk.figures.sources.registers.municipality_list import MUNICIPALITY_LIST
from pactwerk.figures.sources.registers.successions import SUCCESSIONS

FIXED_WIDTH = (
    LOCATION_REGISTER,
    BRIN_REGISTER,
    HO_LOCATIONS,
    HO_PROGRAMMES_ISCED,
    PRIOR_EDUCATION_ORIGINAL,
    PRIOR_EDUCATION,
    HO_PROGRAMME_NAMES,
    HO_INSTITUTIONS,
)
"""In the order in which lines are compared with them: those with most positions first."""

__all__ = [
    "FIXED_WIDTH",
    "MUNICIPALITY_LIST",
    "SUCCESSIONS",
    "Field",
    "Kind",
    "Register",
    "fits",
    "mostly",
    "read_fixed_width",
    "read_headed",
    "register_contract",
]
