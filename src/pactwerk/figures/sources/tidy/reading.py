"""One reader for all tidy tables: staged, decoded, unfolded to one observation per amount."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from pactwerk.basis.dated import Period
from pactwerk.figures.sources import engine
from pactwerk.figures.sources.bands import band_warnings
from pactwerk.figures.sources.codes import coded, distinct
from pactwerk.figures.sources.editions import EditionKind, decide_edition
from pactwerk.figures.sources.job import Job, Result, hashed, last_line
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.refusal import refuse_at
from pactwerk.figures.sources.stated import stated_period
from pactwerk.figures.sources.tidy.amounts import amount_name
from pactwerk.figures.sources.tidy.leaving_out import leave_out
from pactwerk.figures.sources.tidy.observations import observations, periods_in
from pactwerk.figures.sources.tidy.shape import Shape
from pactwerk.figures.sources.tidy.staging import has_location, refuse_copies, refuse_split, stage
from pactwerk.figures.texts import Text, number


def read(job: Job, layout: Layout, shape: Shape) -> Result:
    """Read one file of a tidy table. Zero counts are not stored: absent is 0. Raises Refused."""
    contract = layout.contract
    rows, strays = stage(job, layout, shape)
    refuse_copies()
    refuse_split(layout)
    left_out = leave_out(layout, shape)
    _refuse_empty(layout)
    period, warnings = _edition(job, layout)
    part = shape.part(layout) if shape.part else ""
    tables, unknown = _decoded(layout, shape)
    file_id = job.file_id(None if period is None or "stated" in layout.positions else period)
    target = job.target(contract.table, file_id)
    sql = observations(layout, shape, file_id, str(period) if period else None, tables)
    count = engine.write_parquet(sql, target)
    periods = periods_in(target)
    edition = str(period) if period else _span(periods)
    totals, hidden, places = _sums(target, shape.totalled)
    warnings += band_warnings(contract, rows, places, totals) + left_out + unknown + _hidden(hidden)
    warnings += shape.remarks(target) if shape.remarks else []
    return Result(
        contract.table, edition, file_id, rows, count,
        hashed(contract.table, f"{edition}|{part}", rows, _checksum(layout, shape)), target, periods, strays,
        (*warnings, *(last_line(job.text) if _by_lines(job) else ())), part,
    )  # fmt: skip


def _refuse_empty(layout: Layout) -> None:
    """Refuse a file of which no line is an observation: it would be an edition of nothing. Raises Refused."""
    if not engine.rows("SELECT count(*) FROM raw")[0][0]:
        nl = "geen enkele regel heeft een bekend aantal"
        raise refuse_at(layout.header_line, "", nl, "no line at all has a known amount")


def _by_lines(job: Job) -> bool:
    """Whether the file is text in lines: a workbook has no last line, and JSON needs no line end."""
    return bool(job.text) and not job.text.lstrip().startswith(("[", "{"))


def _edition(job: Job, layout: Layout) -> tuple[Period | None, list[Text]]:
    """The period of the whole file, or None when rows or columns have their own."""
    kind = layout.contract.edition
    if kind is EditionKind.COLUMNS:
        return None, []
    stated = None
    if "stated" in layout.positions:
        stated = stated_period(distinct("stated"), layout.header_of("stated"), kind)
    return decide_edition(job.name, kind, job.edition, stated)


def _span(periods: tuple[str, ...]) -> str:
    return f"{periods[0]} – {periods[-1]}" if len(periods) > 1 else "".join(periods)


def _decoded(layout: Layout, shape: Shape) -> tuple[dict[str, list[tuple[object, ...]]], list[Text]]:
    """Per column of words the table of its codes, and warnings for the words that have none."""
    tables, warnings = {}, []
    for entry in shape.coded:
        if entry.targets and entry.key in layout.positions:
            found = coded(entry.key, layout.header_of(entry.key), len(entry.targets), entry.decode)
            tables[entry.key], unknown = found
            warnings += unknown
    return tables, warnings


def _sums(target: object, measure: str) -> tuple[dict[str, int], int, list[object]]:
    """Per period the total of the counts (totals rows if there are), the hidden cells, and the places."""
    source = engine.literal(target)
    counted = "in_total AND NOT suppressed AND weight IS NULL"
    if measure:
        counted += f" AND measure = {engine.literal(measure)}"
    sums = engine.rows(f"SELECT period, sum(low) FILTER (WHERE {counted}) FROM {source} GROUP BY 1")
    hidden = engine.rows(f"SELECT count(*) FROM {source} WHERE suppressed")[0][0]
    places = [row[0] for row in engine.rows(f"SELECT DISTINCT coalesce(municipality, province) FROM {source}")]
    return {period: int(total or 0) for period, total in sums}, int(hidden), places


def _checksum(layout: Layout, shape: Shape) -> int:
    """A sum over the lines as they are read: neither their order nor that of the columns matters."""
    names = ["brin_text", "location_text"] if has_location(layout) else ["brin"] * ("brin" in layout.positions)
    names += [entry.key for entry in shape.coded if entry.key in layout.positions]
    ordered = sorted(layout.wide, key=lambda column: column.groups)
    names += [amount_name(column.position) for column in ordered]
    return int(engine.rows(f"SELECT sum(hash({', '.join(names)})) FROM raw")[0][0])


def _hidden(cells: int) -> list[Text]:
    if not cells:
        return []
    nl, en = number(cells)
    return [
        Text(
            f"{nl} cellen zijn door de uitgever verborgen: sommen zijn daar een ondergrens en een bovengrens",
            f"{en} cells are hidden by the publisher: sums over them are a lower and an upper bound",
        )
    ]
