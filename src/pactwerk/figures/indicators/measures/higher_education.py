"""Higher education by CROHO-onderdeel; bètatechniek in the published sense (Sminia) is another definition."""

from pactwerk.figures.indicators.counting import PLACES
from pactwerk.figures.indicators.study import Study

TECHNICAL = ("techniek",)

HIGHER_EDUCATION = (
    Study(
        indicator="L12",
        definition="croho-techniek",
        kind="count",
        table="ho_graduates",
        measure="graduates",
        where={"level": ("hbo",)},
        numerator={"domain": TECHNICAL},
        needs_parts=("hbo",),
        dimensions=("sex", "pathway", *PLACES),
    ),
)
