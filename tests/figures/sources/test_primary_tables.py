"""Pupils by home postcode, distances, end scores and disadvantage scores: the tables of primary education."""

from collections import Counter
from pathlib import Path

import pytest

from pactwerk.figures.sources import Outcome
from pactwerk.figures.sources.workbooks import rows_of
from tests.figures.sources.conftest import Query, Read
from tests.figures.sources.invented import write
from tests.figures.sources.publisher import PO, bent, lines

HOMES = "leerlingen-po-per-gemeente-2024-10-01"
DISTANCE = "gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-2019-2020.csv"
SCORES = "gemiddelde-eindscores-bo-sbo-2018-2019.csv"
DISADVANTAGE = "achterstandsscores-scholen-2019.xlsx"


@pytest.fixture
def po(shared: Path) -> Path:
    return shared / PO


@pytest.mark.parametrize(
    ("municipality", "part"),
    [
        ("Alkmaar", "GM0361"),
        ("Bergen (NH.)", "GM0373"),
        ("Bergen (L.)", "GM0893"),
        ("Vlieland", "GM0096"),
        ("De Fryske Marren", "GM1940"),
    ],
)
def test_pupils_of_the_schools_of_a_municipality(
    po: Path, read: Read, query: Query, municipality: str, part: str
) -> None:
    path = po / HOMES / f"{municipality} afgeschermd.csv"
    report = read(path)
    assert (report.outcome, report.table, report.edition, report.part) == (Outcome.READ, "po_pupils", "2024/25", part)
    cells = Counter(
        cell for line in lines(path, "utf-8-sig") for header, cell in line.items() if header.startswith("LEEFTIJD")
    )
    hidden, exact = cells["<5"], sum(int(cell) * times for cell, times in cells.items() if cell != "<5")
    assert query(report, "SELECT sum(low)::INTEGER, sum(high)::INTEGER, sum(suppressed::INTEGER) FROM facts") == [
        (exact + hidden, exact + 4 * hidden, hidden)
    ]
    assert query(report, "SELECT DISTINCT peildatum, concept FROM facts") == [("2024-10-01", "home")]


def test_homes_are_not_the_municipality_of_the_file(po: Path, read: Read, query: Query) -> None:
    path = po / HOMES / "Alkmaar afgeschermd.csv"
    own = {line["GEMEENTENAAM_LEERLING"] for line in lines(path, "utf-8-sig")}
    assert {line["GEMEENTENAAM"] for line in lines(path, "utf-8-sig")} == {"Alkmaar"}
    report = read(path)
    homes = {
        home for (home,) in query(report, "SELECT DISTINCT municipality FROM facts WHERE municipality IS NOT NULL")
    }
    assert {"GM0361", "GM1980"} <= homes
    assert len(homes) == len(own - {"Onbekend"})


def test_two_digits_are_no_postcode(po: Path, read: Read, query: Query) -> None:
    path = po / HOMES / "Groningen afgeschermd.csv"
    short = sum(1 for line in lines(path, "utf-8-sig") if len(line["POSTCODE_LEERLING"]) < 4)
    assert short
    report = read(path)
    assert query(report, "SELECT count(DISTINCT row) FROM facts WHERE postcode4 IS NULL") == [(short,)]
    assert query(report, "SELECT count(*) FROM facts WHERE NOT regexp_full_match(postcode4, '[1-9][0-9]{3}')") == [(0,)]


def test_pupils_of_a_later_year_and_of_all_municipalities(po: Path, read: Read, query: Query, tmp_path: Path) -> None:
    path = po / HOMES / "Alkmaar afgeschermd.csv"
    table = bent(path, 50, {"20241001": "20261001"}, encoding="utf-8-sig").renamed({"INSTELLINGSCODE": "BRIN NUMMER"})
    later = read(write(tmp_path, "Alkmaar.csv", table.text(quoted=True), "utf-8-sig"))
    assert (later.outcome, later.edition, later.part) == (Outcome.READ, "2026/27", "GM0361")
    everything = table.cell(0, "GEMEENTENUMMER", "0402")
    assert read(write(tmp_path, "alle.csv", everything.text())).part == ""
    fewer = read(write(tmp_path, "x.csv", table.without("LEEFTIJD_7").text()))
    assert fewer.outcome is Outcome.REFUSED
    assert "'LEEFTIJD_7' ontbreekt" in fewer.reason


def test_an_empty_file_of_a_municipality_is_refused(read: Read, tmp_path: Path) -> None:
    report = read(write(tmp_path, "Ridderkerk afgeschermd.csv", b""))
    assert (report.outcome, report.reason) == (Outcome.REFUSED, "het bestand is leeg")


def test_distances(po: Path, read: Read, query: Query) -> None:
    report = read(po / DISTANCE)
    assert (report.edition, report.rows_read) == ("2019/20", 7_301)
    assert report.warnings == ("52 cellen gaf de uitgever niet (leeg of onbekend); dat is geen nul, ze ontbreken",)
    own = lines(po / DISTANCE)
    assert query(report, "SELECT sum(low)::INTEGER FROM facts WHERE measure = 'pupils'") == [(1_502_012,)]
    known = [
        (float(line["AFSTAND"].replace(",", ".")), int(line["LEERLINGEN"])) for line in own if line["AFSTAND"] != "0"
    ]
    mean = sum(distance * pupils for distance, pupils in known) / sum(pupils for _, pupils in known)
    found = query(report, "SELECT sum(low * weight) / sum(weight), count(*) FROM facts WHERE measure = 'distance'")
    assert found == [(pytest.approx(mean), len(known))]
    assert query(report, "SELECT count(DISTINCT level) FROM facts") == [(4,)]


def test_end_scores(po: Path, read: Read, query: Query) -> None:
    report = read(po / SCORES)
    assert (report.edition, report.rows_read) == ("2018/19", 6_579)
    own = lines(po / SCORES)
    assert query(report, "SELECT sum(low)::INTEGER FROM facts WHERE measure = 'grade8'") == [(179_742,)]
    tested: dict[str, int] = dict(
        query(report, "SELECT programme, sum(low)::INTEGER FROM facts WHERE measure = 'tested' GROUP BY 1")
    )
    assert tested == {
        test: sum(int(line[f"{test}_AANTAL"]) for line in own) for test in ("CET", "IEP", "ROUTE8", "DIA", "AMN")
    }
    cet = [
        (float(line["CET_GEM"].replace(",", ".")), int(line["CET_AANTAL"])) for line in own if line["CET_GEM"].strip()
    ]
    found = query(
        report,
        "SELECT sum(low * weight) / sum(weight), count(*) FROM facts WHERE measure = 'score' AND programme = 'CET'",
    )
    assert found == [(pytest.approx(sum(a * b for a, b in cet) / sum(b for _, b in cet)), len(cet))]


def test_end_scores_of_a_later_year_with_another_test(po: Path, read: Read, query: Query, tmp_path: Path) -> None:
    table = bent(po / SCORES, 60, {"20190417": "20210420"}).renamed(
        {"AMN_AANTAL": "DOE_AANTAL", "AMN_GEM": "DOE_GEM", "BRIN_NUMMER": "INSTELLINGSCODE"}
    )
    table = table.cell(0, "DOE_AANTAL", "12").cell(0, "DOE_GEM", "55,5")
    report = read(write(tmp_path, "eindscores.csv", table.text()))
    assert (report.outcome, report.edition) == (Outcome.READ, "2020/21")
    assert query(report, "SELECT low, weight FROM facts WHERE programme = 'DOE' AND measure = 'score' AND row = 2") == [
        (55.5, 12.0)
    ]
    half = read(write(tmp_path, "half.csv", table.without("DOE_GEM").text()))
    assert (half.outcome, "'DOE_GEM' ontbreekt" in half.reason) == (Outcome.REFUSED, True)
    point = read(write(tmp_path, "punt.csv", table.cell(1, "CET_AANTAL", "9").cell(1, "CET_GEM", "5385").text()))
    assert any("buiten 501 tot 550" in warning for warning in point.warnings)


def test_disadvantage_scores(po: Path, read: Read, query: Query) -> None:
    report = read(po / DISADVANTAGE)
    assert (report.outcome, report.edition) == (Outcome.READ, "2019")
    sheets = dict(rows_of((po / DISADVANTAGE).read_bytes()))
    schools = [cells for _, cells in sheets["Tabel 1"] if len(cells[0]) == 6 and cells[0][:2].isdigit()]
    found = query(report, "SELECT count(*), sum(low), count(domain) FROM facts WHERE measure = 'score'")
    assert found == [
        (
            len(schools),
            pytest.approx(sum(float(cells[2]) for cells in schools)),
            sum("a" in cells[3] for cells in schools),
        )
    ]
    other = [cells for _, cells in sheets["Tabel 2"] if len(cells[0]) == 6 and cells[0][:2].isdigit()]
    parts = query(report, "SELECT measure, count(domain) FROM facts WHERE measure LIKE 'score_%' GROUP BY 1 ORDER BY 1")
    marks = [("score_lower_years", "b"), ("score_upper_years", "c"), ("score_without_threshold", "a")]
    assert parts == [(measure, sum(letter in cells[4] for cells in other)) for measure, letter in marks]
    # footers and footnotes are told, never read
    assert {str(problem.reason) for problem in report.rows_refused} == {
        "lege regel, overgeslagen", "voetregel, overgeslagen", "voetnoot, overgeslagen",
    }  # fmt: skip
    row = query(report, "SELECT row FROM facts WHERE location = '31MX00' AND measure = 'score_upper_years'")[0][0]
    assert dict(sheets["Tabel 2"])[row][0] == "31MX00"
