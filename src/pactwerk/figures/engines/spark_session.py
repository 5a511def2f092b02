"""One Spark application for a process: quiet, private, and with the same answers as DuckDB."""

import atexit
import logging
import os
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

from pactwerk.figures.engines.spark_needs import NoSpark, check, unreachable

ADDRESS = "PACTWERK_SPARK_MASTER"
"""The setting with the cluster's address."""
LOCAL = "local[*]"
"""Without that setting Spark runs in this machine, on every core."""

_ALWAYS = {
    "spark.app.name": "pactwerk",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    # an error of Spark quotes the value that it could not read, and that may be a person's
    "spark.log.level": "OFF",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.catalogImplementation": "in-memory",
}
_ON_THIS_MACHINE = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}
_LOGGERS = ("SQLQueryContextLogger", "DataFrameQueryContextLogger")
"""PySpark writes every failed statement with its values to these."""

_application: list[Any] = []


def master() -> str:
    """Where Spark runs, by the setting."""
    return os.environ.get(ADDRESS, "").strip() or LOCAL


def application(memory_mb: int | None = None, spill: Path | None = None) -> Any:
    """The Spark session of this process, started at the first question, which takes some eight seconds.

    Memory and the folder for what does not fit are those of whoever asks first: they belong to the Java process. Raises
    NoSpark.
    """
    if not _application:
        address = master()
        check(address)
        _application.append(_start(address, memory_mb, spill))
    return _application[0]


def _start(address: str, memory_mb: int | None, spill: Path | None) -> Any:
    with warnings.catch_warnings():
        # of pandas, which is not used here
        warnings.simplefilter("ignore")
        from pyspark import SparkConf, SparkContext
        from pyspark.java_gateway import launch_gateway
        from pyspark.sql import SparkSession

        for name in _LOGGERS:
            logging.getLogger(name).disabled = True
        folder = Path(tempfile.mkdtemp(prefix="pactwerk-spark-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        conf = SparkConf(loadDefaults=False).setAll(_settings(address, folder, memory_mb, spill).items())
        said = folder / "java.txt"
        try:
            with said.open("wb") as stream:
                gateway = launch_gateway(conf, {"stderr": stream})
            return SparkSession(SparkContext(conf=conf, gateway=gateway))
        except Exception as error:  # py4j and Spark raise many kinds, none of them in their documentation
            if address.startswith("spark://"):
                raise unreachable(address) from error
            raise NoSpark(
                f"Spark is niet te starten op {address}: {_last_line(said)}",
                f"Spark cannot be started at {address}: {_last_line(said)}",
            ) from error


def _settings(address: str, folder: Path, memory_mb: int | None, spill: Path | None) -> dict[str, str]:
    settings = _ALWAYS | {"spark.master": address, "spark.sql.warehouse.dir": f"file://{folder / 'warehouse'}"}
    if address.startswith("local"):
        settings |= _ON_THIS_MACHINE | {"spark.local.dir": str(spill or folder)}
        # a shuffle in one machine needs few parts; what does not fit in memory is spilt
        settings["spark.sql.shuffle.partitions"] = str(2 * (os.cpu_count() or 1))
        if memory_mb:
            settings["spark.driver.memory"] = f"{memory_mb}m"
    return settings


def _last_line(path: Path) -> str:
    """The last thing that Java said while it started; nobody's data have been read then."""
    lines = path.read_text(encoding="utf-8", errors="replace").strip().splitlines() if path.exists() else []
    return lines[-1][:200] if lines else "Java"
