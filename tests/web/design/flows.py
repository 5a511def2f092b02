"""Flows for tests, their tables made through the gate like every other."""

from __future__ import annotations

from collections.abc import Mapping

from pactwerk.figures.disclosure_control import Row, Source, open_computed_figures
from pactwerk.figures.flows.flow import LINK, STOCK, Flow, Stage
from pactwerk.figures.texts import Text

SOURCE = Source("leerlingen-2018.csv", "ab" * 32)
Number = int | tuple[int, int]
"""A count, or its bounds."""
Links = Mapping[tuple[int, str, str], Number]
Stocks = Mapping[tuple[int, str], Number]


def row(by: Mapping[str, str], number: Number, **more: str) -> Row:
    """A computed count; of bounds the value is not known."""
    value, low, high = (float(number), None, None) if isinstance(number, int) else (None, *number)
    facts = {"indicator": "S01", "definition": "proef", "area": "PV27", "period": "2016/17"} | more
    return Row(**facts, by=by, value=value, low=low, high=high, unit="leerlingen", sources=(SOURCE,))  # type: ignore[arg-type]  # `more` replaces texts only


def flow(
    links: Links,
    stocks: Stocks | None = None,
    *,
    stages: int = 2,
    words: Mapping[str, str] | None = None,
    example: bool = False,
    followed: bool = True,
) -> Flow:
    """A flow of these links and stocks; a state without a word goes by its code."""
    rows = [row({"stage": str(s), "from": a, "to": b}, n) for (s, a, b), n in links.items()]
    held = [row({"stage": str(s), "state": state}, n) for (s, state), n in (stocks or {}).items()]
    states = dict.fromkeys([state for _s, a, b in links for state in (a, b)])
    return Flow(
        code="proef",
        name=Text("Proefstroom", "Trial flow"),
        followed=followed,
        stages=tuple(Stage(Text(f"moment {n}", f"moment {n}"), f"20{16 + n}/{17 + n}") for n in range(stages)),
        links=open_computed_figures(rows, LINK, release="proef", example=example),
        stocks=open_computed_figures(held, STOCK, release="proef", example=example),
        words={state: Text((words or {}).get(state, state)) for state in states},
    )


def many(states: int, stages: int = 2) -> Flow:
    """Every state to some others: well over 500 links for 40 states."""
    names = [f"vo:{n:02d}" for n in range(states)]
    links: dict[tuple[int, str, str], Number] = {
        (stage, a, b): (n + 1) * 10 + m if (n + m) % 7 else (1, 4)
        for stage in range(stages - 1)
        for n, a in enumerate(names)
        for m, b in enumerate(names)
        if (n * 3 + m) % 3 == 0 or n == m
    }
    return flow(links, stages=stages)
