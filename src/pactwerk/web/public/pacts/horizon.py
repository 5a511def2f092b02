"""The countdown to a pact's horizon (A18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pactwerk.domain.pact.models import Pact


@dataclass(frozen=True)
class Horizon:
    """The last day of the horizon year, seen from a day."""

    year: int
    today: date

    @property
    def passed(self) -> bool:
        """Whether the horizon lies behind us."""
        return self.today > self._end

    @property
    def sentence(self) -> str:
        """The countdown in words: whole years when far, months when near, days in the last month."""
        words = {"year": self.year, "length": self._length()}
        if self.passed:
            return _("De horizon %(year)s is %(length)s geleden verstreken.") % words
        return _("Nog %(length)s tot de horizon, eind %(year)s.") % words

    @property
    def _end(self) -> date:
        return date(self.year, 12, 31)

    def _length(self) -> str:
        early, late = sorted((self.today, self._end))
        months = (late.year - early.year) * 12 + late.month - early.month - (late.day < early.day)
        if months >= 12:
            return ngettext("%(n)s jaar", "%(n)s jaar", months // 12) % {"n": months // 12}
        if months:
            return ngettext("%(n)s maand", "%(n)s maanden", months) % {"n": months}
        days = (late - early).days
        return ngettext("%(n)s dag", "%(n)s dagen", days) % {"n": days}


def horizon_of(pact: Pact, today: date) -> Horizon | None:
    """The horizon seen from `today`; None for a pact without one."""
    return None if pact.horizon_year is None else Horizon(pact.horizon_year, today)
