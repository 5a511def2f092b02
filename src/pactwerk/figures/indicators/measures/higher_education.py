"""Higher education by CROHO-onderdeel; bètatechniek in the published sense (Sminia) is another definition."""

from pactwerk.figures.indicators.counting import PLACES
from pactwerk.figures.indicators.study import Study, StudyKind

TECHNICAL = ("techniek",)
NATURE_AND_TECHNICAL = ("natuur", "techniek")
"""The CROHO-onderdelen that the Sminia classification starts from; it adds programmes of other ones."""
_DIMENSIONS = ("sex", "pathway", *PLACES)


def _entrants(code: str, kind: StudyKind) -> tuple[Study, ...]:
    """First-years: both kinds together only where both files are there, and each kind by itself."""
    # both onderdelen first: without natuur a university without engineering would have no bètatechniek at all
    together = ("croho-natuur-techniek", NATURE_AND_TECHNICAL), ("croho-techniek", TECHNICAL)
    apart = ("hbo", "wo")
    both = [
        Study(
            indicator=code,
            definition=definition,
            kind=kind,
            table="ho_entrants",
            measure="entrants",
            numerator={"domain": domains},
            needs_parts=apart,
            dimensions=(*_DIMENSIONS, "level"),
        )
        for definition, domains in together
    ]
    single = [
        Study(
            indicator=code,
            definition=f"croho-techniek-{level}",
            kind=kind,
            table="ho_entrants",
            measure="entrants",
            where={"level": (level,)},
            numerator={"domain": TECHNICAL},
            needs_parts=(level,),
            dimensions=_DIMENSIONS,
        )
        for level in apart
    ]
    return both[0], *single, both[1]


def _hbo(code: str, table: str, measure: str) -> Study:
    return Study(
        indicator=code,
        definition="croho-techniek",
        kind="count",
        table=table,
        measure=measure,
        where={"level": ("hbo",)},
        numerator={"domain": TECHNICAL},
        needs_parts=("hbo",),
        dimensions=_DIMENSIONS,
    )


HIGHER_EDUCATION = (
    *_entrants("L10", "share"),
    *_entrants("L11", "count"),
    _hbo("L12", "ho_graduates", "graduates"),
    _hbo("E07", "ho_enrolled", "enrolled"),
)
