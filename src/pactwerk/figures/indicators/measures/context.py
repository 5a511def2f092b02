"""What surrounds the pact: inhabitants, their education, unemployment, pupils and students by where they live."""

from pactwerk.figures.indicators.counting import PLACES
from pactwerk.figures.indicators.study import Study

YOUNG = tuple(str(age) for age in range(20))


def _living(code: str, measure: str, levels: tuple[str, ...], dimensions: tuple[str, ...] = ()) -> Study:
    """One kind of education each: the file lacks some kinds in some years, and then their sum would be a part."""
    return Study(
        indicator=code,
        definition="woongemeente",
        kind="count",
        table="key_figures",
        measure=measure,
        where={"level": levels},
        dimensions=(*dimensions, *PLACES),
    )


CONTEXT = (
    Study(
        indicator="C01",
        definition="1-januari",
        kind="count",
        table="population",
        measure="population",
        where={"age": YOUNG},
        dimensions=("age", *PLACES),
    ),
    Study(
        indicator="C02",
        definition="15-75",
        kind="value",
        table="education_level",
        measure="share",
        dimensions=("domain",),
    ),
    Study(
        indicator="C03",
        definition="cbs-kwartaal",
        kind="value",
        table="unemployment",
        measure="rate",
    ),
    _living("C04", "pupils", ("vo",)),
    _living("C05", "students", ("bol", "bbl"), ("level",)),
    _living("C06", "students", ("hbo",)),
    _living("C07", "students", ("wo",)),
)
