"""Restated figures as a page lists them: what it was, what it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from pactwerk.web.design.numbers import agreed
from pactwerk.web.design.wording import area_name, dimension_name, indicator_name, member_name

BETWEEN = " - "
"""Stands between the bounds of an interval in the differences."""


@dataclass(frozen=True)
class ShownChange:
    """One figure in two releases, in words."""

    indicator: str
    name: str
    area: str
    period: str
    by: str
    before: str
    after: str


def shown_changes(changes: Iterable[Mapping[str, Any]]) -> tuple[ShownChange, ...]:
    """The changes in words; an interval as its bounds."""
    return tuple(
        ShownChange(
            indicator=str(change["indicator"]),
            name=indicator_name(str(change["indicator"])),
            area=area_name(str(change["area"])),
            period=str(change["period"]),
            by=_split(str(change["by"])),
            before=_value(str(change["before"])),
            after=_value(str(change["after"])),
        )
        for change in changes
    )


def _split(by: str) -> str:
    """`track=bb, sex=female` in words."""
    pairs = (part.partition("=") for part in by.split(", ") if part)
    return ", ".join(f"{dimension_name(name)}: {member_name(name, code)}" for name, _sign, code in pairs)


def _value(text: str) -> str:
    """A figure in our numbers, from how the differences write it: `23.79`, `21 - 24`, an open end left out."""
    low, between, high = (part.strip() for part in text.partition(BETWEEN))
    ends = [agreed(float(end)) for end in (low, high) if end]
    if not ends:
        return _("geen cijfer")
    if between and len(ends) == 1:
        return f"\u2265\u00a0{ends[0]}" if low else f"\u2264\u00a0{ends[0]}"
    return "\u2013".join(ends)
