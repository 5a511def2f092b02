"""DUO, decode tables of every institution and location that ever was (Dec_brinnummer, Dec_brinvestigingsnummer).

Reference: DUO, Bestandsbeschrijving Dec-bestanden: Dec_instellingscode.asc, Dec_instellingscodevest.asc.
"""

from pactwerk.figures.sources.registers.fields import Field, Kind, Register, register_contract
from pactwerk.figures.texts import Text

_REFERENCE = "DUO, Bestandsbeschrijving Dec-bestanden (1 cijfer hoger onderwijs)"


def _rest(start: int) -> tuple[Field, ...]:
    """Name, place, opening and closing, denomination: the same in both tables, from a position on."""
    return (
        Field("name", blank=True, start=start, length=30),
        Field("postcode4", Kind.DIGITS_4, blank=True, start=start + 30, length=4),
        Field("town", blank=True, start=start + 34, length=24),
        Field("opened", Kind.COMPACT_DAY, start=start + 58, length=8),
        Field("closed", Kind.COMPACT_DAY, blank=True, start=start + 66, length=8),
        Field("denomination", Kind.CODE, blank=True, start=start + 74, length=3),
        Field("denomination_name", blank=True, start=start + 77, length=30),
    )


_INSTITUTIONS = (Field("brin", Kind.BRIN, start=1, length=4), *_rest(5))
_LOCATIONS = (
    Field("brin", Kind.BRIN, start=1, length=4),
    Field("location", Kind.LOCATION, start=1, length=6),
    *_rest(7),
)

BRIN_REGISTER = Register(
    register_contract(
        "brin_register",
        Text("DUO, instellingscodes met opening en sluiting", "DUO, institution codes with opening and closing"),
        _REFERENCE,
        _INSTITUTIONS,
        (17_000, 25_000),
    ),
    _INSTITUTIONS,
    unique=("brin",),
    dated="opened",
)

LOCATION_REGISTER = Register(
    register_contract(
        "location_register",
        Text("DUO, vestigingscodes met opening en sluiting", "DUO, location codes with opening and closing"),
        _REFERENCE,
        _LOCATIONS,
        (24_000, 35_000),
    ),
    _LOCATIONS,
    unique=("location",),
    dated="opened",
)
