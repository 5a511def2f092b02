"""Counts of enrolments as they may be shown: through protection and the gate, nothing exact beside them."""

from collections.abc import Iterable, Iterator, Sequence

from pactwerk.figures.disclosure_control import PublishableTable, Row, protected_figures
from pactwerk.figures.disclosure_control.protecting import (
    Protected,
    ProtectedCounts,
    Share,
    protected_counts,
)
from pactwerk.figures.flows.naming import OUTSIDE
from pactwerk.figures.flows.rates import share_of
from pactwerk.figures.flows.records.counting import Counted
from pactwerk.figures.flows.records.faults import Fault
from pactwerk.figures.flows.states import State

NEW, LEFT = "nieuw", OUTSIDE
"""States of who was not enrolled the year before, and of who is not the year after."""
WHOLE_FILE = "bestand"
"""Stands for the area where a count is of the whole file, whatever that covers."""
Key = tuple[str, ...]
"""Year, source, target, and a code per breakdown."""


def transition_table(
    counted: Counted,
    grain: Sequence[str],
    by: Sequence[str],
    secret: bytes,
    only: tuple[str, str] = ("", ""),
) -> PublishableTable:
    """Counts, and of who was enrolled the share of each target within their source, of what is not shown as 0.

    `only` chooses a source and a target after everything was protected. Raises NotProtected.
    """
    by = tuple(name for name in ("sex", "area", "diploma") if name in by)
    counts: dict[Key, int] = {}
    for one in counted.transitions:
        key = (str(one.year), str(one.source or NEW), str(one.target or LEFT), *(getattr(one, name) for name in by))
        counts[key] = counts.get(key, 0) + one.persons
    rounded = protected_counts(counts, secret, first=_by_source, second=_by_target, apart=False)
    rows = [
        (_row(key, grain, by, unit="personen" if isinstance(figure, Protected) else "%"), figure)
        for key, figure in _figures(counts, rounded)
        if (not only[0] or _within(key[1], only[0])) and (not only[1] or _within(key[2], only[1]))
    ]
    return protected_figures(rows, ("from", "to", *(name for name in by if name != "area")))


def _by_source(key: Key) -> Key:
    return (key[0], key[1], *key[3:], key[2])


def _by_target(key: Key) -> Key:
    return (key[0], key[2], *key[3:], key[1])


def _figures(counts: Iterable[Key], rounded: ProtectedCounts) -> Iterator[tuple[Key, Protected | Share]]:
    """Every count that is not shown as 0; then its share among who started from the same state.

    The whole is the protected total of that state, not the sum of its targets: the width of the interval would tell
    how many targets occur, those shown as 0 among them.
    """
    groups: dict[Key, dict[Key, Protected]] = {}
    for key in sorted(counts):
        groups.setdefault((key[0], key[1], *key[3:]), {})[key] = rounded.cell(*key)
    for group in groups.values():
        for key, count in group.items():
            if count.hidden:
                continue
            yield key, count
            if key[1] != NEW:
                yield key, share_of(count, rounded.first(key[0], key[1], *key[3:]))


def _within(state: str, asked: str) -> bool:
    """Whether a state is the one asked, or finer: `vo:kb:techniek` is within `vo:kb`."""
    if state in (NEW, LEFT) or asked in (NEW, LEFT):
        return state == asked
    mine, wanted = (State.parse(text) for text in (state, asked))
    pairs = zip(
        (mine.level, mine.track, mine.field, mine.grade),
        (wanted.level, wanted.track, wanted.field, wanted.grade),
        strict=True,
    )
    return all(not want or have == want for have, want in pairs)


def _row(key: Key, grain: Sequence[str], by: Sequence[str], unit: str) -> Row:
    year = int(key[0])
    told = dict(zip(by, key[3:], strict=True))
    return Row(
        indicator="FLOW",
        definition="inschrijvingen-1-oktober " + "-".join(grain),
        area=told.pop("area", WHOLE_FILE),
        period=f"{year}/{(year + 1) % 100:02}",
        value=None,
        unit=unit,
        by={"from": key[1], "to": key[2], **told},
        peildatum=f"{year}-10-01",
        concept="home" if "area" in by else None,
    )


def fault_table(faults: Iterable[Fault], secret: bytes) -> PublishableTable:
    """Every fault with its protected count; also one that fewer than ten have is named."""
    counts = {(one.unit, one.code, str(one.year or ""), one.detail): one.count for one in faults}
    rounded = protected_counts(counts, secret)
    rows = [
        (
            Row(
                indicator="FAULT",
                definition="inschrijvingen-1-oktober",
                area=WHOLE_FILE,
                period=f"{year}/{(int(year) + 1) % 100:02}" if year else "",
                value=None,
                unit="personen" if unit == "persons" else "rijen",
                by={"fault": code, "detail": detail},
            ),
            rounded.cell(unit, code, year, detail),
        )
        for unit, code, year, detail in counts
    ]
    return protected_figures(rows, ("fault", "detail"))
