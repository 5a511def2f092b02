"""An account as it may be shown: one rounding of all its cells, so that the identity holds in what is shown too."""

from collections.abc import Hashable, Iterator

from pactwerk.basis.dated import SchoolYear
from pactwerk.basis.readable import ReadableError
from pactwerk.figures.disclosure_control import PublishableTable, Row, Source, protected_figures
from pactwerk.figures.disclosure_control.protecting import Protected, ProtectedCounts, protected_counts
from pactwerk.figures.flows.identity.account import Account
from pactwerk.figures.flows.naming import OUTSIDE
from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.terms import CLASSES, kind_of_transition

STOCK, NEXT_STOCK, WITHIN, NEW = "stand", "stand-later", "uit-onderwijs", "nieuw"
"""Kinds of a row beside the classes: both stocks, and the two ways in."""
DIMENSIONS = ("state", "kind")
_Cell = tuple[Hashable, ...]


class DoesNotAddUp(ReadableError):
    """Persons were lost or doubled on the way; nothing of the count is shown."""

    def __init__(self) -> None:
        """Say so without a number."""
        super().__init__(
            "De telling sluit niet: het residu is niet 0. Er is niets getoond; meld dit als fout van Pactwerk.",
            "The count does not add up: the residual is not 0. Nothing was shown; report this as an error of Pactwerk.",
        )


def _code(state: State | None) -> str:
    return str(state) if state else OUTSIDE


def _cells(account: Account) -> dict[_Cell, int]:
    found: dict[_Cell, int] = {}
    for transition in account.transitions:
        cell: _Cell = (_code(transition.source), kind_of_transition(transition), _code(transition.target))
        found[cell] = found.get(cell, 0) + transition.persons
    return found


def _in(cell: _Cell) -> _Cell:
    """The totals of the later year: by where they are, whether they are new, and where they came from."""
    source, kind, target = cell
    return target, NEW if source == OUTSIDE else WITHIN, source, kind


def shown_account(account: Account, secret: bytes, *, file: str) -> PublishableTable:
    """Every state with its stocks, classes and ways in, as protected counts by (state, kind).

    What is shown adds up as the exact counts do: all of it comes from one additive rounding. Kinds that are shown as 0
    are left out. `file` is the source that stands with the figures. Raises DoesNotAddUp, NotProtected.
    """
    if account.residual:
        raise DoesNotAddUp
    counts = protected_counts(_cells(account), secret, second=_in)
    period = SchoolYear.starting(account.year).text
    figures = ((_row(period, file, *names), count) for names, count in _figures(account, counts) if count.value)
    return protected_figures(figures, DIMENSIONS)


def _figures(account: Account, counts: ProtectedCounts) -> Iterator[tuple[tuple[str, str], Protected]]:
    for node in account.nodes:
        state = str(node.state)
        yield (state, STOCK), counts.first(state)
        for kind in CLASSES:
            if kind != NEW:
                yield (state, kind), counts.first(state, kind)
        yield (state, NEXT_STOCK), counts.second(state)
        for way in (WITHIN, NEW):
            yield (state, way), counts.second(state, way)


def _row(period: str, file: str, state: str, kind: str) -> Row:
    return Row(
        indicator="FLOW",
        definition="sluitende-telling",
        area="bestand",
        period=period,
        value=None,
        unit="personen",
        by={"state": state, "kind": kind},
        sources=(Source(file=file),),
    )
