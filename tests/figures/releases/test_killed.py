"""A load that is killed, at any step or at any moment, leaves the release that was current complete and current."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pactwerk.figures.releases import managing
from tests.figures.releases.homes import PUPILS_2018, assert_complete, current, offer, pupils_file, value
from tests.figures.sources.invented import PUPILS

AT_A_STEP = """
import os, signal, sys
from pathlib import Path
from pactwerk.figures.releases import assembling, home, loading, reading_files

places = {"loading": loading, "assembling": assembling, "reading_files": reading_files, "Home": home.Home}
step, when, root, *paths = sys.argv[1:]
owner, name = step.split(".")
original = getattr(places[owner], name)

def deadly(*given, **named):
    found = original(*given, **named) if when == "after" else None
    os.kill(os.getpid(), signal.SIGKILL)
    return found

setattr(places[owner], name, deadly)
loading.load(Path(root), [Path(path) for path in paths])
"""

PLAIN = """
import sys
from pathlib import Path
from pactwerk.figures.releases.loading import load
print("started", flush=True)
sys.exit(load(Path(sys.argv[1]), [Path(path) for path in sys.argv[2:]]).exit_code)
"""

STEPS = [
    ("reading_files.copy_and_hash", "after"),
    ("reading_files.read", "after"),
    ("loading.judge", "after"),
    ("loading.kept_statements", "after"),
    ("assembling.build", "after"),
    ("assembling.write_manifest", "after"),
    ("assembling._keep_raw", "after"),
    ("assembling.sync_tree", "after"),
    ("assembling.sync_folder", "before"),
    ("Home.switch_to", "before"),
    ("Home.switch_to", "after"),
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose current release counts 23 technical third-years in 2017/18."""
    found = tmp_path / "home" / "figures"
    offer(found, pupils_file(tmp_path / "files"))
    return found


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    return pupils_file(tmp_path / "files", PUPILS_2018, PUPILS.cell(1, "LEER- OF VERBLIJFSJAAR 3 - MAN", "30"))


def run(script: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def assert_recovers(home: Path, newer: Path) -> None:
    """The next load cleans up and succeeds."""
    assert offer(home, newer).exit_code == 0
    assert value(home, "K04", "NL", "2018/19") == 33
    assert_complete(home)
    assert not (home / "staged").exists()
    known = {entry.name for entry in (home / "releases").iterdir()}
    assert len(known) == 2


@pytest.mark.parametrize(("step", "when"), STEPS)
def test_killed_at_a_step(home: Path, newer: Path, step: str, when: str) -> None:
    before = current(home).id
    process = run(AT_A_STEP, step, when, home, newer)
    _, errors = process.communicate()
    assert process.returncode == -signal.SIGKILL, errors
    release = assert_complete(home)
    if (step, when) == ("Home.switch_to", "after"):
        assert release.id != before
    else:
        assert release.id == before
    assert_recovers(home, newer)


def test_killed_at_random_moments(home: Path, newer: Path) -> None:
    chance = random.Random(20140402)
    before = current(home).id
    for _ in range(8):
        process = run(PLAIN, home, newer)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.8))
        process.kill()
        process.communicate()
        if assert_complete(home).id != before:
            break
    assert_recovers(home, newer)


def largest_file_of_a_load(tmp_path: Path, newer: Path) -> int:
    """The size of the largest file that the same load writes elsewhere, where nothing is in its way."""
    elsewhere = tmp_path / "elsewhere"
    offer(elsewhere, pupils_file(tmp_path / "files"))
    before = set(elsewhere.rglob("*"))
    offer(elsewhere, newer)
    return max(path.stat().st_size for path in set(elsewhere.rglob("*")) - before if path.is_file())


@pytest.mark.parametrize("share", [0.05, 0.25, 0.5, 0.9])
def test_a_disk_that_takes_no_more(home: Path, newer: Path, tmp_path: Path, share: float) -> None:
    """No file may grow beyond the limit: the load stops at another step for each, says so, and changes nothing."""
    before = current(home).id
    limit = int(share * largest_file_of_a_load(tmp_path, newer))
    process = subprocess.run(
        [sys.executable, "-m", "pactwerk.cli.main", "figures", "load", str(newer)],
        env={**os.environ, "PACTWERK_HOME": str(home.parent)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 1, process.stdout + process.stderr
    assert "vorige uitgave" in process.stderr or "geweigerd" in process.stdout
    assert assert_complete(home).id == before
    assert_recovers(home, newer)


AN_ACT = """
import os, signal, sys
from pathlib import Path
from pactwerk.figures.releases import acting, candidate, history, home, managing, staging

places = {"history": history, "candidate": candidate, "staging": staging, "acting": acting, "Home": home.Home}
step, when, root, what, *given = sys.argv[1:]
owner, name = step.split(".")
original = getattr(places[owner], name)

def deadly(*arguments, **named):
    found = original(*arguments, **named) if when == "after" else None
    os.kill(os.getpid(), signal.SIGKILL)
    return found

setattr(places[owner], name, deadly)
if what == "stage":
    managing.stage(Path(root), [Path(path) for path in given])
elif what == "use":
    managing.make_current(Path(root), given[0], "An")
elif what == "back":
    managing.go_back(Path(root), "An")
elif what == "withdraw":
    managing.withdraw(Path(root), given[0], "An", "fout")
else:
    managing.discard(Path(root), given[0], "An")
"""

WRITES = [("history.write_safely", "before"), ("history.write_safely", "after")]
SWITCHES = [("history.write_safely", "after"), ("Home.switch_to", "after")]


def killed(step: str, when: str, *arguments: object) -> None:
    process = run(AN_ACT, step, when, *arguments)
    _, errors = process.communicate()
    assert process.returncode == -signal.SIGKILL, errors


@pytest.mark.parametrize(
    ("step", "when"), [("candidate.write_safely", "before"), ("candidate.write_safely", "after"), *WRITES]
)
def test_killed_while_preparing(home: Path, newer: Path, step: str, when: str) -> None:
    """The current release stays; a candidate is there wholly, with its mark, or is cleared away."""
    before = current(home).id
    killed(step, when, home, "stage", newer)
    assert assert_complete(home).id == before
    for candidate in managing.candidates(home):
        assert managing.release_by_id(home, candidate.id) is not None
    assert len(managing.candidates(home)) == (0 if (step, when) == ("candidate.write_safely", "before") else 1)
    managing.stage(home, [newer])
    known = {before, *(candidate.id for candidate in managing.candidates(home))}
    assert {path.name for path in (home / "releases").iterdir()} == known


@pytest.mark.parametrize(("step", "when"), SWITCHES)
@pytest.mark.parametrize("what", ["use", "back", "withdraw"])
def test_an_act_is_done_and_written_down_or_neither(home: Path, newer: Path, step: str, when: str, what: str) -> None:
    first = current(home).id
    second = offer(home, newer).made if what != "use" else managing.stage(home, [newer]).id
    before, acts = current(home).id, len(managing.history(home))
    killed(step, when, home, what, *([second] if what != "back" else []))
    done = (step, when) == ("Home.switch_to", "after")
    after = {"use": second, "back": first, "withdraw": first}[what]
    assert assert_complete(home).id == (after if done else before)
    assert len(managing.history(home)) == acts + done
    assert (managing.withdrawal(home, str(second)) is not None) == (done and what == "withdraw")
    assert len(managing.candidates(home)) == (what == "use" and not done)
    # afterwards everything goes on
    if what == "use":
        managing.make_current(home, str(second), "Bo")
    elif not done:
        managing.go_back(home, "Bo")
    assert managing.history(home)[-1].current == current(home).id
    assert_complete(home)


@pytest.mark.parametrize(("step", "when"), [*WRITES, ("staging._forget_bytes", "before")])
def test_killed_while_throwing_away(home: Path, newer: Path, step: str, when: str) -> None:
    name = str(managing.stage(home, [newer]).id)
    killed(step, when, home, "discard", name)
    assert_complete(home)
    for candidate in managing.candidates(home):
        managing.discard(home, candidate.id, "Bo")
    assert managing.candidates(home) == ()
    assert {path.name for path in (home / "releases").iterdir()} == {current(home).id}
