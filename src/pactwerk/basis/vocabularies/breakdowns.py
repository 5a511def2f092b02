"""Values and names of breakdowns that publishers write as a code."""

from pactwerk.basis.vocabularies.terms import Term, by_code

# DUO, "Deelnemers mbo per instelling": BOLVT and BOLDT are full-time and part-time school-based learning.
PATHWAYS = by_code(
    (
        Term("BBL", "bbl (werken en leren)", "bbl (work-based)"),
        Term("BOL", "bol (leren op school)", "bol (school-based)"),
        Term("BOLVT", "bol voltijd", "bol (school-based), full-time"),
        Term("BOLDT", "bol deeltijd", "bol (school-based), part-time"),
        Term("EXTRANEUS", "extraneus (alleen examen)", "external candidate"),
        Term("voltijd", "voltijd", "full-time"),
        Term("deeltijd", "deeltijd", "part-time"),
        Term("duaal", "duaal", "dual"),
    )
)

# CBS StatLine 85453NED, "Onderwijsniveau 5 categorieën", as in the column heads of its export.
EDUCATION_LEVELS = by_code(
    (
        Term("11", "basisonderwijs", "primary education"),
        Term("12", "vmbo, havo- en vwo-onderbouw, mbo 1", "vmbo, lower years of havo and vwo, mbo 1"),
        Term("21", "havo, vwo, mbo 2-4", "havo, vwo, mbo 2-4"),
        Term("31", "hbo- en wo-bachelor", "hbo and wo bachelor"),
        Term("32", "hbo- en wo-master, doctor", "hbo and wo master, doctorate"),
    )
)

BREAKDOWNS = by_code(
    (
        Term("domain", "Richting of onderwijsniveau", "Field or education level"),
        Term("study", "Hbo of wo", "Hbo or wo"),
    )
)
"""Names of breakdowns that mean something else per indicator, or that only publications know."""
