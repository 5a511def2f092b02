"""RIO, successions between institutions, locations and boards (OVERGANGEN): who went over into whom, and when.

Functions, kinds and laws stay in RIO's own codes: of function U the codes are of institutions (00AA), of D mostly of
locations (00AA00), of B of competent authorities.

Reference: DUO, RIO (Registratie Instellingen en Opleidingen), open data on institutions: overgangen.
"""

from types import MappingProxyType

from pactwerk.figures.sources.registers.fields import Field, Kind, Register, mostly, register_contract
from pactwerk.figures.texts import Text

KINDS = MappingProxyType({"F": "fusie", "V": "overdracht", "S": "splitsing", "D": "verzelfstandiging"})

_FIELDS = (
    Field("old", Kind.ADMINISTRATION, accepted=("NR_ADMIN_VAN",)),
    Field("old_function", Kind.CODE, accepted=("CODE_FUNCTIE_VAN",)),
    Field("old_kind", Kind.CODE, blank=True, accepted=("CODE_SOORT_VAN",), required=False),
    Field("old_law", Kind.CODE, blank=True, accepted=("CODE_WET_VAN",), required=False),
    Field("new", Kind.ADMINISTRATION, accepted=("NR_ADMIN_NAAR",)),
    Field("new_function", Kind.CODE, accepted=("CODE_FUNCTIE_NAAR",)),
    Field("new_kind", Kind.CODE, blank=True, accepted=("CODE_SOORT_NAAR",), required=False),
    Field("new_law", Kind.CODE, blank=True, accepted=("CODE_WET_NAAR",), required=False),
    Field("day", Kind.DAY, accepted=("DT_OVERGANG",)),
    Field("kind", Kind.CODE, accepted=("CODE_OVERGANG",), words=KINDS),
    Field("whole", Kind.YES_NO, accepted=("IND_VOLLEDIG",)),
    Field("standing", Kind.CODE, blank=True, accepted=("CODE_STAND_RECORD",), required=False),
)

SUCCESSIONS = Register(
    register_contract(
        "successions",
        Text("RIO, overgangen tussen instellingen en vestigingen", "RIO, successions of institutions and locations"),
        "DUO, RIO, overgangen (OVERGANGEN)",
        _FIELDS,
        (8_000, 15_000),
        ignored=("NAAM_OVERGANG",),
        key=("old", Kind.ADMINISTRATION.pattern),
        signature=mostly("NRADMINVAN", "NRADMINNAAR", "DTOVERGANG", "CODEOVERGANG", "INDVOLLEDIG"),
    ),
    _FIELDS,
    unique=("old", "new", "day", "kind"),
    dated="day",
)
