"""The catalogue computed on Spark is the one computed on DuckDB, value by value."""

from itertools import product
from pathlib import Path

import _duckdb
import pytest

from pactwerk.figures.engines import Engine
from pactwerk.figures.indicators.compiling import statements
from pactwerk.figures.indicators.schemas import SCHEMAS
from pactwerk.figures.releases.building import Built, StagedFile, build
from pactwerk.figures.releases.engine import TYPES, literal
from pactwerk.figures.releases.running_elsewhere import runner_on
from tests.figures.tidy import observation, staged

TOWNS = ("GM0361", "GM0363", "GM0014", "GM9999")


def school_file(folder: Path, table: str, rows: list[dict[str, object]], edition: str) -> StagedFile:
    """Observations of a school table as a reader leaves them; what is not said is null."""
    path, columns = folder / f"{table}.parquet", SCHEMAS[table]
    casts = ", ".join(f'"{name}"::{TYPES[kind]} AS "{name}"' for name, kind in columns.items())
    names = ", ".join(f'"{name}"' for name in columns)
    file_id = f"{len(table):016x}"
    values = [{"file_id": file_id, "row": number, **row} for number, row in enumerate(rows, 2)]
    listed = ", ".join("(" + ", ".join(literal(row.get(name)) for name in columns) + ")" for row in values)
    connection = _duckdb.connect(":memory:")
    connection.execute(f"COPY (SELECT {casts} FROM (VALUES {listed}) t({names})) TO {literal(str(path))}")
    connection.close()
    return StagedFile(table, edition, file_id, path, known_at="2020-01-01")


def schools(folder: Path) -> list[StagedFile]:
    """Two years of pupils at four locations, some cells hidden, their exams, addresses and primary schools."""
    codes = ("01AB00", "01AB01", "02CD00", "03EF00")
    pupils: list[dict[str, object]] = [
        {
            "period": period, "location": code, "brin": code[:4], "province": ("PV27", "PV20")[place % 2],
            "school_type": "VBO", "track": track, "sector": "TECHNIEK" if profile == "PIE" else "ECONOMIE",
            "profile": profile, "grade": grade, "sex": sex,
            "low": 1 if (place + grade) % 4 == 0 else 7 * place + grade,
            "high": 4 if (place + grade) % 4 == 0 else 7 * place + grade,
        }
        for period in ("2016/17", "2017/18")
        for place, code in enumerate(codes)
        for track in ("bb", "kb")
        for profile in ("PIE", "EO")
        for grade in (3, 4)
        for sex in ("male", "female")
    ]  # fmt: skip
    exams: list[dict[str, object]] = [
        {
            "period": "2017/18", "location": code, "brin": code[:4], "municipality": TOWNS[place],
            "school_type": "VMBO", "track": track, "sector": "TECHNIEK", "sex": sex, "measure": measure,
            "suppressed": False,
            "low": 9 + place - (measure == "graduates"), "high": 9 + place - (measure == "graduates"),
        }
        for place, code in enumerate(codes)
        for track in ("bb", "kb")
        for sex in ("male", "female", "total")
        for measure in ("candidates", "graduates")
    ]  # fmt: skip
    addresses: list[dict[str, object]] = [
        {"register_date": "2018-10", "location": code, "brin": code[:4], "board": "B1", "name": f"School {place} 'x'",
         "municipality": TOWNS[place], "postcode4": f"18{place}1", "province": ("PV27", "PV20")[place % 2]}
        for place, code in enumerate(codes[:3])
    ]  # fmt: skip
    primary: list[dict[str, object]] = [
        {"register_date": "2018-10", "location": f"{number:02}XY00", "brin": f"{number:02}XY",
         "board": f"B{number % 2}", "municipality": TOWNS[number % 2], "postcode4": "1811", "province": "PV27"}
        for number in range(12)
    ]  # fmt: skip
    return [
        school_file(folder, "vo_pupils", pupils, "2017/18"),
        school_file(folder, "exams", exams, "2017/18"),
        school_file(folder, "vo_addresses", addresses, "2018-10"),
        school_file(folder, "po_addresses", primary, "2018-10"),
    ]


def tidy_files(folder: Path) -> list[StagedFile]:
    """Young people in three municipalities only, so that areas have gaps; students in domains, some cells hidden."""
    rows = [
        observation(number, town, "population", 33.5 * number, age=age, concept="home")
        for number, (town, age) in enumerate([(town, age) for town in TOWNS[:3] for age in ("4", "12")], 2)
    ]
    students = [
        {**observation(number, town, "students", 3 * number, 3 * number + (number % 3), sex=sex, level=level,
                       domain=domain, by_sex=True), "file_id": "d" * 16}
        for number, (town, sex, level, domain) in enumerate(
            product(TOWNS, ("male", "female"), ("2", "4"), ("Bouw en infra", "Economie en administratie")), 2
        )
    ]  # fmt: skip
    return [
        staged("population", rows, folder / "population.parquet", "2019", known_at="2020-01-01"),
        staged("mbo_students", students, folder / "mbo_students.parquet", "2019", known_at="2020-01-01"),
    ]


def tables(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table of a release with its columns, their types and its rows."""
    connection = _duckdb.connect(":memory:")
    found = {}
    for path in sorted((folder / "public").rglob("*.parquet")):
        shape = connection.execute(f"DESCRIBE FROM {literal(str(path))}").fetchall()
        names = ", ".join(f'"{name}"' for name, *_ in sorted(shape))
        columns = sorted((name, kind) for name, kind, *_ in shape)
        rows = connection.execute(f"SELECT {names} FROM {literal(str(path))} ORDER BY ALL").fetchall()
        found[str(path.relative_to(folder))] = [*columns, *rows]
    connection.close()
    return found


@pytest.fixture(scope="module")
def both(spark_runs: None, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Built]]:
    from pactwerk.figures.engines.spark import SparkEngine

    folder = tmp_path_factory.mktemp("catalogue")
    files = [*schools(folder), *tidy_files(folder)]
    engine: Engine = SparkEngine()
    on_spark = runner_on(engine, statements("pyspark"), folder / "handed")
    made = [(folder / "duckdb", build(files, statements(), folder / "duckdb"))]
    made.append((folder / "spark", build(files, statements(), folder / "spark", runner=on_spark)))
    engine.close()
    return made


def test_every_figure_is_the_same(both: list[tuple[Path, Built]]) -> None:
    (duckdb, _), (spark, _) = both
    mine, theirs = tables(duckdb), tables(spark)
    assert mine.keys() == theirs.keys()
    for name, rows in mine.items():
        assert theirs[name] == rows, name
    sizes = {name.rpartition("/")[2]: len(rows) for name, rows in mine.items()}
    assert sizes["vo_pupils.parquet"] > 300
    assert min(sizes[f"{name}.parquet"] for name in ("exams", "po_addresses", "stocks", "mbo_students")) > 20
    assert sizes["population.parquet"] > 20


def test_the_reports_are_the_same(both: list[tuple[Path, Built]]) -> None:
    (duckdb, mine), (spark, theirs) = both
    assert (theirs.quality, theirs.gaps, theirs.warnings) == (mine.quality, mine.gaps, mine.warnings)
    assert mine.gaps
    reports = [(folder / "inside" / "places.json").read_text(encoding="utf-8") for folder in (duckdb, spark)]
    assert reports[0] == reports[1]
