"""The rows of the publishers' files behind figures: the facts made again for what was asked, and a question to them."""

# ruff: noqa: S608  -- SQL over our own names; every code in it was looked up first and passes engine.literal

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pactwerk.figures.indicators import reference_tables, stock_tables
from pactwerk.figures.indicators.counting import MINIMUM_SCHOOLS, Measure
from pactwerk.figures.indicators.schemas import SCHEMAS
from pactwerk.figures.indicators.stock_ratio import StockRatio
from pactwerk.figures.indicators.study import Study
from pactwerk.figures.releases.border_years import MOMENT
from pactwerk.figures.releases.engine import Connection, fill, literal
from pactwerk.figures.releases.manifest import Manifest
from pactwerk.figures.releases.observed import observe, observe_tidy

_COUNTS = frozenset({"count", "locations", "per_location"})
_PLACES = frozenset({"municipality", "province"})


@dataclass(frozen=True)
class Asked:
    """Figures of one definition: their area, breakdown and periods, and the files that were counted."""

    area: str
    borders: int | None
    by: tuple[str, ...]
    counted: Sequence[tuple[str, str]]
    """Period and file: where two editions give a period, only one of them was counted."""
    measure: Measure | Study | StockRatio

    @property
    def periods(self) -> list[str]:
        """The periods asked."""
        return sorted({period for period, _ in self.counted})

    @property
    def files(self) -> set[str]:
        """The files behind them."""
        return {file_id for _, file_id in self.counted}

    @property
    def rows(self) -> str:
        """The condition that leaves the rows of `f` that were counted."""
        listed = ", ".join(f"({literal(period)}, {literal(name)})" for period, name in self.counted)
        return f"(f.period, f.file_id) IN ({listed})" if listed else "false"

    @property
    def kind(self) -> str:
        """How the definition is counted."""
        return self.measure.kind


def quoted(names: Iterable[str]) -> str:
    """Texts as a list of SQL constants."""
    return ", ".join(literal(name) for name in names) or "NULL"


def prepare(connection: Connection, folder: Path, manifest: Manifest, asked: Asked) -> None:
    """Make the tables of the release known, and of its facts those that the question can be about."""
    facts = folder / "inside" / "facts"
    for name in ("places", "areas", "schools"):
        _view(connection, facts, name)
    measure = asked.measure
    if isinstance(measure, Study):
        _tidy_facts(connection, folder, manifest, asked, measure)
    elif measure.kind != "boards":
        for table in ("vo_pupils", "exams"):
            observe(connection, table, _paths(folder, manifest, table, asked.files), temporary=True)
        stocks = isinstance(measure, StockRatio)
        kinds = stock_tables.kinds_of(measure) if isinstance(measure, StockRatio) else measure.populations
        wanted = f"f.population IN ({quoted(kinds)}) AND {asked.rows}"
        made = _statement(folder, "stock_facts" if stocks else "facts")
        _make(connection, "facts", f"SELECT * FROM ({made}) f WHERE {wanted}")


def location_facts(connection: Connection, folder: Path, manifest: Manifest, location: str) -> str:
    """The query for the facts of stocks of one location, in every period; makes known what it reads."""
    _view(connection, folder / "inside" / "facts", "places")
    every = {kept.file_id for kept in manifest.files}
    for table in ("vo_pupils", "exams"):
        paths = _paths(folder, manifest, table, every)
        observe(connection, table, paths, f"location = {literal(location)}", temporary=True)
    return _statement(folder, "stock_facts")


def _view(connection: Connection, facts: Path, name: str) -> None:
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS FROM {literal(str(facts / f'{name}.parquet'))}")


def _paths(folder: Path, manifest: Manifest, table: str, files: Collection[str]) -> list[Path]:
    names = [kept.file_id for kept in manifest.files if kept.table == table and kept.file_id in files]
    return [folder / "inside" / table / f"{name}.parquet" for name in names]


def _statement(folder: Path, name: str) -> str:
    return (folder / "inside" / "facts" / f"{name}.sql").read_text(encoding="utf-8")


def _make(connection: Connection, name: str, query: str) -> None:
    connection.execute(f'CREATE OR REPLACE TEMP TABLE "{name}" AS {query}')


def _tidy_facts(connection: Connection, folder: Path, manifest: Manifest, asked: Asked, study: Study) -> None:
    """The observations that the study counts, by the statements that made its figures."""
    paths = _paths(folder, manifest, study.table, asked.files)
    counted = asked.rows.replace("f.", "")
    parts = {kept.file_id: kept.part for kept in manifest.files}
    observe_tidy(connection, {study.table: paths} if paths else {}, {study.table: counted}, parts, temporary=True)
    studies = [row for row in reference_tables.studies() if row[0] == study.name]
    fill(connection, "tidy_studies", SCHEMAS["tidy_studies"], studies, temporary=True)
    available = [(study.name, period) for period in asked.periods]
    fill(connection, "available", SCHEMAS["available"], available, temporary=True)
    _make(connection, "tidy_chosen", _statement(folder, "tidy_chosen"))
    if study.kind != "value":
        _make(connection, "facts", _statement(folder, "tidy_facts"))


def counted_rows(asked: Asked) -> str:
    """The query: per period and breakdown the files and the numbers of their rows."""
    if asked.kind == "boards":
        return _schools(asked)
    if asked.kind == "value":
        return _said(asked)
    return _facts(asked)


def _grouped(keys: Sequence[str], source: str) -> str:
    head = ", ".join(f"{key}" for key in keys)
    numbers = ", ".join(str(place) for place in range(1, len(keys) + 2))
    return f"SELECT {head}, f.file_id, list(DISTINCT f.row) FROM {source} GROUP BY {numbers}"


def _class_of(asked: Asked) -> str:
    """The role and the kind of a cell: cells of one kind are thought to come from one distribution."""
    if isinstance(asked.measure, Study):
        return "f.role, coalesce(f.level, '')"
    if isinstance(asked.measure, StockRatio):
        return "f.population, coalesce(f.track, '')"
    return f"CASE WHEN f.{asked.measure.flag} THEN 'part' ELSE 'rest' END, coalesce(f.track, '')"


def _counted_cells(asked: Asked) -> str:
    """Which facts are cells of the figures: the publisher's totals, or per sex where sexes are asked."""
    sex = asked.measure.sex if isinstance(asked.measure, Measure) else None
    return "f.by_sex" if "sex" in asked.by else f"f.by_sex AND f.sex = {literal(sex)}" if sex else "f.in_total"


def cells_in_area(asked: Asked) -> str:
    """The query: per period, breakdown and class the sum of the shown cells and the number of hidden ones."""
    keys = ["f.period", *(f"{'a' if name in _PLACES else 'f'}.{name}" for name in asked.by), _class_of(asked)]
    return (
        f"SELECT {', '.join(keys)}, coalesce(sum(f.low) FILTER (WHERE f.low = f.high), 0),"
        f" count(*) FILTER (WHERE f.low < f.high) FROM facts f JOIN {_areas(asked)} a USING (signature)"
        f" WHERE {_counted_cells(asked)} AND {_in_era()} GROUP BY ALL"
    )


def cells_of_country(asked: Asked) -> str:
    """The query: per period and class how often each pair of bounds occurs, over every place."""
    return (
        f"SELECT f.period, {_class_of(asked)}, f.low, f.high, count(*) FROM facts f"
        f" WHERE {_counted_cells(asked)} GROUP BY ALL"
    )


def _areas(asked: Asked) -> str:
    """The signatures of the area with the places that they are broken down to, by the period's own day."""
    borders = "" if asked.borders is None else str(asked.borders)
    return f"(SELECT * FROM areas WHERE area = {literal(asked.area)} AND borders = {literal(borders)})"


def _in_era() -> str:
    """The composition of the area at the moment of a fact's period."""
    moment = MOMENT.replace("period", "f.period")
    return f"(a.since = '' OR {moment} >= a.since) AND (a.until = '' OR {moment} < a.until)"


def _facts(asked: Asked) -> str:
    measure = asked.measure
    wanted = [_in_era()]
    sex = measure.sex if isinstance(measure, Measure) else None
    if asked.kind == "gap" or "sex" in asked.by:
        wanted.append("f.by_sex")
    else:
        wanted.append(f"f.by_sex AND f.sex = {literal(sex)}" if sex else "f.in_total")
    if asked.kind in _COUNTS:
        wanted.append(f"f.{measure.flag}" if isinstance(measure, Measure) else "f.role = 'part'")
    keys = ["f.period", *(f"{'a' if name in _PLACES else 'f'}.{name}" for name in asked.by)]
    where = " AND ".join(wanted)
    return _grouped(keys, f"facts f JOIN {_areas(asked)} a USING (signature) WHERE {where}")


def _said(asked: Asked) -> str:
    """An area's own values: the publisher's rows about it, or about the provinces it is broken down to."""
    place = "f.area" if "province" in asked.by else literal(asked.area)
    keys = ["f.period", *("f.area" if name == "province" else f"coalesce(f.{name}, '')" for name in asked.by)]
    labels = ("source_table", "measure", "sex", "level", "pathway", "domain", "programme", "age")
    same = " AND ".join(f"coalesce(f.{name}, '') = c.{name}" for name in labels)
    return _grouped(keys, f"tidy f JOIN tidy_chosen c ON {same} WHERE f.area = {place}")


def _schools(asked: Asked) -> str:
    """R01: the schools of the boards that have enough of them in the area."""
    keys = ", ".join(("f.period", *(f"a.{name}" for name in asked.by)))
    source = f"schools f JOIN {_areas(asked)} a USING (signature) WHERE {asked.rows} AND {_in_era()}"
    enough = f"SELECT {keys}, f.board FROM {source} GROUP BY ALL HAVING count(DISTINCT f.brin) >= {MINIMUM_SCHOOLS}"
    return _grouped(keys.split(", "), f"{source} AND ({keys}, f.board) IN ({enough})")
