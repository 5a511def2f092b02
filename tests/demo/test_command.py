"""The command itself, as a user runs it: build, build again, serve."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

import pytest

from demo import readiness

ROOT = Path(__file__).resolve().parents[2]
RUN = "import sys; from pactwerk.cli.demo import run; sys.exit(run(sys.argv[1:]))"


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PACTWERK_", "DJANGO_"))}
    return {**kept, "PACTWERK_HOME": str(home), "PYTHONPATH": str(ROOT / "src"), **more}


def command(*arguments: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", RUN, *arguments], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo-home")
    done = command("--niet-serveren", env=environment(folder))
    assert done.returncode == 0, done.stderr
    assert "beheerder@waterrijk.example" in done.stdout
    return folder


def test_a_second_run_prints_the_same_sign_in_and_builds_nothing(home: Path) -> None:
    def state() -> dict[str, int]:
        return {str(path): path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}

    before = state()
    again = command("--niet-serveren", env=environment(home))
    assert again.returncode == 0, again.stderr
    assert (home / readiness.SIGN_IN_FILE).read_text(encoding="utf-8") in again.stdout
    database = {path for path in state() if "sqlite3" in path}
    assert {path: at for path, at in state().items() if path not in database} == {
        path: at for path, at in before.items() if path not in database
    }


def test_what_serves_has_built_nothing_itself(home: Path) -> None:
    """A worker is a fork of the server; an engine that a load has used does not survive that."""
    (home / readiness.STAMP).unlink()
    code = (
        "import sys; from pathlib import Path; from pactwerk.cli.demo import ROOT, build_apart;"
        " sys.path.insert(0, str(ROOT)); build_apart(Path(sys.argv[1]));"
        " print('loaded:', sorted({'_duckdb', 'django.db', 'polars'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(home)], cwd=ROOT, env=environment(home), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert (home / readiness.STAMP).exists()
    assert done.stdout.splitlines()[-1] == "loaded: []"


def test_it_serves_the_pact_on_this_machine(home: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-c", RUN],
        cwd=ROOT,
        env=environment(home, PORT=str(port)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        page = fetch(f"http://127.0.0.1:{port}/pacten/techniekpact-waterrijk/")
        assert "Techniekpact Waterrijk" in page
        assert "oorbeeldgegevens" in page
    finally:
        server.terminate()
        server.wait(timeout=60)


def fetch(address: str, tries: int = 300) -> str:
    """The page, as soon as the server answers."""
    for _ in range(tries):
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError:
            raise
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")


@pytest.mark.parametrize("port", ["nul", "0", "70000"])
def test_a_wrong_port_says_what_was_expected(home: Path, port: str) -> None:
    refused = command(env=environment(home, PORT=port))
    assert refused.returncode == 1
    assert f"PORT='{port}'" in refused.stderr
    assert "1 tot 65535" in refused.stderr


def test_ready_only_while_nothing_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = tmp_path / "code"
    code.mkdir()
    (code / "a.py").write_text("1", encoding="ascii")
    home = tmp_path / "home"
    (home / "figures").mkdir(parents=True)
    (home / "pactwerk.sqlite3").touch()
    (home / "figures" / "CURRENT").touch()
    monkeypatch.setattr(readiness, "CODE", (code,))
    for name in readiness.SETTINGS:
        monkeypatch.delenv(name, raising=False)
    assert not readiness.is_built(home)
    readiness.note_built(home)
    assert readiness.is_built(home)
    (code / "b.py").write_text("2", encoding="ascii")
    assert not readiness.is_built(home)
    readiness.note_built(home)
    monkeypatch.setenv("PACTWERK_CLOCK", "2025-01-01")
    assert not readiness.is_built(home)
    monkeypatch.delenv("PACTWERK_CLOCK")
    (home / "pactwerk.sqlite3").unlink()
    assert not readiness.is_built(home)
