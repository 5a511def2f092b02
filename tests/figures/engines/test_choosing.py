"""Which engine runs is one setting; what is wrong with it is said in words, and before anything is started."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import pactwerk
from pactwerk.basis.readable import ReadableError
from pactwerk.figures.engines import UnknownEngine, chosen_engine
from pactwerk.figures.engines.spark_needs import NoSpark, check

SOURCE = Path(pactwerk.__file__).parents[1]


def test_duckdb_when_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for said in (None, "", "duckdb"):
        monkeypatch.delenv("PACTWERK_ENGINE", raising=False)
        if said is not None:
            monkeypatch.setenv("PACTWERK_ENGINE", said)
        engine = chosen_engine()
        assert engine.dialect == "duckdb"
        engine.close()


def test_a_name_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACTWERK_ENGINE", "sparkk")
    with pytest.raises(UnknownEngine, match=r"sparkk.*kies duckdb of spark"):
        chosen_engine()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("sc://cluster:15002", "Spark Connect"),
        ("cluster:7077", "geen adres van Spark"),
        ("spark://", "geen adres van Spark"),
        ("spark://cluster", "geen adres van Spark"),
        ("local[two]", "geen adres van Spark"),
    ],
)
def test_an_address_that_is_none_is_refused(address: str, said: str) -> None:
    with pytest.raises(NoSpark, match=said):
        check(address)


def test_a_cluster_that_does_not_answer_is_named(spark_runs: None) -> None:
    """Port 1 of this machine: nobody listens there; nor does a machine whose name nobody knows."""
    with pytest.raises(NoSpark, match=r"spark://127.0.0.1:1,nobody.invalid:7077 is niet te bereiken"):
        check("spark://127.0.0.1:1,nobody.invalid:7077")


def java(folder: Path, script: str) -> str:
    (folder / "bin").mkdir()
    program = folder / "bin" / "java"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(folder)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("""echo 'openjdk version "11.0.2" 2019-01-15' >&2""", "versie 11"),
        ("""echo 'java version "1.8.0_201"' >&2""", "versie 8"),
        ("echo nothing of the kind >&2", "niet gevonden"),
    ],
)
def test_java_must_be_there_and_new_enough(
    spark_runs: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    monkeypatch.setenv("JAVA_HOME", java(tmp_path, script))
    with pytest.raises(NoSpark, match=rf"Java 17 of nieuwer nodig \({said}\).*JAVA_HOME"):
        check("local[*]")


def test_without_java(spark_runs: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoSpark, match="niet gevonden"):
        check("local[*]")


def refused(folder: Path) -> str:
    """What a process says that has no packages but those in the folder."""
    code = (
        f"import sys; sys.path[:0] = [{str(SOURCE)!r}, {str(folder)!r}]\n"
        "from pactwerk.basis.readable import ReadableError\n"
        "from pactwerk.figures.engines.spark_needs import check\n"
        "try: check('local[*]')\n"
        "except ReadableError as error: print(error.message_nl, error.message_en)\n"
    )
    done = subprocess.run([sys.executable, "-S", "-I", "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


def test_without_the_package_it_says_how_to_install_it(tmp_path: Path) -> None:
    assert "pip install 'pactwerk[spark]'" in refused(tmp_path)
    assert "not installed" in refused(tmp_path)


def test_a_package_that_is_too_old_is_named(tmp_path: Path) -> None:
    (tmp_path / "pyspark-3.5.1.dist-info").mkdir()
    (tmp_path / "pyspark-3.5.1.dist-info" / "METADATA").write_text("Name: pyspark\nVersion: 3.5.1\n", encoding="utf-8")
    assert "te oud (3.5.1)" in refused(tmp_path)


def test_reading_figures_never_starts_spark(loaded_home: Path) -> None:
    """With the setting on Spark and no pyspark to be had, the library and the command show figures as ever."""
    code = (
        "import sys; sys.modules['pyspark'] = None\n"
        "from pactwerk.cli.main import main\n"
        "code = main(['figures', 'show', 'K03', '--area', 'NL'])\n"
        "assert not any(name.startswith(('pyspark.', 'py4j', 'ibis')) for name in sys.modules)\n"
        "sys.exit(code)\n"
    )
    environment = os.environ | {"PACTWERK_ENGINE": "spark", "PACTWERK_HOME": str(loaded_home)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "2017/18" in done.stdout


def test_the_errors_can_be_shown_to_a_user() -> None:
    assert issubclass(NoSpark, ReadableError)
    assert issubclass(UnknownEngine, ReadableError)
