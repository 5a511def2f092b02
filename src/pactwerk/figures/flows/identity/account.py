"""The exact account of one pair of years; for `disclosure_control` and nobody else."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.terms import kind_of_transition
from pactwerk.figures.flows.transition import Transition


@dataclass(frozen=True)
class Node:
    """One state: its stock in both years (counted on their own), where it went by class, where it came from."""

    state: State
    stock: int
    classes: Mapping[str, int]
    next_stock: int
    within: int
    """Of the next stock, who was in publicly funded education a year before."""
    new: int

    @property
    def residual_out(self) -> int:
        """Stock less everybody who was followed from it; anything but 0 means that persons were lost or doubled."""
        return self.stock - sum(self.classes.values())

    @property
    def residual_in(self) -> int:
        """Next stock less everybody who was followed into it."""
        return self.next_stock - self.within - self.new


@dataclass(frozen=True)
class Account:
    """The account of the school year that starts in `year`: exact, so never shown as it is."""

    year: int
    nodes: tuple[Node, ...]
    transitions: tuple[Transition, ...]

    @property
    def residual(self) -> int:
        """All residuals together, without sign; the identity holds when it is 0."""
        return sum(abs(node.residual_out) + abs(node.residual_in) for node in self.nodes)


def account(
    transitions: Iterable[Transition], year: int, stock: Mapping[State, int], next_stock: Mapping[State, int]
) -> Account:
    """The account of one pair of years: `S(n,t)` = its classes, `S(n,t+1)` = who came from education + who is new.

    The stocks are counted apart from the transitions, or the identity would prove nothing. Definition: the accounting
    that CBS's description of door- en uitstroom vanuit het vo en vso implies, every person once.
    """
    chosen = tuple(transition for transition in transitions if transition.year == year)
    out: dict[State, Counter[str]] = {}
    within: Counter[State] = Counter()
    new: Counter[State] = Counter()
    for transition in chosen:
        if transition.source is not None:
            out.setdefault(transition.source, Counter())[kind_of_transition(transition)] += transition.persons
        if transition.target is not None:
            (new if transition.source is None else within)[transition.target] += transition.persons
    states = sorted({*out, *within, *new, *stock, *next_stock})
    nodes = tuple(
        Node(state, stock.get(state, 0), dict(out.get(state, {})), next_stock.get(state, 0), within[state], new[state])
        for state in states
    )
    return Account(year, nodes, chosen)
