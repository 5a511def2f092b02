"""Both engines behind their contract; Spark really runs, once for all tests of a worker."""

import os
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from pactwerk.figures.engines import Engine
from pactwerk.figures.engines.duck import DuckEngine
from tests.figures.loaded import loaded_home

__all__ = ["loaded_home"]


SMALL = """
spark.driver.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
spark.sql.adaptive.enabled false
spark.sql.codegen.wholeStage false
"""
"""Spark's own settings for questions to a few rows, most of whose time is otherwise spent on making them fast."""


@pytest.fixture(scope="session")
def spark_runs(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skip where Spark is not installed; on CI it must be."""
    if find_spec("pyspark") is None:
        if os.environ.get("CI"):
            pytest.fail("no pyspark: make .venv/.spark")
        pytest.skip("no pyspark: make .venv/.spark")
    folder = tmp_path_factory.mktemp("spark-conf")
    (folder / "spark-defaults.conf").write_text(SMALL, encoding="utf-8")
    # read once, when Spark starts; nothing else looks at it
    os.environ.setdefault("SPARK_CONF_DIR", str(folder))


@pytest.fixture
def spark(spark_runs: None) -> Iterator[Engine]:
    """A session on the one Spark application of this worker; starting it takes eight seconds."""
    from pactwerk.figures.engines.spark import SparkEngine

    engine = SparkEngine()
    yield engine
    engine.close()


@pytest.fixture(params=["duckdb", "spark"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Each engine in turn."""
    if request.param == "spark":
        found: Engine = request.getfixturevalue("spark")
        yield found
        return
    duck = DuckEngine(threads=1)
    yield duck
    duck.close()
