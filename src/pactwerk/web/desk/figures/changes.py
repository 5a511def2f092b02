"""Restated figures as a page lists them: what it was, what it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from pactwerk.web.design.numbers import agreed
from pactwerk.web.design.wording import area_name, dimension_name, indicator_name, member_name


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
            before=_value(change["before"]),
            after=_value(change["after"]),
        )
        for change in changes
    )


def _split(by: str) -> str:
    """`track=bb, sex=female` in words."""
    pairs = (part.partition("=") for part in by.split(", ") if part)
    return ", ".join(f"{dimension_name(name)}: {member_name(name, code)}" for name, _sign, code in pairs)


def _value(value: object) -> str:
    if value is None:
        return _("geen cijfer")
    if isinstance(value, (list, tuple)):
        return "–".join(agreed(float(end)) for end in value if end is not None) or _("onbekend")
    return agreed(float(str(value)))
