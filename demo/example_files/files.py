"""Writing every example file into a folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from demo.example_files.addresses import write_addresses, write_postcodes
from demo.example_files.calendar import Calendar
from demo.example_files.cohorts import Cohorts
from demo.example_files.exams import write_exams
from demo.example_files.pupils import write_pupils
from demo.example_files.world import SEED


def write_example_files(folder: Path, *, clock: date, seed: int = SEED) -> list[Path]:
    """Write the example in the publishers' layouts; the same bytes for the same clock and seed."""
    folder.mkdir(parents=True, exist_ok=True)
    cohorts = Cohorts(Calendar.at(clock), seed)
    return [
        *write_pupils(folder, cohorts),
        *write_exams(folder, cohorts),
        *write_addresses(folder, cohorts),
        write_postcodes(folder, cohorts.calendar),
    ]
