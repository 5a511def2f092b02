"""DUO, graduates of higher education (hbo, wo) per location's municipality, institution, programme, kind of diploma.

Counted are main diplomas (*hoofddiploma* associate degree, bachelor, master), no propaedeutic ones and none of
designated institutions; 1 to 4 are hidden from 2023 on (DUO, *Afgestudeerden hbo*,
https://duo.nl/open_onderwijsdata/hoger-onderwijs/aantal-studenten/afgestudeerden-hbo.jsp).

The year of a column is the *diplomajaar*, the study year that starts in it: that page gives with the count of 1 October
2023 the last five study years as 2018-2022, and on that day the study year 2022/23 had ended. So `2016` is `2016/17`.

The kind of diploma is no dimension of its own: the programme's code tells it (8 mostly associate degree, 3 bachelor,
4 master), and `ho_programme_names` in its name.
"""

from pactwerk.figures.sources.contract import Column, Contract
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.higher_education import COLUMNS, of_higher_education, reader, shape_of, years

MEASURE = "graduates"


def _signed(names: frozenset[str]) -> bool:
    return of_higher_education(names) and any("DIPLOMA" in name for name in names)


CONTRACT = Contract(
    table="ho_graduates",
    name_nl="DUO, gediplomeerden hbo en wo per opleiding",
    name_en="DUO, graduates in higher education per programme",
    reference="https://duo.nl/open_onderwijsdata/hoger-onderwijs/aantal-studenten/afgestudeerden-hbo.jsp",
    edition=EditionKind.COLUMNS,
    columns=(*COLUMNS, Column("diploma", ("SOORT DIPLOMA",))),
    signature=_signed,
    rows=(1_000, 9_000),
    wide=years(MEASURE)[0],
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(30_000, 150_000),
    family="tidy",
)

SHAPE = shape_of(MEASURE, day="")
read = reader(SHAPE)
