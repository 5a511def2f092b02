"""DUO, decode tables of higher education: programmes, institutions, locations and earlier education.

Reference: DUO, Bestandsbeschrijving Dec-bestanden: Dec_ho_ISCED.asc, Dec_opleidingscode.asc, Dec_vest_ho.asc,
Dec_ho-inst.asc, Dec_vooropl.asc, Dec_vopl.asc.
"""

from pactwerk.figures.sources.registers.fields import Field, Kind, Register, register_contract
from pactwerk.figures.texts import Text

_REFERENCE = "DUO, Bestandsbeschrijving Dec-bestanden (1 cijfer hoger onderwijs)"


def _register(table: str, name: Text, fields: tuple[Field, ...], rows: tuple[int, int], dating: str = "") -> Register:
    """A register in which the code, the first or (of a location) the second field, occurs once."""
    unique = "location" if any(field.key == "location" for field in fields) else fields[0].key
    return Register(register_contract(table, name, _REFERENCE, fields, rows), fields, (unique,), dating=dating)


HO_PROGRAMMES_ISCED = _register(
    "ho_programmes_isced",
    Text("DUO, ho-opleidingen naar ISCED-F 2013", "DUO, programmes of higher education by ISCED-F 2013"),
    (
        Field("programme", Kind.DIGITS_5, start=1, length=5),
        Field("isced_field", Kind.DIGITS_4, start=6, length=4),
        Field("isced_field_name", blank=True, start=10, length=70),
        Field("isced_rubric", Kind.DIGITS_6, start=80, length=6),
        Field("isced_rubric_name", blank=True, start=86, length=70),
    ),
    (3_000, 6_000),
)

HO_LOCATIONS = _register(
    "ho_locations",
    Text("DUO, ho-vestigingen met gemeente", "DUO, locations of higher education with municipality"),
    (
        Field("brin", Kind.BRIN, start=1, length=4),
        Field("location", Kind.LOCATION, start=1, length=6),
        Field("town", start=7, length=24),
        Field("municipality", Kind.MUNICIPALITY_4, start=31, length=4),
        Field("municipality_name", Kind.NAME, start=35, length=36),
    ),
    (300, 800),
)

PRIOR_EDUCATION_ORIGINAL = _register(
    "prior_education_original",
    Text("DUO, vooropleidingen, oorspronkelijke code", "DUO, prior education, original code"),
    (
        Field("code", Kind.PRIOR_CODE, start=1, length=5),
        Field("sector", Kind.PRIOR_SECTOR, start=6, length=3),
        Field("name", start=9, length=180),
    ),
    (8_000, 13_000),
    dating=r"((?:19|20)\d{6})",
)

PRIOR_EDUCATION = _register(
    "prior_education",
    Text("DUO, vooropleidingen", "DUO, prior education"),
    (
        Field("code", Kind.DIGITS_5, start=1, length=5),
        # the only table of names in lower case; it tells this one from the names of programmes
        Field("name", Kind.LOWER_NAME, start=6, length=72),
    ),
    (100, 400),
)

HO_PROGRAMME_NAMES = _register(
    "ho_programme_names",
    Text("DUO, namen van ho-opleidingen", "DUO, names of programmes of higher education"),
    (
        Field("programme", Kind.DIGITS_5, start=1, length=5),
        Field("name", Kind.PROGRAMME_NAME, start=6, length=180),
    ),
    (3_000, 6_000),
)

HO_INSTITUTIONS = _register(
    "ho_institutions",
    Text("DUO, instellingen voor hoger onderwijs", "DUO, institutions of higher education"),
    (Field("brin", Kind.BRIN, start=1, length=4), Field("name", Kind.NAME, start=5, length=100)),
    (200, 600),
)
