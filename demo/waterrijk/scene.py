"""What every part of the invented region needs: who acts, for which office, seen from which date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from demo.example_files.calendar import Calendar
from demo.example_files.world import MERGER_YEARS_AGO
from pactwerk.basis.dated import SchoolYear
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import Actor

INVENTED = "Voorbeeldgegevens: verzonnen voor de demo"


@dataclass(frozen=True)
class Scene:
    """Actor, office and the example's date, with periods counted from it."""

    actor: Actor
    office: Office
    clock: date

    def year(self, offset: int) -> str:
        """The calendar year this many years from the example's date."""
        return str(self.clock.year + offset)

    def school_year(self, offset: int) -> str:
        """The school year this many years from the latest one with pupils."""
        return str(SchoolYear.starting(Calendar.at(self.clock).latest_pupils + offset))

    def day(self, years: int, month: int = 10, day: int = 1) -> date:
        """A date this many calendar years from the example's date."""
        return date(self.clock.year + years, month, day)

    @property
    def merger(self) -> date:
        """When the example's merged school closed."""
        return date(Calendar.at(self.clock).latest_pupils - MERGER_YEARS_AGO, 8, 1)

    def past(self, days: int) -> date:
        """A date this many days before the example's date, and never after the real today."""
        return min(self.clock, date.today()) - timedelta(days=days)  # noqa: DTZ011 -- a day, no moment

    def decision(self, years: int) -> str:
        """The citation of an invented decision."""
        return f"Voorbeeldbesluit van de stuurgroep Waterrijk, {self.day(years):%d-%m-%Y} (verzonnen)"
