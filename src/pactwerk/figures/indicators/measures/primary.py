"""Primary education: advices for secondary school, pupils by home, distance to school; and who repeats a year."""

from pactwerk.figures.indicators.counting import PLACES
from pactwerk.figures.indicators.study import Study

VMBO_ADVICES = ("PRO", "VMBO_B", "VMBO_B_K", "VMBO_K", "VMBO_K_GT", "VMBO_GT")
GENERAL_ADVICES = ("HAVO", "HAVO_VWO", "VWO")


def _advice(code: str, advices: tuple[str, ...]) -> Study:
    return Study(
        indicator=code,
        definition="adviezen",
        kind="share",
        table="school_advice",
        measure="advices",
        numerator={"domain": advices},
        dimensions=PLACES,
    )


PRIMARY = (
    _advice("Z01", VMBO_ADVICES),
    _advice("Z02", GENERAL_ADVICES),
    Study(
        indicator="Z03",
        definition="vo-vestigingen",
        kind="share",
        table="repeaters",
        measure="repeaters",
        of="pupils",
        dimensions=PLACES,
    ),
    Study(
        indicator="P01",
        definition="woongemeente",
        kind="count",
        table="po_pupils",
        measure="pupils",
        dimensions=("age", "level", "municipality"),
    ),
    Study(
        indicator="P01",
        definition="schoolgemeente",
        kind="count",
        table="po_pupils",
        measure="pupils",
        place="school",
        dimensions=("age", "level", *PLACES),
    ),
    Study(
        indicator="P02",
        definition="hemelsbreed",
        kind="mean",
        table="home_distance",
        measure="distance",
        dimensions=("level", *PLACES),
    ),
)
