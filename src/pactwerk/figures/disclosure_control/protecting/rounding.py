"""Additive rounding: the cells of a table to multiples of ten, so that chosen totals come out within ten as well.

Controlled rounding of Cox, Journal of the American Statistical Association 82 (1987), for two families of totals, each
a tree. The incidence matrix of two trees is totally unimodular, so a solution in whole numbers always exists.
"""

import hashlib
import hmac
from collections.abc import Hashable, Sequence
from itertools import accumulate
from typing import Any

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.disclosure_control.protecting.protected import BASE

Path = tuple[Hashable, ...]
"""The totals that a cell belongs to in one family, from coarse to fine; every prefix is a total."""


class NotProtected(ReadableError):
    """The counts cannot be protected, so nothing of them may be shown; the text says what to do."""


def additive_rounding(
    names: Sequence[Hashable],
    counts: Sequence[int],
    families: Sequence[Sequence[Path]],
    secret: bytes,
    *,
    apart: bool = False,
) -> list[int]:
    """The counts as multiples of ten: every cell and every total of a family goes to a neighbouring multiple of ten.

    `families` are at most two, each with the path of every cell. Which way a cell goes hangs on its name and the
    secret, the upper one more often the nearer it is. `apart` says that all paths of a cell have their first step in
    common and that nothing is totalled across first steps: each is then solved on its own. Raises NotProtected for a
    negative count and when no solution was found or the one found does not hold.
    """
    if any(count < 0 for count in counts):
        raise NotProtected("Een aantal is kleiner dan nul.", "A count is below zero.")
    up = _solve(names, counts, families, secret, apart)
    rounded = [count - count % BASE + BASE * up.get(cell, 0) for cell, count in enumerate(counts)]
    _verify(counts, rounded, families, grand=not apart)
    return rounded


def _solve(
    names: Sequence[Hashable], counts: Sequence[int], families: Sequence[Sequence[Path]], secret: bytes, apart: bool
) -> dict[int, int]:
    """For every cell that is no multiple of ten whether it goes up."""
    loose = [cell for cell, count in enumerate(counts) if count % BASE]
    up: dict[int, int] = {}
    for part in _parts(loose, families) if apart else [loose]:
        up.update(_solve_part(part, names, counts, families, secret))
    return up


def sums(paths: Sequence[Path], values: Sequence[int], *, grand: bool) -> dict[Path, int]:
    """Every total of a family; the grand total, with an empty path, only when asked."""
    found: dict[Path, int] = {}
    for path, value in zip(paths, values, strict=True):
        for length in range(0 if grand else 1, len(path) + 1):
            found[path[:length]] = found.get(path[:length], 0) + value
    return found


def _parts(loose: Sequence[int], families: Sequence[Sequence[Path]]) -> list[list[int]]:
    """Cells that may share a total: those with the same first step. Raises ValueError when paths start differently."""
    if any(len({paths[cell][:1] for paths in families}) != 1 for cell in loose):
        raise ValueError("paths of one cell start with different steps")
    parts: dict[Path, list[int]] = {}
    for cell in loose:
        parts.setdefault(families[0][cell][:1], []).append(cell)
    return list(parts.values())


def _solve_part(
    part: Sequence[int],
    names: Sequence[Hashable],
    counts: Sequence[int],
    families: Sequence[Sequence[Path]],
    secret: bytes,
) -> dict[int, int]:
    if not part:
        return {}
    from scipy.optimize import milp  # a third of a second to import, for who protects only

    # without integrality: every corner of two trees is whole, and finding one takes a quarter of the time
    cost = [_draw(secret, names[cell]) - counts[cell] % BASE / BASE for cell in part]
    solved = milp(cost, bounds=(0, 1), constraints=_totals(part, counts, families))
    if not solved.success or solved.x is None:
        raise NotProtected(
            f"De aantallen zijn niet te beschermen ({solved.message}); vraag een grovere indeling.",
            f"The counts cannot be protected ({solved.message}); ask for a coarser breakdown.",
        )
    return {cell: round(value) for cell, value in zip(part, solved.x, strict=True)}


def _draw(secret: bytes, name: Hashable) -> float:
    """A number from 0 to 1 that belongs to this cell."""
    digest = hmac.digest(secret, repr(name).encode(), hashlib.sha256)
    return int.from_bytes(digest[:7], "big") / 256**7


def _totals(part: Sequence[int], counts: Sequence[int], families: Sequence[Sequence[Path]]) -> list[Any]:
    """The constraint that every total goes to a neighbouring multiple of ten."""
    from scipy.optimize import LinearConstraint
    from scipy.sparse import csr_array

    members: dict[tuple[int, ...], int] = {}
    for paths in families:
        for group in _groups(part, paths).values():
            members[tuple(group)] = sum(counts[part[place]] % BASE for place in group)
    if not members:
        return []
    indices = [place for group in members for place in group]
    starts = [0, *accumulate(len(group) for group in members)]
    matrix = csr_array(([1.0] * len(indices), indices, starts), shape=(len(members), len(part)))
    rest = list(members.values())
    return [LinearConstraint(matrix, [left // BASE for left in rest], [-(-left // BASE) for left in rest])]


def _groups(part: Sequence[int], paths: Sequence[Path]) -> dict[Path, list[int]]:
    found: dict[Path, list[int]] = {}
    for place, cell in enumerate(part):
        path = paths[cell]
        for length in range(len(path) + 1):
            found.setdefault(path[:length], []).append(place)
    return {prefix: group for prefix, group in found.items() if len(group) > 1}


def _verify(counts: Sequence[int], rounded: Sequence[int], families: Sequence[Sequence[Path]], *, grand: bool) -> None:
    """Fail closed: what the solver gave is checked by adding up anew, whatever it said of itself."""
    for paths in ([(name,) for name in range(len(counts))], *families):
        exact, shown = (sums(paths, values, grand=grand) for values in (counts, rounded))
        if any(shown[prefix] % BASE or abs(shown[prefix] - found) >= BASE for prefix, found in exact.items()):
            raise NotProtected(
                "De afronding klopt niet met haar eigen regels; er is niets getoond.",
                "The rounding does not keep its own rules; nothing was shown.",
            )
