"""Both engines behind their contract; Spark really runs, once for all tests of a worker."""

import os
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from pactwerk.figures.engines import Engine
from pactwerk.figures.engines.duck import DuckEngine


@pytest.fixture(scope="session")
def spark_runs() -> None:
    """Skip where Spark is not installed; on CI it must be."""
    if find_spec("pyspark") is None:
        if os.environ.get("CI"):
            pytest.fail("no pyspark: make .venv/.spark")
        pytest.skip("no pyspark: make .venv/.spark")


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
