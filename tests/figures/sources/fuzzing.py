"""The parsers under random damage: bytes changed, cut, doubled and mixed; every file is read, skipped or refused."""

import random
import tempfile
from collections import Counter
from pathlib import Path

from pactwerk.figures import sources
from pactwerk.figures.sources import Outcome
from pactwerk.figures.sources.mapping import MappingError
from pactwerk.figures.sources.mapping.parsing import parse_mapping

_EDITIONS = {"vsv-per-swv-2015.csv": "2014/15"}
"""Where neither content nor name tells it."""
_SIGNS = (
    b"",
    b";",
    b'"',
    b"\n",
    b"\r",
    b",",
    b"\x00",
    b"\x81",
    b"<5",
    b".",
    b"9",
    b"{",
    b"]",
    b"-1",
    b"1e999",
    b"\xff",
)
_WORDS = (
    b"Totaal",
    b"NaN",
    b"99999999999999999999",
    b"\xef\xbb\xbf",
    b"null",
    b"[[[[",
    b"'; DROP TABLE raw; --",
    b"=1+1",
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to six of them changed, cut out, doubled or replaced."""
    for _ in range(chance.randint(1, 6)):
        place, length = chance.randrange(len(data) + 1), chance.choice((0, 1, 1, 2, 8, 64, 500))
        act = chance.randrange(5)
        if act == 0:
            data = data[:place] + chance.choice(_SIGNS) + data[place + length :]
        elif act == 1:
            data = data[:place] + chance.choice(_WORDS) + data[place:]
        elif act == 2:
            data = data[: place + length] + data[place:]
        elif act == 3:
            data = data[:place] + chance.randbytes(length) + data[place + length :]
        else:
            data = data[:place] if chance.random() < 0.2 else data[:place] + data[place + length :]
    return data


def fuzz(name: str, data: bytes, count: int, seed: int) -> Counter[str]:
    """Read `count` damaged files; how many came to what. An exception, or a file left behind, is an AssertionError."""
    chance = random.Random(seed)
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path, work = Path(folder) / name, Path(folder) / "work"
        for number in range(count):
            hurt = damaged(data, chance)
            path.write_bytes(hurt)
            outcomes[_outcome(path, work, f"{name}, seed {seed}, number {number}")] += 1
    return outcomes


def _outcome(path: Path, work: Path, which: str) -> str:
    try:
        report = sources.read(path, workdir=work, edition=_EDITIONS.get(path.name), sample=True)
    except Exception as error:
        raise AssertionError(f"{which}: {error!r}") from error
    left = [found for found in work.rglob("*") if found.is_file()] if work.exists() else []
    wanted = [report.parquet] if report.outcome is Outcome.READ else []
    if left != wanted or (not wanted and not (report.reason and report.reason.en)):
        raise AssertionError(f"{which}: {report.outcome}, left {left}, {report.reason}")
    for file in left:
        file.unlink()
    return str(report.outcome)


def fuzz_mappings(text: str, count: int, seed: int) -> Counter[str]:
    """As `fuzz`, for mapping files: a mapping or a MappingError."""
    chance = random.Random(seed)
    outcomes: Counter[str] = Counter()
    for number in range(count):
        hurt = damaged(text.encode(), chance).decode("utf-8", errors="replace")
        try:
            parse_mapping(hurt, "fuzz.toml")
            outcomes["read"] += 1
        except MappingError:
            outcomes["refused"] += 1
        except Exception as error:
            raise AssertionError(f"seed {seed}, number {number}: {error!r}") from error
    return outcomes
