"""How wide the intervals of a kept set became, by kind of area: what fewer breakdowns would make sharper."""

from dataclasses import dataclass
from pathlib import Path

from pactwerk.basis.places import AreaKind, UnknownArea
from pactwerk.basis.places import area as place_of
from pactwerk.figures.flows.kept import manifest
from pactwerk.figures.flows.kept.folder import SETS, flows_of
from pactwerk.figures.flows.kept.manifest import FlowSet
from pactwerk.figures.releases.engine import glance, literal, parquet_list


@dataclass(frozen=True)
class Width:
    """Upper less lower bound, in persons, of the figures of all areas of a kind."""

    kind: AreaKind
    split: bool
    """Whether girls and boys stand apart."""
    usual: int
    """The median."""
    widest: int


def widths(root: Path, found: FlowSet) -> tuple[Width, ...]:
    """For each kind of area in the set, together and by sex; areas that the product no longer knows are left out."""
    folder = flows_of(root) / SETS / found.id / manifest.FIGURES
    held: dict[AreaKind, list[str]] = {}
    for code in found.areas:
        if (kind := _kind(code)) is not None:
            held.setdefault(kind, []).append(code)
    return tuple(one for kind in AreaKind if kind in held for one in _of_kind(folder, kind, held[kind]))


def _kind(code: str) -> AreaKind | None:
    try:
        return place_of(code).kind
    except UnknownArea:
        return None


def _of_kind(folder: Path, kind: AreaKind, codes: list[str]) -> list[Width]:
    files = parquet_list(path for code in codes for path in sorted((folder / f"area={code}").glob("*.parquet")))
    rows = glance().execute(
        f"SELECT split, CAST(quantile_disc(high - low, 0.5) AS INTEGER), max(high - low)"  # noqa: S608
        f" FROM read_parquet({files}, hive_partitioning = {literal(False)}) GROUP BY split ORDER BY split"
    )
    return [Width(kind, bool(split), int(usual), int(widest)) for split, usual, widest in rows.fetchall()]
