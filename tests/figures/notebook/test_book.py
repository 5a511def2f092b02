"""The figures as a library: what a notebook gets is what the website shows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polars
import pytest

from pactwerk import figures
from pactwerk.figures.flows.kept import NotKept
from pactwerk.figures.notebook import Book, NoFigures
from pactwerk.figures.notebook.passing import NoFlow
from pactwerk.figures.releases import FigureQuery, Release
from tests.figures.loaded import loaded_home, real_release

__all__ = ["loaded_home", "real_release"]


@pytest.fixture
def book(loaded_home: Path) -> Book:
    return figures.open(loaded_home)


def test_a_golden_value_as_a_frame(book: Book) -> None:
    """Noord-Holland 2017/18, years 3 and 4: 3,154 by sector (Techniekpact Noord-Holland)."""
    frame = book.query("K04", "PV27", "2017/18", definition="sector-lj34").to_polars()
    assert frame["value"].to_list() == [3154.0]
    assert frame.schema["value"] == polars.Float64
    assert frame.schema["denominator"] == polars.Int64
    assert "leerlingen-vo" in frame["sources"][0]


def test_polars_and_pandas_hold_the_same_as_the_csv(book: Book) -> None:
    reply = book.query("K03", "PV20", by=("track", "sex"))
    frame, other = reply.to_polars(), reply.to_pandas()
    assert frame.rows() == [tuple(row.values()) for row in reply.listing()]
    assert list(other.columns) == frame.columns == reply.table.to_csv().splitlines()[0].split(",")
    assert [None if value is None else float(value) for value in other["value"].astype(object).where(other["value"].notna(), None)] == frame["value"].to_list()  # fmt: skip  # noqa: E501


def test_a_hidden_figure_has_bounds_and_no_value(book: Book) -> None:
    frame = book.query("E01", "NL", by="municipality").to_polars()
    hidden = frame.filter(polars.col("value").is_null())
    assert len(hidden)
    assert (hidden["low"] < hidden["high"]).all()


def test_it_is_the_release_that_answers(book: Book, real_release: Release) -> None:
    reply = book.query("K09", "NL", basis="computed")
    assert reply.table.rows == real_release.figures(FigureQuery("K09", "NL")).rows


def test_explaining_gives_files_and_lines(book: Book) -> None:
    sources = book.explain("K04", "GM0361", "2017/18", by="track").sources().to_polars()
    assert sources["sha256"].str.len_chars().to_list() == [64] * len(sources)
    lines = sources.filter(polars.col("file").str.starts_with("01."))["lines"].to_list()
    assert lines
    assert all(lines)


def test_lists(book: Book) -> None:
    assert {"K03", "K04"} <= {row["code"] for row in book.indicators("computed")}
    assert "GM0361" in {row["code"] for row in book.areas("Alkmaar")}
    (release,) = book.releases()
    assert release["state"] == "geldend"
    assert release["release"] == book.release.id


def test_english(loaded_home: Path) -> None:
    book = figures.open(loaded_home, dutch=False)
    assert "Netherlands" in str(book.query("K09", "NL"))
    assert next(iter(book.releases()))["state"] == "current"


def test_words_for_what_is_not_there(book: Book, tmp_path: Path) -> None:
    with pytest.raises(NoFigures, match="pactwerk figures load"):
        figures.open(tmp_path)
    with pytest.raises(Exception, match="Bedoelt u"):
        book.query("K0", "NL")


def test_a_picture_crosses_no_break(book: Book) -> None:
    """K03 of gl and tl together breaks between 2016/17 and 2017/18 nowhere; published editions break everywhere."""
    reply = book.query("K03", "NL", basis="published")
    picture = reply.plot()
    broken = reply.table.breaks()
    assert broken
    runs: dict[str, set[str]] = {}
    for datum in picture.spec["data"]["values"]:
        runs.setdefault(datum["run"], set()).add(datum["period"])
    assert not [pair for pair in broken for periods in runs.values() if set(pair) <= periods]
    assert picture.svg().startswith("<svg")
    assert "breuk" in picture.described


def test_bars_of_one_period(book: Book, tmp_path: Path) -> None:
    picture = book.query("K03", "PV27", "2017/18", by="track").plot()
    path = picture.save(tmp_path / "k03.svg")
    assert "Noord-Holland" in path.read_text(encoding="utf-8")
    assert set(picture._repr_mimebundle_()) == {"application/vnd.vegalite.v6+json", "image/svg+xml", "text/plain"}


def test_shown_as_html_with_names_escaped(book: Book) -> None:
    shown = book.query("K04", "PV27")._repr_html_()
    assert shown.startswith("<table><caption>K04")
    assert "<script" not in shown


def test_opening_is_light() -> None:
    """Importing the package drags in neither Ibis nor Django nor a frame library."""
    code = "import sys; from pactwerk import figures; figures.open; print(sorted({'ibis','django','polars','pandas'} & set(sys.modules)))"  # noqa: E501
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_flow_with_its_links_and_stocks(book: Book) -> None:
    """Kb in Noord-Holland: 4,303 in year 3 of 2016/17 and 4,521 in year 4 a year later (DUO's files)."""
    reply = book.flow("schijncohort-kb", "PV27", "2016/17")
    stocks = {row["state"]: row["value"] for row in reply.stocks() if row["stage"] in ("0", "1")}
    assert list(stocks.values()) == [4303.0, 4521.0]
    assert not reply.flow.followed
    assert "niemand is gevolgd" in str(reply)
    links = reply.to_polars()
    assert {"from", "from_name", "to", "to_name", "value", "low", "high", "sources"} <= set(links.columns)
    assert links.filter(polars.col("stage") == "0")["value"].sum() == 4521.0


def test_published_passages_and_unknown_codes(book: Book) -> None:
    assert {"gepubliceerd", "schijncohort"} <= {row["kind"] for row in book.flows()}
    passage = book.flow("vo-mbo-2010")
    assert passage.flow.followed
    assert 84_120.0 in passage.to_polars()["value"].to_list()
    with pytest.raises(NoFlow, match="flows"):
        book.flow("niets")


def test_a_set_that_is_not_public_is_no_flow(book: Book) -> None:
    with pytest.raises(NotKept):
        book.flow("bewaard-iets")
