"""A command that is killed at any step leaves a set wholly there or not at all, and the next one cleans up."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pactwerk.figures.flows.kept import NotKept, drop, kept_flows, read_set
from pactwerk.figures.flows.kept.acts import acts
from tests.figures.flows.kept.enrolled import enrolments, kept

AT_STEPS = """
import os, signal, sys
import ibis, ibis.backends.sql.compilers, scipy.optimize
from pathlib import Path
from pactwerk.figures.flows import records
from pactwerk.figures.flows.kept import acts, keeping, managing, storing

places = {"acts": acts, "keeping": keeping, "records": records, "storing": storing}
home, file, *steps = sys.argv[1:]

def run(step, when, what, root):
    owner, name = step.split(".")
    original = getattr(places[owner], name)

    def deadly(*given, **named):
        found = original(*given, **named) if when == "after" else None
        os.kill(os.getpid(), signal.SIGKILL)
        return found

    setattr(places[owner], name, deadly)
    if what == "keep":
        keeping.keep(root, keeping.Keeping(name="gedood", paths=(Path(file),), by="An"))
    else:
        managing.drop(root, "proef", "An")

# the libraries are loaded once: every step is a process of its own, forked before an engine runs
for asked in steps:
    child = os.fork()
    if child == 0:
        try:
            run(*asked.split(","), Path(home) / asked)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    print(asked, os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0)
"""

KEEPING = (
    *("records.count_transitions,after,keep", "storing.write,after,keep", "keeping.sync_tree,after,keep"),
    *("keeping.sync_folder,before,keep", "acts.write_safely,before,keep", "acts.write_safely,after,keep"),
)
DROPPING = ("acts.write_safely,before,drop", "acts.write_safely,after,drop")


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a home per step, in each of which a command was killed there."""
    homes = tmp_path_factory.mktemp("gedood")
    file = enrolments(homes / "inschrijvingen.csv", persons=100)
    for step in DROPPING:
        kept(homes / step, file)
    command = [sys.executable, "-c", AT_STEPS, str(homes), str(file), *KEEPING, *DROPPING]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    ended = dict(line.split() for line in done.stdout.splitlines())
    assert ended == dict.fromkeys((*KEEPING, *DROPPING), str(int(signal.SIGKILL))), done.stderr
    return homes


def assert_whole(root: Path, names: set[str]) -> None:
    found = kept_flows(root, public_only=False)
    assert {one.name for one in found} == names
    assert all(read_set(root, one).links for one in found)


def assert_cleaned(root: Path, sets: int) -> None:
    """The next command, whatever it is, clears away what the killed one left."""
    with pytest.raises(NotKept):
        drop(root, "er-is-niets", "An")
    assert len(list((root / "flows" / "sets").glob("*"))) == sets
    assert not (root / "flows" / "staged").exists()


@pytest.mark.parametrize("step", KEEPING)
def test_killed_while_keeping(killed: Path, step: str) -> None:
    done = step == KEEPING[-1]
    assert_whole(killed / step, {"gedood"} if done else set())
    assert_cleaned(killed / step, int(done))
    assert_whole(killed / step, {"gedood"} if done else set())


@pytest.mark.parametrize("step", DROPPING)
def test_killed_while_dropping(killed: Path, step: str) -> None:
    done = step == DROPPING[-1]
    assert_whole(killed / step, set() if done else {"proef"})
    assert len(acts(killed / step / "flows")) == 1 + done
    assert_cleaned(killed / step, int(not done))
