"""What Spark needs before it starts: the package, Java, a cluster that answers; each refusal says what to do."""

import os
import re
import shutil
import socket
import subprocess
from importlib import metadata
from pathlib import Path

from pactwerk.basis.readable import ReadableError

OLDEST_SPARK, OLDEST_JAVA = 4, 17
_PATIENCE = 5.0
"""Seconds to wait for a cluster's door; Spark itself tries for a minute and says little."""
_DOOR = re.compile(r"^(?P<host>\[[0-9a-fA-F:]+\]|[^:,/\s]+):(?P<port>\d{1,5})$")


class NoSpark(ReadableError):
    """Spark cannot run: the package or Java is missing or too old, or the cluster does not answer."""


def check(master: str) -> None:
    """Raise NoSpark when something is missing that Spark at this address needs."""
    _check_address(master)
    _check_package()
    _check_java()
    if master.startswith("spark://"):
        _check_cluster(master)


def _check_address(master: str) -> None:
    if master.startswith("sc://"):
        raise NoSpark(
            f"PACTWERK_SPARK_MASTER={master}: Spark Connect (sc://) wordt niet ondersteund; geef het adres van de"
            " master (spark://naam:7077), of laat de instelling leeg voor Spark op deze machine.",
            f"PACTWERK_SPARK_MASTER={master}: Spark Connect (sc://) is not supported; give the master's address"
            " (spark://name:7077), or leave the setting empty for Spark on this machine.",
        )
    doors = master.removeprefix("spark://").split(",") if master.startswith("spark://") else []
    known = re.fullmatch(r"local(\[(\*|\d+)(,\d+)?\])?|yarn|k8s://\S+", master)
    if not known and not (doors and all(_DOOR.match(door) for door in doors)):
        raise NoSpark(
            f"PACTWERK_SPARK_MASTER={master}: dit is geen adres van Spark; kies bijvoorbeeld spark://naam:7077, of laat"
            " de instelling leeg voor Spark op deze machine.",
            f"PACTWERK_SPARK_MASTER={master}: this is no address of Spark; choose spark://name:7077 for instance, or"
            " leave the setting empty for Spark on this machine.",
        )


def _check_package() -> None:
    try:
        version = metadata.version("pyspark")
    except metadata.PackageNotFoundError:
        version = ""
    if not version or int(version.split(".")[0]) < OLDEST_SPARK:
        raise NoSpark(
            f"Spark ontbreekt of is te oud ({version or 'niet geïnstalleerd'}). Installeer het met: pip install"
            " 'pactwerk[spark]', of zet PACTWERK_ENGINE op duckdb.",
            f"Spark is missing or too old ({version or 'not installed'}). Install it by: pip install"
            " 'pactwerk[spark]', or set PACTWERK_ENGINE to duckdb.",
        )


def _check_java() -> None:
    found = _java_version()
    if found is None or found < OLDEST_JAVA:
        was = "niet gevonden" if found is None else f"versie {found}"
        said = "not found" if found is None else f"version {found}"
        raise NoSpark(
            f"Spark heeft Java {OLDEST_JAVA} of nieuwer nodig ({was}). Installeer het (Debian: apt-get install"
            " default-jre-headless) of wijs het aan met JAVA_HOME; of zet PACTWERK_ENGINE op duckdb.",
            f"Spark needs Java {OLDEST_JAVA} or newer ({said}). Install it (Debian: apt-get install"
            " default-jre-headless) or point to it by JAVA_HOME; or set PACTWERK_ENGINE to duckdb.",
        )


def _java_version() -> int | None:
    """The Java that Spark would start: of JAVA_HOME, else of the path; 8 was still called 1.8."""
    home = os.environ.get("JAVA_HOME")
    program = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    if program is None:
        return None
    try:
        said = subprocess.run([program, "-version"], capture_output=True, text=True, timeout=30, check=False).stderr  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r'version "(?:1\.)?(\d+)', said)
    return int(found.group(1)) if found else None


def _check_cluster(master: str) -> None:
    """One of the masters must accept a connection: a standby master listens too."""
    for door in master.removeprefix("spark://").split(","):
        found = _DOOR.match(door)
        try:
            assert found is not None
            address = found["host"].strip("[]"), int(found["port"])
            socket.create_connection(address, timeout=_PATIENCE).close()
        except (OSError, OverflowError):
            continue
        return
    raise unreachable(master)


def unreachable(master: str) -> NoSpark:
    """What to say of a cluster that does not answer."""
    return NoSpark(
        f"Het Spark-cluster op {master} is niet te bereiken. Controleer of het draait en of deze machine erbij kan;"
        " of zet PACTWERK_ENGINE op duckdb.",
        f"The Spark cluster at {master} cannot be reached. Check that it runs and that this machine may reach it;"
        " or set PACTWERK_ENGINE to duckdb.",
    )
