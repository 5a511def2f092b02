"""What can be wrong with an enrolment file as a whole. No message holds anything from inside the file."""

from collections.abc import Iterable

from pactwerk.basis.readable import ReadableError


class EnrolmentsRefused(ReadableError):
    """A file of enrolments cannot be used: which one, what is wrong, what to do."""

    def __init__(self, file: str, nl: str, en: str) -> None:
        """Name the file."""
        super().__init__(f"{file}: {nl}", f"{file}: {en}")
        self.file = file


def missing_columns(file: str, columns: Iterable[str]) -> EnrolmentsRefused:
    """Columns of the layout are not there."""
    names = ", ".join(columns)
    return EnrolmentsRefused(
        file,
        f"kolom {names} ontbreekt. Voeg de kolom toe (hij mag leeg zijn) of geef een mappingbestand mee (--mapping).",
        f"column {names} is missing. Add it (it may be empty) or give a mapping file (--mapping).",
    )


def wrong_type(file: str, column: str, wanted: tuple[str, str]) -> EnrolmentsRefused:
    """A column has a type that its meaning cannot have."""
    return EnrolmentsRefused(
        file,
        f"kolom {column} heeft een verkeerd type; nodig is {wanted[0]}. Zet de kolom om of gebruik een mappingbestand.",
        f"column {column} has a wrong type; it must be {wanted[1]}. Convert it or use a mapping file.",
    )


def unreadable(file: str) -> EnrolmentsRefused:
    """The engine cannot read it; its own words are not repeated, for they may quote the file."""
    return EnrolmentsRefused(
        file,
        "het bestand is niet te lezen: beschadigd, afgebroken, of niet in de vorm die de naam of de mapping zegt. "
        "Haal of maak het opnieuw, en controleer scheidingsteken en tekenset.",
        "the file cannot be read: damaged, cut off, or not in the form that its name or mapping says. "
        "Fetch or make it again, and check delimiter and encoding.",
    )


def no_room(file: str) -> EnrolmentsRefused:
    """The engine ran out of memory, and of room to spill to."""
    return EnrolmentsRefused(
        file,
        "het geheugen is te klein voor deze telling. Geef meer (--memory), maak ruimte op de schijf voor tijdelijke "
        "bestanden, zet tekst om naar Parquet met één bestand per schooljaar, of reken met PACTWERK_ENGINE=spark.",
        "memory is too small for this count. Give more (--memory), make room on the disk for temporary files, convert "
        "text to Parquet with one file a school year, or compute with PACTWERK_ENGINE=spark.",
    )


def nothing_there(file: str) -> EnrolmentsRefused:
    """The path does not exist, or holds no Parquet or CSV file."""
    return EnrolmentsRefused(
        file,
        "hier staat geen Parquet- of CSV-bestand. Controleer het pad.",
        "there is no Parquet or CSV file here. Check the path.",
    )


def no_rows(file: str) -> EnrolmentsRefused:
    """Not one row has a year that can be read."""
    return EnrolmentsRefused(
        file,
        "er is geen rij met een leesbaar schooljaar (year). Controleer de kolom year of de mapping.",
        "no row has a readable school year (year). Check the column year or the mapping.",
    )


def mixed(file: str) -> EnrolmentsRefused:
    """Parquet and text in one question."""
    return EnrolmentsRefused(
        file,
        "geef óf Parquet- óf CSV-bestanden, niet beide door elkaar.",
        "give either Parquet or CSV files, not both at once.",
    )
