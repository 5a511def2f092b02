"""Which school years the example knows at the example's date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Calendar:
    """Years are named by the calendar year in which the school year starts."""

    latest_pupils: int

    @classmethod
    def at(cls, clock: date) -> Calendar:
        """DUO publishes the count of 1 October in the spring after it: before March the year before counts."""
        return cls(clock.year - 1 if clock.month >= 3 else clock.year - 2)

    @property
    def pupil_years(self) -> range:
        """The eight most recent school years with pupils."""
        return range(self.latest_pupils - 7, self.latest_pupils + 1)

    @property
    def exam_years_old_layout(self) -> range:
        return range(self.latest_pupils - 7, self.latest_pupils - 3)

    @property
    def exam_years_new_layout(self) -> range:
        """Exam results run one school year behind the pupils."""
        return range(self.latest_pupils - 3, self.latest_pupils)

    def has_support_column(self, year: int) -> bool:
        """The column LWOO INDICATIE disappears from the publisher's later editions."""
        return year < self.latest_pupils - 4

    def has_sector_column(self, year: int) -> bool:
        """The column VMBO SECTOR disappears: a break between the definitions by sector and by profile."""
        return year < self.latest_pupils - 2

    @property
    def register_years(self) -> tuple[int, int]:
        """Autumns of the older and the newer register copy."""
        return (self.latest_pupils - 5, self.latest_pupils)
