"""What surrounds the pact: inhabitants, their education, unemployment, pupils and students by where they live."""

from pactwerk.figures.indicators.counting import PLACES
from pactwerk.figures.indicators.study import Study

YOUNG = tuple(str(age) for age in range(20))

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
    Study(
        indicator="C04",
        definition="woongemeente",
        kind="count",
        table="key_figures",
        measure="pupils",
        dimensions=("level", "municipality"),
    ),
)
