"""How a change is said: percentage points for shares, percent for counts (headlines of the monitor)."""

from typing import Literal

SHARES = frozenset({"%", "procentpunt"})
ChangeUnit = Literal["procentpunt", "%"]


def change(earlier: float, later: float, unit: str) -> tuple[float, ChangeUnit] | None:
    """The change and its unit; None for a count that starts at nought, where percent has no meaning."""
    if unit in SHARES:
        return later - earlier, "procentpunt"
    return None if earlier == 0 else (100 * (later - earlier) / earlier, "%")
