"""Areas that an office entered (STO regions, labour market regions, own sub-regions), kept for the figures.

They stand in one file of the figures' home, not in the database: the figures are made without the platform too.
"""

from pactwerk.progress.areas.operations import import_areas, remove_area
from pactwerk.progress.areas.permissions import may_enter_areas
from pactwerk.progress.areas.queries import areas_of_office, entered_area, every_entered_area, office_areas_as_csv

__all__ = [
    "areas_of_office",
    "entered_area",
    "every_entered_area",
    "import_areas",
    "may_enter_areas",
    "office_areas_as_csv",
    "remove_area",
]
