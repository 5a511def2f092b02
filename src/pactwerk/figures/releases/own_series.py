"""Figures of a mapped table as its publisher gives them: never rolled up, each with its file and row."""

# ruff: noqa: S608  -- SQL over names that a mapping's own rules allow; every foreign text passes engine.literal

from pathlib import Path

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.disclosure_control import PublishableTable, Row, Source
from pactwerk.figures.disclosure_control.gate import EXAMPLE_STATUS, open_own_figures
from pactwerk.figures.releases.engine import connect, literal
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.manifest import KeptFile, Manifest, read_manifest
from pactwerk.figures.sources.mapping import Mapping, installed_mappings

_BY = ("sex", "level", "pathway", "domain", "age")
_AREA = "coalesce(area, municipality, province, postcode4, location, institution)"


class UnknownSeries(ReadableError):
    """No mapping of this home has the code, or nothing of it is loaded."""

    def __init__(self, code: str, known: tuple[str, ...]) -> None:
        """Name the code and those that there are."""
        listed = ", ".join(known) or "-"
        super().__init__(
            f"Reeks '{code}' is onbekend of niet geladen; er zijn: {listed}.",
            f"Series '{code}' is unknown or not loaded; there are: {listed}.",
        )


def own_series(root: Path, code: str) -> PublishableTable:
    """Every figure of a mapped table in the current release, as it stands in the file. Raises UnknownSeries.

    The measure stands in `definition`; a programme, which is no dimension of the open policy, in `note`.
    """
    mappings = installed_mappings(root)
    mapping = next((one for one in mappings if one.code.casefold() == code.strip().casefold()), None)
    home = Home(root)
    current = home.current_id()
    manifest = read_manifest(home.release(current)) if current else None
    files = (
        {file.file_id: file for file in manifest.files if mapping and file.table == mapping.table} if manifest else {}
    )
    if mapping is None or manifest is None or not files:
        raise UnknownSeries(code, tuple(one.code for one in mappings))
    rows = _rows(home.release(manifest.id) / "inside" / mapping.table, mapping, files)
    return open_own_figures(rows, _dimensions(rows), example=_example(mapping, manifest))


def _example(mapping: Mapping, manifest: Manifest) -> bool:
    return mapping.example or any(file.example for file in manifest.files)


def _dimensions(rows: list[Row]) -> tuple[str, ...]:
    return tuple(name for name in _BY if any(name in row.by for row in rows))


def _rows(folder: Path, mapping: Mapping, files: dict[str, KeptFile]) -> list[Row]:
    units = {amount.measure: amount.unit for amount in mapping.amounts}
    source = literal(str(folder / "*.parquet"))
    connection = connect(threads=1)
    try:
        found = connection.execute(
            f"SELECT file_id, row, {_AREA}, period, measure, programme, low, high, status, peildatum, "
            f"{', '.join(_BY)} FROM read_parquet({source}) ORDER BY 4, 3, 5, 2"
        ).fetchall()
    finally:
        connection.close()
    made = []
    for file_id, row, area, period, measure, programme, low, high, status, peildatum, *by in found:
        file = files.get(file_id)
        if file is None:
            continue
        made.append(
            Row(
                indicator=mapping.code,
                definition=measure,
                area=area or "",
                period=period,
                value=low if low == high else None,
                unit=units.get(measure, ""),
                by={name: code for name, code in zip(_BY, by, strict=True) if code and code != "total"},
                low=low,
                high=high,
                status=EXAMPLE_STATUS if mapping.example or file.example else status,
                basis="own",
                publication_edition=file.edition,
                known_at=file.known_at,
                peildatum=peildatum,
                concept=mapping.concept,
                sources=(Source(file.name, file.sha256, rows=str(row)),),
                note=programme or "",
            )
        )
    return made
