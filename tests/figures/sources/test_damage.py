"""Damage at random places: the reader always reports, and what it refuses leaves nothing behind."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pactwerk.figures import sources
from pactwerk.figures.sources import Outcome
from tests.figures.sources.invented import ADDRESSES, PUPILS, exams

_EXAM = exams([2019], unknown_sex=False, cells={"VMBO T": ("12", "<5", "9,1%") * 3, "VWO - N&T": ("7",) * 9})
_FILES = [
    ("leerlingen-2019.csv", PUPILS.text().encode("cp1252")),
    ("leerlingen-2019.csv", PUPILS.text(quoted=True).encode()),
    ("examen.csv", _EXAM.text(quoted=True).encode()),
    ("adressen-2020-10.csv", ADDRESSES.text().encode("cp1252")),
    ("postcodes_2021.asc", "".join(f"{1800 + n}N0361Alkmaar\r\n" for n in range(20)).encode("cp1252")),
    (
        "grenzen.geojson",
        b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"statcode":"GM0361",'
        b'"jrstatcode":"2022GM0361","statnaam":"A"},"geometry":{"type":"Polygon","coordinates":'
        b"[[[4.7,52.6],[4.8,52.6],[4.8,52.7],[4.7,52.6]]]}}]}",
    ),
]
_SIGNS = st.sampled_from([b"", b";", b'"', b"\n", b"\r", b",", b"\x00", b"\x81", b"<", b"x", b".", b"9"])
_HURT = st.tuples(st.floats(0, 1), _SIGNS, st.integers(0, 3))


def _damaged(data: bytes, hurts: list[tuple[float, bytes, int]]) -> bytes:
    for where, what, cut in hurts:
        place = int(where * len(data))
        data = data[:place] + what + data[place + cut :]
    return data


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(_FILES), st.lists(_HURT, max_size=4))
def test_a_damaged_file_is_read_whole_or_refused_or_skipped(
    file: tuple[str, bytes], hurts: list[tuple[float, bytes, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file[0]
        path.write_bytes(_damaged(file[1], hurts))
        work = Path(folder) / "work"
        report = sources.read(path, workdir=work)
        left = [found for found in work.rglob("*") if found.is_file()] if work.exists() else []
        if report.outcome is Outcome.READ:
            assert left == [report.parquet]
        else:
            assert left == []
            assert report.reason
            assert report.reason.en
        if not hurts:
            assert report.outcome is Outcome.READ, report.reason
