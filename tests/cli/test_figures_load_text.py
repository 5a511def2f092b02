"""The report of a load as text: what many files have in common is told once."""

from pathlib import Path

from pactwerk.cli.figures_load_text import load_report
from pactwerk.figures.releases.reports import FileLine, LoadResult


def _line(name: str, *warnings: str, table: str = "po_pupils") -> FileLine:
    pairs = tuple((warning, f"EN {warning}") for warning in warnings)
    return FileLine(path=Path(name), outcome="read", table=table, warnings=pairs)


def _report(*lines: FileLine, dutch: bool = True) -> str:
    return load_report(LoadResult(lines, "x", "x"), "table", dutch=dutch)


def test_more_than_three_files_with_one_warning_share_a_line() -> None:
    numbers = ("22", "1.352", "266", "15.445")
    lines = [_line(f"{place}.csv", f"{number} cellen verborgen") for place, number in enumerate(numbers)]
    text = _report(*lines, _line("4.csv", "iets anders"))
    assert text.count("verborgen") == 1
    assert "4 bestanden (0.csv, 1.csv, 2.csv, …): let op: 22 - 15.445 cellen verborgen" in text
    assert "4.csv: let op: iets anders" in text
    assert "4 files (0.csv, 1.csv, 2.csv, …): warning: EN 22 - 15.445" in _report(*lines, dutch=False)


def test_three_files_and_other_tables_speak_for_themselves() -> None:
    lines = [_line(f"{place}.csv", f"{place} verborgen") for place in range(3)]
    text = _report(*lines, _line("andere.csv", "9 verborgen", table="exams"))
    assert text.count("verborgen") == 4
    assert "bestanden (" not in text


def test_a_file_left_out_says_why() -> None:
    line = FileLine(path=Path("x_EXCERPT.csv"), outcome="skipped", reason=("voorbeeld van een indeling", "a sample"))
    assert "overgeslagen: 1\n  x_EXCERPT.csv: voorbeeld van een indeling" in _report(line)
