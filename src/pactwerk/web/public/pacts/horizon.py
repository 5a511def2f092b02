"""The countdown to a pact's horizon (A18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pactwerk.domain.pact.models import Pact


@dataclass(frozen=True)
class Horizon:
    """How long until, or since, the last day of the horizon year."""

    year: int
    days: int

    @property
    def passed(self) -> bool:
        """Whether the horizon lies behind us."""
        return self.days < 0

    @property
    def sentence(self) -> str:
        """The countdown in words: years when far, months when near, days in the last month."""
        days = abs(self.days)
        if days >= 365:
            count = days // 365
            length = ngettext("%(n)s jaar", "%(n)s jaar", count) % {"n": count}
        elif days >= 31:
            count = days // 30
            length = ngettext("%(n)s maand", "%(n)s maanden", count) % {"n": count}
        else:
            length = ngettext("%(n)s dag", "%(n)s dagen", days) % {"n": days}
        if self.passed:
            return _("De horizon %(year)s is %(length)s geleden verstreken.") % {"year": self.year, "length": length}
        return _("Nog %(length)s tot de horizon, eind %(year)s.") % {"year": self.year, "length": length}


def horizon_of(pact: Pact, today: date) -> Horizon | None:
    """The horizon seen from `today`; None for a pact without one."""
    if pact.horizon_year is None:
        return None
    return Horizon(pact.horizon_year, (date(pact.horizon_year, 12, 31) - today).days)
