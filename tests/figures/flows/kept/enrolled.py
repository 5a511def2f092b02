"""A small file of enrolments of invented persons in real municipalities, in the documented layout."""

import csv
import random
from pathlib import Path

from pactwerk.figures.flows.kept import FlowSet, Keeping, keep

COLUMNS = ("year", "person", "institution", "level", "track", "field", "grade", "sex", "area", "diploma")
PLACES = ("GM0361", "GM0375", "GM0400", "GM0014", "GM0074")
"""Alkmaar, Beverwijk, Den Helder, Groningen, Heerenveen: three in Noord-Holland, two in the north."""
SECRET_PERSON = "persoon-met-een-eigen-nummer"


def enrolments(path: Path, persons: int = 500, seed: int = 1) -> Path:
    """Who is in year 4 of vmbo in 2016, in mbo in 2017 and 2018 or gone; some come from elsewhere."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        for number in range(persons):
            person = f"{SECRET_PERSON}-{number}"
            sex, area = chance.choice(("male", "female")), chance.choice(PLACES)
            if chance.random() < 0.9:
                writer.writerow((2016, person, "01AA", "vo", chance.choice(("bb", "kb")), "", 4, sex, area, ""))
            for year in (2017, 2018):
                if chance.random() < 0.85:
                    writer.writerow((year, person, "02BB", "mbo", chance.choice("1234"), "", "", sex, area, ""))
    return path


def kept(root: Path, path: Path, name: str = "proef", **choices: object) -> FlowSet:
    """Keep it, level and track, girls and boys."""
    return keep(root, Keeping(name=name, paths=(path,), by="An", **choices))  # type: ignore[arg-type]
