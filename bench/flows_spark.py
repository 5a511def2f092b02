"""The same counts in Apache Spark on this machine: `count_transitions` through our engine, or plain SQL."""

import os
import sys
from pathlib import Path

from bench.flows_ours import count
from bench.flows_result import digest
from bench.flows_sql import one_join
from bench.measured import Clock, report


class _Rows:
    """A Spark session as `flows_sql` uses a connection."""

    def __init__(self, session) -> None:
        self.session = session

    def execute(self, query: str) -> "_Rows":
        """Run a statement."""
        self.found = self.session.sql(query).collect()
        return self

    def fetchall(self) -> list[tuple]:
        """Its rows."""
        return [tuple(row) for row in self.found]


def main() -> None:
    """`python -m bench.flows_spark FOLDER sql|ours`."""
    folder = Path(sys.argv[1])
    if sys.argv[2] == "ours":
        os.environ["PACTWERK_ENGINE"] = "spark"
        clock = Clock()
        counted = count(folder)
        times = clock.read()
        found = [
            (one.year, one.source.level, one.diploma, one.target.level if one.target else None, one.persons)
            for one in counted.transitions
            if one.source
        ]
    else:
        from pyspark.sql import SparkSession

        session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        session = session.config("spark.driver.memory", "4g").config("spark.sql.shuffle.partitions", "8")
        rows = _Rows(session.getOrCreate())
        clock = Clock()
        found = one_join(rows, f"parquet.`{folder}`")
        times = clock.read()
    report(times, digest=digest(found), java_mb=_java_peak())


def _java_peak() -> float:
    """Peak memory of the Java process that Spark runs in, in MB; 0 when it cannot be told."""
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            text = status.read_text()
        except OSError:
            continue
        fields = dict(line.split(":", 1) for line in text.splitlines() if ":" in line)
        if fields["Name"].strip() == "java" and _ours(int(fields["PPid"])):
            return float(fields["VmHWM"].split()[0]) / 1024
    return 0.0


def _ours(parent: int) -> bool:
    """Whether a process is this one or a child of it."""
    while parent > 1:
        if parent == os.getpid():
            return True
        text = Path(f"/proc/{parent}/status").read_text()
        parent = int(dict(line.split(":", 1) for line in text.splitlines() if ":" in line)["PPid"])
    return False


if __name__ == "__main__":
    main()
