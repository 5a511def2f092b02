"""The documented layout of an enrolment file: one row per enrolment on 1 October (docs/beheer/inschrijvingen.md)."""

YEAR, PERSON = "year", "person"
REQUIRED = (YEAR, PERSON, "institution", "level", "track", "field", "grade", "sex", "area", "diploma")
"""Columns that every file has, whether by itself or by its mapping; a column may hold nothing."""
OPTIONAL = ("diploma_on", "age", "registered", "pathway", "oo", "oo_rule")
"""Columns that are used where they are there; without them the measures that need them are not given."""
COLUMNS = REQUIRED + OPTIONAL

LEVELS = ("bo", "sbo", "so", "vso", "vo", "vavo", "mbo", "mbo-extraneus", "hbo", "wo")
TRACKS = (
    *("pro", "bb", "kb", "gl", "tl", "havo", "vwo", "brug"),
    *("1", "2", "3", "4"),
    *("ho", "ad", "ba", "ma"),
)
GRADES = tuple(str(grade) for grade in range(1, 9))
SEXES = ("male", "female", "unknown")
DIPLOMAS = (
    *("pro", "vmbo-bb", "vmbo-kb", "vmbo-gl", "vmbo-tl", "havo", "vwo"),
    *("mbo-1", "mbo-2", "mbo-3", "mbo-4"),
    *("hbo-ad", "hbo-ba", "hbo-ma", "wo-ba", "wo-ma"),
)
AREA = "^GM[0-9]{4}$"
UNKNOWN = "onbekend"
"""Stands for a code that nobody knows; the code itself is never part of a state."""

RANK = {
    "hbo": "ho", "wo": "ho", "mbo": "mbo", "vo": "vo", "vavo": "vavo", "vso": "vso", "so": "vso",
    "bo": "bo", "sbo": "bo", "mbo-extraneus": "mbo-extraneus",
}  # fmt: skip
"""The kind of enrolment of a level, as CBS's priority list for double enrolment names it."""

GRAIN = ("level", "track", "field", "grade")
BREAKDOWNS = ("sex", "area", "diploma")
FIRST_YEAR, LAST_YEAR = 1950, 2100
"""A year outside these is no school year but a mistake; its rows are counted as unreadable."""
ENOUGH_PERSONS = 10
"""A code is shown by name only when this many persons of one year hold it: a wrong column must not print ids."""
