"""Ours: `count_transitions`, compiled beforehand on a small file of the same form (compiling is reported apart)."""

import sys
import tempfile
from pathlib import Path

from bench.flows_data import generate
from bench.flows_result import digest
from bench.measured import Clock, report
from pactwerk.figures.flows.records import Counted, count_transitions, open_enrolments


def count(folder: Path) -> Counted:
    """Level, diploma, next level."""
    with open_enrolments([folder]) as enrolments:
        return count_transitions(enrolments, ("level",), by=("diploma",))


def main() -> None:
    """`python -m bench.flows_ours FOLDER DOUBLES`."""
    compiling = Clock()
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder) / "small", 20_000, int(sys.argv[2]))
        count(Path(folder) / "small")
    first = compiling.read()["seconds"]
    clock = Clock()
    counted = count(Path(sys.argv[1]))
    times = clock.read()
    found = [
        (one.year, one.source.level, one.diploma, one.target.level if one.target else None, one.persons)
        for one in counted.transitions
        if one.source
    ]
    report(times, digest=digest(found), compile=first, faults=sum(one.count for one in counted.faults))


if __name__ == "__main__":
    main()
