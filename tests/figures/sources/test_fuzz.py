"""No damage to a file makes a reader raise or leave anything half done (REL-04); the long run is `make proof`."""

import os
import resource
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pactwerk.figures import sources
from tests.figures.sources.corpus import corpus
from tests.figures.sources.fuzzing import fuzz, fuzz_mappings

SHORT = 25
LONG = int(os.environ.get("PACTWERK_FUZZ", "3000"))
"""Damaged files per kind of file in the long run."""
MOST_MEMORY = 512 * 1024
ROOT = Path(__file__).resolve().parents[3]
MAPPING = Path(sources.__file__).parent / "mapping" / "examples" / "uwv_spanningsindicator.toml"


def test_every_kind_of_file_survives_damage(shared: Path) -> None:
    outcomes: Counter[str] = Counter()
    for seed, (name, data) in enumerate(corpus(shared).values()):
        outcomes += fuzz(name, data, SHORT, seed)
    # Were all of them refused, nothing but the first check would have been tried.
    assert outcomes["read"] > 50
    assert outcomes["refused"] > 50


def test_mapping_files_survive_damage() -> None:
    outcomes = fuzz_mappings(MAPPING.read_text(encoding="utf-8"), 400, 1)
    assert min(outcomes["read"], outcomes["refused"]) > 20


@pytest.mark.parametrize("kind", ["population", "area_codes", "school_points", "pc4_population"])
def test_the_pieces_are_read_when_they_are_whole(shared: Path, tmp_path: Path, kind: str) -> None:
    name, data = corpus(shared)[kind]
    path = tmp_path / name
    path.write_bytes(data)
    report = sources.read(path, workdir=tmp_path / "work", sample=True)
    assert (str(report.outcome), report.table) == ("read", kind), report.reason


@pytest.mark.proof
def test_the_long_run(shared: Path) -> None:
    """Many damaged files of every kind; results and peak memory into docs/proof."""
    began, lines = time.monotonic(), []
    for seed, (kind, (name, data)) in enumerate(corpus(shared).items(), 1_000):
        found = fuzz(name, data, LONG, seed)
        lines.append(f"| {kind} | {LONG} | {found['read']} | {found['refused']} | {found['skipped']} |")
    found = fuzz_mappings(MAPPING.read_text(encoding="utf-8"), LONG * 10, 9)
    lines.append(f"| mapping files | {LONG * 10} | {found['read']} | {found['refused']} | 0 |")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _write(lines, time.monotonic() - began, peak)
    assert peak < MOST_MEMORY


def _write(lines: list[str], seconds: float, peak: int) -> None:
    day = datetime.now(UTC).date().isoformat()
    target = ROOT / "docs" / "proof" / f"{day}-parsers.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    python, memory = sys.version.split()[0], f"{peak / 1024:,.0f} MiB (limit {MOST_MEMORY // 1024} MiB)"
    head = [
        f"# The parsers under random damage, {day}",
        "",
        "`make proof` damages small pieces of real files of every kind (bytes changed, cut, doubled; fixed seeds)",
        "and reads them. Every file must be read, refused or skipped with words; nothing may be raised or left behind.",
        "",
        f"Python {python}; {seconds:,.0f} seconds; peak memory {memory}; uncaught exceptions: 0.",
        "",
        "| kind of file | damaged files | read | refused | skipped |",
        "|---|---|---|---|---|",
    ]
    target.write_text("\n".join([*head, *lines, ""]), encoding="utf-8")
