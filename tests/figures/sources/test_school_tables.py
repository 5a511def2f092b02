"""Marks, exam subjects, repeaters, early leavers and location totals: the tables of secondary education."""

from collections import Counter
from pathlib import Path

import pytest

from pactwerk.figures import sources
from pactwerk.figures.sources import Outcome
from tests.figures.sources.conftest import Query, Read
from tests.figures.sources.invented import Table, write
from tests.figures.sources.publisher import VO, bent, lines

MARKS = ("07.-geslaagden,-gezakten-en-cijfers-2015-2016.csv", "geslaagden-gezakten-en-cijfers-2018-2019.csv")
HAVO = "examenkandidaten-havo-en-examencijfers-2018-2019.csv"
REPEATERS = "05.-zittenblijven-vo-brinvest-1516-tov-1617.csv"
LEAVERS = "vsv-per-swv-2015.csv"
SAMPLE = "new-layout-samples/leerlingen-vo-per-vestiging-en-bestuur-2025_EXCERPT.csv"


@pytest.fixture
def vo(shared: Path) -> Path:
    return shared / VO


@pytest.mark.parametrize(
    ("name", "period", "rows", "candidates"),
    [(MARKS[0], "2015/16", 10_435, 198_112), (MARKS[1], "2018/19", 11_694, 196_552)],
)
def test_marks(vo: Path, read: Read, query: Query, name: str, period: str, rows: int, candidates: int) -> None:  # noqa: PLR0917
    report = read(vo / name)
    assert (report.outcome, report.table, report.edition, report.rows_read) == (Outcome.READ, "marks", period, rows)
    assert report.warnings == ()
    sums: dict[str, float] = dict(query(report, "SELECT measure, sum(low) FROM facts WHERE weight IS NULL GROUP BY 1"))
    assert sums["candidates"] == candidates == sums["graduates"] + sums["failed"]
    counted: Counter[str] = Counter()
    for line in lines(vo / name):
        counted[line["LEERWEG VMBO"] or line["ONDERWIJSTYPE VO"]] += int(line["EXAMENKANDIDATEN"])
    levels: dict[str, float] = dict(
        query(report, "SELECT level, sum(low) FROM facts WHERE measure = 'candidates' GROUP BY 1")
    )
    codes = {"BL": "bb", "KL": "kb", "GL": "gl", "TL": "tl", "HAVO": "havo", "VWO": "vwo"}
    assert levels == {codes[word]: count for word, count in counted.items()}


def test_a_mean_mark_weighs_with_its_candidates(vo: Path, read: Read, query: Query) -> None:
    report = read(vo / MARKS[1])
    found = query(
        report, "SELECT sum(low * weight) / sum(weight) FROM facts WHERE measure = 'central_mark' AND level = 'vwo'"
    )
    own = [
        (float(line["GEMIDDELD CIJFER CENTRAAL EXAMEN"].replace(",", ".")), int(line["EXAMENKANDIDATEN"]))
        for line in lines(vo / MARKS[1])
        if line["ONDERWIJSTYPE VO"] == "VWO"
    ]
    assert found[0][0] == pytest.approx(sum(mark * count for mark, count in own) / sum(count for _, count in own))


def test_programmes_of_vmbo_by_name_and_by_code(vo: Path, read: Read, query: Query) -> None:
    sql = "SELECT DISTINCT programme FROM facts WHERE level IN ('bb', 'kb', 'gl') AND programme IS NOT NULL"
    old, new = ({code for (code,) in query(read(vo / name), sql)} for name in MARKS)
    assert {"PIE", "BWI", "MTR", "Metalectro -ISP", "Bouwtechniek"} <= old
    assert {"PIE", "BWI", "MTR", "MVI", "MTE", "ZWE", "DP", "EO", "G", "HBR"} <= new


def test_marks_of_a_later_year_with_hidden_cells(vo: Path, read: Read, query: Query, tmp_path: Path) -> None:
    table = bent(vo / MARKS[1], 60, {}).renamed(
        {"BRIN NUMMER": "INSTELLINGSCODE", "VESTIGINGSNUMMER": "VESTIGINGSCODE"}
    )
    table = table.cell(0, "EXAMENKANDIDATEN", "<5").cell(1, "GEMIDDELD CIJFER CENTRAAL EXAMEN", "62")
    report = read(write(tmp_path, "geslaagden-gezakten-en-cijfers-2020-2021.csv", table.text(quoted=True)))
    assert (report.outcome, report.edition) == (Outcome.READ, "2020/21")
    assert query(report, "SELECT measure, low, high FROM facts WHERE row = 2 AND suppressed") == [
        ("candidates", 1.0, 4.0)
    ]
    # a mean over a hidden number of candidates is kept out of every other mean
    assert query(report, "SELECT count(*) FROM facts WHERE row = 2 AND measure LIKE '%_mark'") == [(0,)]
    assert any(
        "'GEMIDDELD CIJFER CENTRAAL EXAMEN': 1 waarden buiten 1 tot 10 (vanaf regel 3)" in w for w in report.warnings
    )


def test_marks_without_a_year_ask_for_it(vo: Path, read: Read, tmp_path: Path) -> None:
    path = write(tmp_path, "07.csv", bent(vo / MARKS[1], 40, {}).text())
    assert "van welk schooljaar is dit bestand?" in read(path).reason
    assert read(path, edition="2019/20").edition == "2019/20"


def test_exam_subjects(vo: Path, read: Read, query: Query) -> None:
    report = read(vo / HAVO)
    assert (report.edition, report.part, report.rows_read, report.warnings) == ("2018/19", "havo", 12_102, ())
    own: Counter[str] = Counter()
    for line in lines(vo / HAVO):
        own[line["VAKCODE"]] += int(line["TOTAAL AANTAL CENTRALE EXAMENS"])
    found: dict[str, float] = dict(
        query(report, "SELECT programme, sum(low) FROM facts WHERE measure = 'candidates' GROUP BY 1")
    )
    assert found == {code: count for code, count in own.items() if count}
    assert query(report, "SELECT DISTINCT domain FROM facts WHERE programme = '1023'") == [("natuurkunde",)]
    assert query(report, "SELECT min(low), max(low) FROM facts WHERE measure = 'central_mark'")[0][0] >= 1


def test_exam_subjects_of_vmbo(vo: Path, read: Read, query: Query, tmp_path: Path) -> None:
    """The vmbo file has the route in a column of its own; nask1 keeps its code and name."""
    table = bent(
        vo / HAVO, 40, {"HAVO": "VMBO", "0131": "0173", "aardrijkskunde": "natuur- en scheikunde 1", "2018": "2020"}
    )
    table = Table(
        (*table.header, "LEERWEG"), tuple((*row, "TL" if n % 2 else "BB") for n, row in enumerate(table.rows))
    )
    report = read(write(tmp_path, "examenkandidaten-vmbo-en-examencijfers-2020-2021.csv", table.text()))
    assert (report.outcome, report.edition, report.part) == (Outcome.READ, "2020/21", "vmbo")
    assert {row[0] for row in query(report, "SELECT DISTINCT level FROM facts")} == {"tl", "bb"}
    assert query(report, "SELECT DISTINCT domain FROM facts WHERE programme = '0173'") == [("natuur- en scheikunde 1",)]


def test_repeaters(vo: Path, read: Read, query: Query) -> None:
    report = read(vo / REPEATERS)
    assert (report.edition, report.rows_read, report.warnings) == ("2015/16", 1_297, ())
    columns = {"pupils": "TOTAAL LEERLINGEN", "repeaters": "AANTAL ZITTENBLIJVERS", "down": "AANTAL AFSTROMERS",
               "up": "AANTAL OPSTROMERS"}  # fmt: skip
    own = lines(vo / REPEATERS)
    assert dict(query(report, "SELECT measure, sum(low)::INTEGER FROM facts GROUP BY 1")) == {
        measure: sum(int(line[column].replace(".", "")) for line in own) for measure, column in columns.items()
    }
    # a dot is a thousand separator
    assert query(report, "SELECT low, peildatum FROM facts WHERE row = 2 AND measure = 'pupils'") == [
        (1001.0, "2015-10-01")
    ]


def test_repeaters_of_later_editions(vo: Path, read: Read, tmp_path: Path) -> None:
    """Eleven columns under other headers, and the ways in which names tell the two years."""
    names = {"TOTAAL LEERLINGEN": "AANTAL_LEERLINGEN", "AANTAL ZITTENBLIJVERS": "AANTAL_ZITTENBLIJVERS"}
    table = bent(vo / REPEATERS, 60, {}).renamed(names)
    table = table.without("GEMEENTENUMMER VESTIGING", "GEMEENTENAAM VESTIGING", "PROVINCIE VESTIGING")
    assert len(table.header) == 11
    later = read(write(tmp_path, "05-zittenblijvers-niveau-vestiging-2017-2018-tov-2018-2019.csv", table.text()))
    assert (later.outcome, later.edition) == (Outcome.READ, "2017/18")
    nameless = write(tmp_path, "05.csv", table.text())
    assert "van welk schooljaar" in read(nameless).reason
    assert read(nameless, edition="2018/19").edition == "2018/19"
    odd = read(write(tmp_path, "z-1516-tov-1617.csv", table.renamed({"AANTAL AFSTROMERS": "AANTAL GEZAKTEN"}).text()))
    assert odd.outcome is not Outcome.READ


def test_early_leavers_are_of_the_year_that_ended(vo: Path, read: Read, query: Query) -> None:
    report = read(vo / LEAVERS)
    assert (report.edition, report.rows_read, report.warnings) == ("2014/15", 1_270, ())
    own = lines(vo / LEAVERS)
    sums: dict[str, float] = dict(query(report, "SELECT measure, sum(low)::INTEGER FROM facts GROUP BY 1"))
    assert sums["pupils"] == sum(int(line["aantal_leerlingen"]) for line in own) == 949_874
    assert sums["leavers"] == sum(int(line["vsv_totaal"]) for line in own) == 4_522
    assert sums["leavers"] == sums["leavers_vmbo"] + sums["leavers_mbo"] + sums["leavers_other"]


def test_the_pupils_of_the_leavers_fit_no_other_year(vo: Path) -> None:
    """What the reader's period rests on: the further apart two counts are, the more the locations differ."""
    leavers = {
        f"{line['brin_nummer']}{line['vestigings_nummer']:0>2}": int(line["aantal_leerlingen"])
        for line in lines(vo / LEAVERS)
    }
    repeaters = {f"{line['BRINNUMMER']}{line['VESTIGINGSNUMMER']:0>2}": int(line["TOTAAL LEERLINGEN"].replace(".", ""))
                 for line in lines(vo / REPEATERS)}  # fmt: skip
    pupils: Counter[str] = Counter()
    for line in lines(vo / "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2016-2017.csv"):
        kind = line["ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR"].upper()
        if "PRAKTIJK" not in kind and "VAVO" not in kind:
            key = f"{line['BRIN NUMMER']}{line['VESTIGINGSNUMMER']:0>2}"
            pupils[key] += sum(int(cell) for header, cell in line.items() if header.startswith("LEER- OF"))

    def apart(one: dict[str, int], other: dict[str, int]) -> float:
        both = leavers.keys() & repeaters.keys() & pupils.keys()
        return sum(abs(one[key] - other[key]) for key in both) / sum(one[key] for key in both)

    assert 0.04 < apart(repeaters, pupils) < 0.065, "a year"
    assert 0.04 < apart(leavers, repeaters) < 0.065, "a year"
    assert apart(leavers, pupils) > 0.08, "two years"


def test_early_leavers_with_more_columns(vo: Path, read: Read, tmp_path: Path) -> None:
    table = bent(vo / LEAVERS, 60, {})
    table = Table(
        (*table.header, "RMC REGIO NAAM", "VSV BUITENLAND"), tuple((*row, "Alkmaar", "0") for row in table.rows)
    )
    report = read(write(tmp_path, "vsv-per-swv-2016-2017.csv", table.text()))
    assert (report.outcome, report.edition) == (Outcome.READ, "2016/17")
    assert any("onbekende kolom 'VSV BUITENLAND', niet gelezen" in warning for warning in report.warnings)
    assert not any("RMC" in warning for warning in report.warnings)


def test_location_totals_of_the_new_layout(shared: Path, tmp_path: Path, query: Query) -> None:
    sample = shared / SAMPLE
    report = sources.read(sample, workdir=tmp_path / "work", sample=True)
    assert (report.table, report.edition, report.rows_read) == ("vo_location_totals", "2025/26", 16)
    own = lines(sample, "utf-8")
    assert query(report, "SELECT sum(low)::INTEGER FROM facts WHERE measure = 'pupils'") == [
        (sum(int(line["AANTAL LEERLINGEN"]) for line in own),)
    ]
    hidden = sum(1 for line in own if line["AANTAL VO LEERLINGEN UITBESTEED AAN VAVO"] == "<5")
    assert query(report, "SELECT count(*) FROM facts WHERE suppressed AND low = 1 AND high = 4") == [(hidden,)]
