"""Small homes with invented files in the publishers' layouts."""

from pathlib import Path

from pactwerk.figures.releases import FigureQuery, Release, current_release
from pactwerk.figures.releases.loading import load
from pactwerk.figures.releases.reports import LoadResult, Options
from tests.figures.sources.invented import ADDRESSES, PUPILS, Table, exams, write

PUPILS_2017 = "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv"
PUPILS_2018 = "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2018-2019.csv"


def pupils_file(folder: Path, name: str = PUPILS_2017, table: Table = PUPILS, encoding: str = "cp1252") -> Path:
    folder.mkdir(exist_ok=True)
    return write(folder, name, table.text(), encoding)


def exam_file(folder: Path, cells: dict[str, tuple[str, ...]], years: tuple[int, ...] = (2019, 2020)) -> Path:
    folder.mkdir(exist_ok=True)
    name = f"examenkandidaten-en-geslaagden-{years[0]}-{years[-1] + 1}.csv"
    return write(folder, name, exams(years, unknown_sex=False, cells=cells).text(quoted=True), "utf-8")


def address_file(folder: Path, name: str = "alle-vestigingen-vo-2020-10.csv") -> Path:
    folder.mkdir(exist_ok=True)
    header = (*ADDRESSES.header, "ONDERWIJSSTRUCTUUR")
    table = Table(header, tuple((*row, "VMBO") for row in ADDRESSES.rows))
    return write(folder, name, table.text())


def offer(home: Path, *paths: Path, **options: object) -> LoadResult:
    return load(home, list(paths), Options(**options))  # type: ignore[arg-type]


def current(home: Path) -> Release:
    found = current_release(home)
    assert found is not None
    return found


def value(home: Path, code: str, area: str, period: str = "2017/18", **more: object) -> float | None:
    rows = current(home).figures(FigureQuery(code, area, period, **more)).rows  # type: ignore[arg-type]
    return rows[0].value if rows else None


def assert_complete(home: Path) -> Release:
    """The current release can be read to its last file, and every file it names is there."""
    release = current(home)
    for kept in release.manifest.files:
        assert (home / kept.kept_as).is_file()
        assert (release.folder / "inside" / kept.table / f"{kept.file_id}.parquet").is_file()
    assert release.figures(FigureQuery("K04", "NL", "all")).rows
    return release
