"""The publisher's CSV files that a load reads, and their bytes as UTF-8."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PUPILS = {
    "2016/17": "duo-vo/01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2016-2017.csv",
    "2017/18": "duo-vo/01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv",
}
EXAMS = {
    "duo-vo/examenkandidaten-en-geslaagden-2014-2019.csv": range(2014, 2019),
    "duo-vo/examenkandidaten-en-geslaagden-2019-2022.csv": range(2019, 2022),
}
ADDRESSES = "duo-vo/alle-vestigingen-vo-2020-10.csv"
SCHOOLS = {
    "2013-06": "duo-po/02.-alle-schoolvestigingen-basisonderwijs-2013-06.csv",
    "2020-12": "duo-po/alle-vestigingen-bo-2020-12.csv",
}


def data() -> Path:
    """The folder with the publisher files (`PACTWERK_SHARED`, else ../shared)."""
    return Path(os.environ.get("PACTWERK_SHARED") or ROOT.parent / "shared") / "data"


def csv_files() -> list[Path]:
    """Every CSV file that the load reads."""
    names = [*PUPILS.values(), *EXAMS, ADDRESSES, *SCHOOLS.values()]
    return [data() / name for name in names]


def text_of(path: Path) -> str:
    """The file's text, decoded strictly."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")
