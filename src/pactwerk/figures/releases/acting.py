"""Which release is current: made so, gone back from, withdrawn. Every act is a line of the history."""

from pathlib import Path

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.releases.candidate import marked, marks
from pactwerk.figures.releases.history import Act, act, stack, withdrawn
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.lineage import manifest_of
from pactwerk.figures.releases.loading import working
from pactwerk.figures.releases.manifest import is_readable


class NotPossible(ReadableError):
    """The act cannot be done; the text says why and what can."""


def make_current(root: Path, name: str, by: str, reason: str = "") -> None:
    """Make a prepared or an earlier release the current one.

    Raises NotPossible when it does not exist, is withdrawn, cannot be read by this program, or was prepared from a
    release that is no longer current (its files would then undo what was loaded since).
    """
    with working(root, reading=False) as home:
        _usable(home, name)
        candidate = marked(home, name) if name not in stack(home) else None
        if candidate and candidate.base != home.current_id():
            raise NotPossible(
                f"Uitgave {name} is voorbereid toen een andere uitgave actueel was; bereid de bestanden opnieuw voor.",
                f"Release {name} was prepared while another release was current; prepare the files again.",
            )
        act(home, Act(kind="made_current", release=name, current=name, by=by, reason=reason))
        if name in marks(home):
            marks(home)[name].unlink(missing_ok=True)


def go_back(root: Path, by: str, reason: str = "") -> str:
    """Make the release current that was so before the current one, withdrawn ones passed over; its id.

    Raises NotPossible when there is none.
    """
    with working(root, reading=False) as home:
        name = _before(home)
        act(home, Act(kind="went_back", release=name, current=name, by=by, reason=reason))
        return name


def withdraw(root: Path, name: str, by: str, reason: str) -> str | None:
    """Withdraw a release: it stays, is marked everywhere and is never current again; the current release after it.

    The current release is withdrawn by going back at the same moment. Raises NotPossible without a reason, for a
    release that was never current (discard a candidate), and when there is no earlier release to go back to.
    """
    with working(root, reading=False) as home:
        _reason(reason)
        if name not in stack(home):
            raise _unknown(name)
        if name in withdrawn(home):
            raise NotPossible(f"Uitgave {name} is al ingetrokken.", f"Release {name} is withdrawn already.")
        current = home.current_id()
        after = _before(home) if name == current else current
        act(home, Act(kind="withdrawn", release=name, current=after, by=by, reason=reason.strip()))
        return after


def reinstate(root: Path, name: str, by: str, reason: str) -> None:
    """Undo a withdrawal; both acts stay in the history. It is not made current. Raises NotPossible."""
    with working(root, reading=False) as home:
        _reason(reason)
        if name not in withdrawn(home):
            raise NotPossible(f"Uitgave {name} is niet ingetrokken.", f"Release {name} is not withdrawn.")
        act(home, Act(kind="reinstated", release=name, current=home.current_id(), by=by, reason=reason.strip()))


def _reason(reason: str) -> None:
    if not reason.strip():
        raise NotPossible("Geef een reden.", "Give a reason.")


def _unknown(name: str) -> NotPossible:
    return NotPossible(f"Er is geen uitgave {name}.", f"There is no release {name}.")


def _usable(home: Home, name: str) -> None:
    if name not in stack(home) and name not in marks(home):
        raise _unknown(name)
    if name in withdrawn(home):
        reason = withdrawn(home)[name].reason
        raise NotPossible(
            f"Uitgave {name} is ingetrokken ({reason}) en wordt niet meer actueel.",
            f"Release {name} is withdrawn ({reason}) and is not made current again.",
        )
    if not _readable(home, name):
        raise NotPossible(
            f"Uitgave {name} is beschadigd of door een andere versie van Pactwerk gemaakt en is niet meer te tonen.",
            f"Release {name} is damaged or made by another version of Pactwerk and can no longer be shown.",
        )


def _readable(home: Home, name: str) -> bool:
    manifest = manifest_of(home, name)
    return manifest is not None and is_readable(manifest, home.release(name))


def _before(home: Home) -> str:
    """The newest release below the current one that can be made current. Raises NotPossible."""
    order, current, gone = stack(home), home.current_id(), withdrawn(home)
    below = order[: order.index(current)] if current in order else order
    for name in reversed(below):
        if name not in gone and _readable(home, name):
            return name
    raise NotPossible(
        "Er is geen eerdere uitgave om naar terug te gaan; laad eerst de juiste bestanden.",
        "There is no earlier release to go back to; load the right files first.",
    )
