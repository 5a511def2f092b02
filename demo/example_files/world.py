"""The invented schools of Voorbeeldland: no such school, board, municipality, postcode or BRIN exists.

BRIN codes begin with 98 (vo) and 99 (po), postcodes with 895, board numbers with 99: nothing of that is in use.
"""

from dataclasses import dataclass, field

PROVINCE = "Voorbeeldland"
SEED = 2013


@dataclass(frozen=True)
class Location:
    """One school location. `intake` is how many pupils start in year 1, per track; `profiles` what vmbo offers."""

    key: str
    name: str
    municipality: str
    board: str
    structure: str
    intake: dict[str, int]
    profiles: tuple[str, ...] = ()
    merged_into: str = ""

    @property
    def brin(self) -> str:
        return self.key[:4]


BOARDS = {
    "99001": "Voorbeeldstichting Waterrijk Onderwijs",
    "99002": "Voorbeeldvereniging De Dijk",
    "99003": "Voorbeeldstichting Tandwiel",
    "99004": "Voorbeeldstichting Vonkenburg",
    "99005": "Voorbeeldstichting Bouterdijk",
    "99006": "Voorbeeldvereniging Klein Lasmeer",
    "99007": "Voorbeeldstichting Molendrecht",
}

VO = (
    Location("98AA00", "Voorbeeldcollege De Dijk", "GM9901", "99002", "HAVO/VWO", {"havo": 130, "vwo": 95}),
    Location(
        "98AA01",
        "Voorbeeldcollege De Dijk vmbo",
        "GM9901",
        "99002",
        "VBO/MAVO",
        {"bb": 62, "kb": 74, "gl": 28, "tl": 66},
        ("PIE", "BWI", "ZWE", "EO"),
    ),
    Location("98AB00", "Voorbeeldlyceum Nieuw-Voorbeeld", "GM9902", "99001", "HAVO/VWO", {"havo": 105, "vwo": 110}),
    Location(
        "98AB01",
        "Voorbeeldvakschool Nieuw-Voorbeeld",
        "GM9902",
        "99001",
        "VBO",
        {"bb": 58, "kb": 66, "gl": 30},
        ("PIE", "MVI", "DP", "ZWE"),
    ),
    Location(
        "98AC00",
        "Voorbeeldcollege Schroefhaven",
        "GM9903",
        "99003",
        "VBO/MAVO",
        {"bb": 44, "kb": 50, "tl": 52},
        ("MTE", "MTR", "EO"),
    ),
    Location(
        "98AD00",
        "Voorbeeldcollege Molendrecht",
        "GM9904",
        "99007",
        "MAVO/HAVO/VWO",
        {"tl": 60, "havo": 84, "vwo": 48},
    ),
    Location(
        "98AD01",
        "Voorbeeldvakschool Molendrecht",
        "GM9904",
        "99007",
        "VBO",
        {"bb": 40, "kb": 46, "gl": 26},
        ("G", "DP", "BWI"),
    ),
    Location(
        "98AE00",
        "Voorbeeldlyceum Vonkenburg",
        "GM9905",
        "99004",
        "MAVO/HAVO/VWO",
        {"tl": 70, "havo": 98, "vwo": 74},
    ),
    Location(
        "98AE01",
        "Voorbeeldvakschool Vonkenburg",
        "GM9905",
        "99004",
        "VBO",
        {"bb": 52, "kb": 58, "gl": 22},
        ("PIE", "MTR", "ZWE", "HBR"),
    ),
    Location(
        "98AF00",
        "Voorbeeldschool Tandwielerveen",
        "GM9906",
        "99003",
        "VBO/MAVO",
        {"bb": 30, "kb": 34, "tl": 38},
        ("PIE", "ZWE"),
        merged_into="98AC00",
    ),
    Location(
        "98AG00",
        "Voorbeeldcollege Bouterdijk",
        "GM9907",
        "99005",
        "MAVO/HAVO",
        {"tl": 64, "havo": 72},
    ),
    Location(
        "98AG01",
        "Voorbeeldvakschool Bouterdijk",
        "GM9907",
        "99005",
        "VBO",
        {"bb": 54, "kb": 52, "gl": 18},
        ("BWI", "MVI", "EO", "DP"),
    ),
    Location("98AH00", "Voorbeeldgymnasium Lasmeer", "GM9908", "99006", "VWO", {"vwo": 88}),
)

MERGER_YEARS_AGO = 4
"""98AF00 closes this many school years before the latest; its pupils appear at the location it merged into."""


@dataclass(frozen=True)
class PrimaryBoard:
    """How many primary schools a board has at the older and at the newer register date."""

    number: str
    then: int
    now: int
    municipalities: tuple[str, ...] = field(default=())


PRIMARY = (
    PrimaryBoard("99001", 7, 7, ("GM9901", "GM9902")),
    PrimaryBoard("99002", 5, 5, ("GM9901", "GM9903")),
    PrimaryBoard("99003", 4, 0, ("GM9903", "GM9906")),
    PrimaryBoard("99004", 4, 8, ("GM9905", "GM9906", "GM9903")),
    PrimaryBoard("99005", 4, 4, ("GM9907",)),
    PrimaryBoard("99006", 2, 2, ("GM9908",)),
    PrimaryBoard("99007", 3, 3, ("GM9904",)),
)
