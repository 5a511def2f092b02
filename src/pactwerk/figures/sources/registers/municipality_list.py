"""CBS, the municipalities of a year with their province (Gemeenten alfabetisch), as a workbook or as text.

Reference: CBS, https://www.cbs.nl/nl-nl/onze-diensten/methoden/classificaties/overig/gemeentelijke-indelingen-per-jaar
"""

from pactwerk.figures.sources.contract import plain
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.registers.fields import Field, Kind, Register, register_contract
from pactwerk.figures.texts import Text

_FIELDS = (
    Field("municipality", Kind.MUNICIPALITY, accepted=("GemeentecodeGM", "GM_CODE")),
    Field("municipality_name", Kind.NAME, accepted=("Gemeentenaam", "GM_NAAM")),
    Field("province", Kind.PROVINCE, accepted=("ProvinciecodePV", "PV_CODE"), required=False),
    Field("province_name", Kind.TEXT, accepted=("Provincienaam", "PV_NAAM"), required=False),
)
_ACCEPTED = frozenset(plain(name) for field in _FIELDS for name in field.accepted)

_KNOWN = _ACCEPTED | {"GEMEENTECODE", "PROVINCIECODE"}
_SHORT = frozenset({"GMCODE", "GMNAAM"})


def _is_list(names: frozenset[str]) -> bool:
    """The code and the name of municipalities and little else: one of two columns may be renamed, of more two."""
    others = len(names - _KNOWN)
    return (len(names & _ACCEPTED) >= 2 and others <= 2) or (bool(names & _SHORT) and len(names) == 2)


MUNICIPALITY_LIST = Register(
    register_contract(
        "municipality_list",
        Text("CBS, gemeenten van een jaar met provincie", "CBS, municipalities of a year with province"),
        "https://www.cbs.nl/nl-nl/onze-diensten/methoden/classificaties/overig/gemeentelijke-indelingen-per-jaar",
        _FIELDS,
        (300, 500),
        edition=EditionKind.YEAR,
        ignored=("Gemeentecode", "Provinciecode"),
        key=("municipality", Kind.MUNICIPALITY.pattern),
        signature=_is_list,
        publisher="CBS",
        licence="CC-BY 4.0 (CBS)",
    ),
    _FIELDS,
    unique=("municipality",),
    parted="province",
)
