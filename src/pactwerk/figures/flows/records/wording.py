"""What every fault is called and what it means."""

from pactwerk.figures.texts import Text

FAULTS: dict[str, Text] = {
    "no_year": Text("geen (leesbaar) schooljaar; de rij telt niet mee", "no readable school year; the row is left out"),
    "no_person": Text("geen persoon; de rij telt niet mee", "no person; the row is left out"),
    "double": Text(
        "meer dan één rij in een jaar (dezelfde of een andere inschrijving); telt één keer",
        "more than one row in a year (the same or another enrolment); counted once",
    ),
    "repeated": Text("precies dezelfde rij nog eens; telt één keer", "the very same row again; counted once"),
    "elsewhere": Text(
        "in één jaar bij twee instellingen (telt > telt niet); de voorrang van het CBS beslist",
        "at two institutions in one year (counts > does not); the priority of CBS decides",
    ),
    "same_place": Text(
        "twee inschrijvingen in één jaar bij één instelling (telt > telt niet)",
        "two enrolments in one year at one institution (counts > does not)",
    ),
    "tie": Text(
        "twee inschrijvingen van gelijke rang; de eerste op alfabet telt (soort, instelling, richting, ...)",
        "two enrolments of one rank; the first in alphabetical order counts (level, institution, track, ...)",
    ),
    "lost": Text(
        "het diploma staat bij de inschrijving die niet telt", "the diploma stands at the enrolment that does not count"
    ),
    "gap": Text(
        "onderbreking: een of meer jaren weg en terug in het genoemde jaar (telt als uitstroom en als nieuw)",
        "interruption: away and back in the year named (counted as left and as new)",
    ),
    "early_diploma": Text(
        "diploma gedateerd vóór 1 oktober van het jaar, dus vóór de inschrijving",
        "diploma dated before 1 October of the year, so before the enrolment",
    ),
    "diploma_before_school": Text(
        "diploma van een schoolsoort waar de persoon pas later komt",
        "diploma of a kind of school that the person enters only later",
    ),
    "unknown_level": Text("onbekende schoolsoort; telt als 'onbekend'", "unknown level; counted as 'onbekend'"),
    "unknown_track": Text("onbekende richting; telt als 'onbekend'", "unknown track; counted as 'onbekend'"),
    "unknown_grade": Text("onbekend leerjaar; telt als 'onbekend'", "unknown grade; counted as 'onbekend'"),
    "unknown_diploma": Text("onbekend diploma; telt als 'onbekend'", "unknown diploma; counted as 'onbekend'"),
    "unknown_sex": Text("onbekende code voor geslacht", "unknown code of sex"),
    "unknown_area": Text("geen gemeentecode (GM en vier cijfers)", "no municipality code (GM and four digits)"),
}
"""By the code of the fault. Where a code of the file is known to few, it is not named."""
UNNAMED = Text("(codes van minder dan tien personen)", "(codes of fewer than ten persons)")
