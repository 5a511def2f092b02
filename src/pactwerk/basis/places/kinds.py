"""What an area is, and the ways in which an area can be composed."""

from dataclasses import dataclass, field
from enum import StrEnum

from pactwerk.basis.readable import ReadableError


class AreaKind(StrEnum):
    """The kinds of area; areas do not nest."""

    COUNTRY = "land"
    LANDSDEEL = "landsdeel"
    PROVINCE = "provincie"
    MUNICIPALITY = "gemeente"
    COROP = "corop"
    RPA = "rpa-gebied"
    REGION = "regio"
    LABOUR_MARKET = "arbeidsmarktregio"
    SUBREGION = "deelregio"
    STO = "sto-regio"
    PACT = "pactgebied"
    EXAMPLE = "voorbeeldgebied"


class UnknownArea(ReadableError):
    """No area has this code."""

    def __init__(self, code: str) -> None:
        """Name the code and show what codes look like."""
        super().__init__(
            f"Gebied '{code}' is onbekend; een gebied is bijvoorbeeld NL, LD01, PV27, GM0361 of TP-NOORD.",
            f"Area '{code}' is unknown; an area is for instance NL, LD01, PV27, GM0361 or TP-NOORD.",
        )


@dataclass(frozen=True)
class Area:
    """A piece of geography. `composition_known` is False where nobody published of what it consists."""

    code: str
    kind: AreaKind
    name_nl: str
    name_en: str
    composition_known: bool = True
    note_nl: str = ""
    note_en: str = ""
    reference: str = ""


class MembershipKind(StrEnum):
    """How the members of an area are told."""

    EVERYTHING = "alles"
    PROVINCES = "provincies"
    MUNICIPALITIES = "gemeenten"
    ADDRESS_COLUMN = "adreskolom"
    UNKNOWN = "onbekend"


@dataclass(frozen=True)
class Membership:
    """The members of an area: province codes, municipality codes, or one value in a column of the address files.

    For ADDRESS_COLUMN, `column` is `wgr`, `rpa`, `corop` or `rmc` (columns of `vo_addresses` and `po_addresses`)
    and `value` the text in it. `own_choice` marks a composition that we chose and nobody published.
    """

    kind: MembershipKind
    provinces: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    column: str = ""
    value: str = ""
    own_choice: bool = False
    reference: str = field(default="")
