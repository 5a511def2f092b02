"""Early school leaving, from the file per vo location.

The national figure (L09) divides by the leerplichtige and kwalificatieplichtige pupils of vo and mbo together; the file
knows all pupils of vo locations, so this is a definition edition of its own.
"""

from pactwerk.figures.indicators.counting import PLACES
from pactwerk.figures.indicators.study import Study

LEAVING = (
    Study(
        indicator="L09",
        definition="vo-vestigingen",
        kind="share",
        table="early_leavers",
        measure="leavers",
        of="pupils",
        dimensions=PLACES,
    ),
)
