"""DUO, first-year students of higher education (hbo, wo) per location's municipality, institution and programme.

First-years of a sort of higher education: students who on 1 October are enrolled in hbo (or in wo) for the first
time, whether in a bachelor, an associate degree or a master (DUO, *1 cijfer hoger onderwijs*, domein hbo, domein wo).
So every row counts, whatever its OPLEIDINGSFASE (the phase that a wo programme is in). Later editions hide 1 to 4.
"""

from pactwerk.figures.sources.contract import Column, Contract
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.higher_education import COLUMNS, of_higher_education, reader, shape_of, years

MEASURE = "entrants"


def signed(names: frozenset[str]) -> bool:
    """Whether a header is of entrants or of all enrolled: both have the same one."""
    return of_higher_education(names) and not any("DIPLOMA" in name for name in names)


KINDS = (
    Column("type", ("TYPE HOGER ONDERWIJS",), required=False, read=False),
    Column("phase", ("OPLEIDINGSFASE ACTUEEL", "OPLEIDINGSFASE"), required=False, read=False),
)
"""Bachelor, master or associate degree, which the programme tells too, and the phase."""

CONTRACT = Contract(
    table="ho_entrants",
    name_nl="DUO, eerstejaars ingeschrevenen hbo en wo per opleiding",
    name_en="DUO, first-year students in higher education per programme",
    reference="https://duo.nl/open_onderwijsdata/hoger-onderwijs/aantal-studenten/",
    edition=EditionKind.COLUMNS,
    columns=(*COLUMNS, *KINDS),
    signature=signed,
    rows=(1_000, 9_000),
    wide=years(MEASURE)[0],
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(35_000, 190_000),
    family="tidy",
)

SHAPE = shape_of(MEASURE)
read = reader(SHAPE)
