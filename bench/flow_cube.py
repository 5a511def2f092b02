"""`python -m bench.flow_cube`: how long a page waits for a kept flow set of the whole country, and what keeping costs.

The set is as large as one of 20 million enrolments: ten school years, every municipality, girls and boys, and as many
passages as the grain level, track and grade gives. The counts are drawn, not counted: only their number matters here.
"""

# ruff: noqa: S311  -- numbers drawn for a measurement

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from pactwerk.basis.places import areas, municipalities
from pactwerk.basis.places.kinds import AreaKind
from pactwerk.figures.disclosure_control.protecting import stored
from pactwerk.figures.flows.kept import manifest, protect, read_kept, storing
from pactwerk.figures.flows.kept.acts import FlowAct, act
from pactwerk.figures.flows.kept.manifest import FlowSet
from pactwerk.figures.flows.kept.protecting import Figure
from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.transition import Transition

YEARS = tuple(range(2013, 2023))
SEXES = ("female", "male")
LINKS, STATES = 250, 50
QUESTIONS, WARM = 200, 5
GOAL_MS = 50
TITLE = "## A page of a kept flow set"


def states() -> list[State]:
    """Fifty states of vo, mbo and higher education."""
    vo = [
        State("vo", track, "", str(grade))
        for track in ("bb", "kb", "gl", "tl", "havo", "vwo")
        for grade in (1, 2, 3, 4)
    ]
    more = [State("vo", track, "", str(grade)) for track in ("havo", "vwo") for grade in (5, 6)]
    mbo = [State("mbo", level, "", str(grade)) for level in "1234" for grade in (1, 2, 3, 4)]
    return [*vo, *more, *mbo, State("hbo", "ad"), State("hbo", "ba"), State("hbo", "ma"), State("wo", "ba"),
            State("wo", "ma"), State("vavo", "havo")][:STATES]  # fmt: skip


def figures(chance: random.Random) -> Iterator[Figure]:
    """Every area, year, sex, link and stock."""
    names = [str(state) for state in states()]
    links = [(names[number % STATES], names[(number * 7 + number // STATES) % STATES]) for number in range(LINKS)]
    codes = ["NL", *(area.code for area in areas(AreaKind.PROVINCE)), *(one.code for one in municipalities(2022))]
    for area in codes:
        for year in YEARS:
            for source, target in (*links, *((name, "") for name in names)):
                for sex in ("", *SEXES):
                    value = 10 * chance.randrange(100)
                    yield Figure(year, area, sex, source, target, stored(value, max(0, value - 9), value + 9))


def kept_set(root: Path) -> tuple[FlowSet, int, float]:
    """A public set in a home; how many figures, and how long writing took."""
    name = "20260101T000000000000Z-land"
    folder = root / "flows" / "sets" / name
    folder.mkdir(parents=True)
    start = time.perf_counter()
    counted = 0

    def counting() -> Iterator[Figure]:
        nonlocal counted
        for figure in figures(random.Random(4)):
            counted += 1
            yield figure

    storing.write(counting(), folder / manifest.FIGURES, root)
    seconds = time.perf_counter() - start
    found = FlowSet(
        id=name, name="land", title="Land", created="2026-01-01T00:00:00+00:00", by="bench", layout=manifest.LAYOUT,
        grain=("level", "track", "grade"), sexes=SEXES, years=YEARS, areas=storing.areas(folder / manifest.FIGURES),
        asked=(), base="bench", sources=(),
    )  # fmt: skip
    manifest.write(found, folder)
    act(root / "flows", FlowAct(kind="published", id=name, name="land", base="bench", years=YEARS))
    return found, counted, seconds


def questions(root: Path, found: FlowSet, *, years: int) -> tuple[list[float], list[float]]:
    """Milliseconds that pass, and of the processor, of questions to areas and years by lot, girls and boys apart.

    The first ones, which load the libraries, are left out.
    """
    chance = random.Random(years)
    wall, processor = [], []
    for _ in range(QUESTIONS + WARM):
        first = chance.randrange(len(YEARS) - years + 1)
        start, end = (f"{year}/{(year + 1) % 100:02}" for year in (YEARS[first], YEARS[first + years - 1]))
        area = chance.choice(found.areas)
        before, used = time.perf_counter(), time.process_time()
        read_kept(root, "land", area, f"{start} – {end}", ("sex",))
        wall.append(1000 * (time.perf_counter() - before))
        processor.append(1000 * (time.process_time() - used))
    return wall[WARM:], processor[WARM:]


def protecting(persons: int) -> tuple[int, float]:
    """Cells and seconds of protecting one year of the country, the cells as small as they are in fact."""
    chance = random.Random(5)
    names, places = states(), [one.code for one in municipalities(2022)]
    found: dict[tuple[State, State, str, str], int] = {}
    for _ in range(persons):
        source = chance.choice(names)
        target = names[(names.index(source) + min(int(chance.expovariate(0.9)), 4)) % len(names)]
        key = (source, target, chance.choice(SEXES), places[min(int(chance.paretovariate(0.3)), len(places)) - 1])
        found[key] = found.get(key, 0) + 1
    cells = [
        Transition(year=2022, source=source, target=target, sex=sex, area=area, persons=count)
        for (source, target, sex, area), count in found.items()
    ]
    before = time.perf_counter()
    for _ in protect(cells, b"bench"):
        pass
    return len(cells), time.perf_counter() - before


def section() -> tuple[str, bool]:
    """The part of docs/benchmarks.md, and whether the goal was met."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "figures"
        found, counted, seconds = kept_set(root)
        size = sum(path.stat().st_size for path in root.rglob("*.parquet")) / 1e6
        lines, worst = [], 0.0
        for years in (1, 3):
            wall, processor = questions(root, found, years=years)
            late, busy = (statistics.quantiles(taken, n=20)[-1] for taken in (wall, processor))
            worst = max(worst, busy)
            name = f"one area, girls and boys, {years} pair{'s' if years > 1 else ''} of years"
            taken = f"{statistics.median(wall):.1f} | {late:.1f} | {statistics.median(processor):.1f} | {busy:.1f}"
            lines.append(f"| {name} | {taken} |")
    met = worst <= GOAL_MS
    cells, protected = protecting(2_000_000)
    return (
        f"""{TITLE}

A public flow set as large as one of 20 million enrolments: {counted:,} figures, {size:.0f} MB, written in
{seconds:.0f} s. {QUESTIONS} questions to areas and years by lot; load of the machine {os.getloadavg()[0]:.1f}.

| question | median ms | 95 % ms | processor: median ms | 95 % ms |
|---|---|---|---|---|
{chr(10).join(lines)}

- 95 % of the answers, milliseconds of the processor: {worst:.0f}, goal {GOAL_MS}: **{"met" if met else "missed"}**

Protecting one pair of years of the country, {cells:,} cells of 2,000,000 persons: {protected:.0f} s.
""",
        met,
    )


def main() -> int:
    """Print the section; the exit code tells whether the goal was met."""
    text, met = section()
    sys.stdout.write(text)
    return int(not met)


if __name__ == "__main__":
    sys.exit(main())
