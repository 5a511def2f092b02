"""Which areas were entered, and by whom."""

from __future__ import annotations

from pactwerk.basis.places import EnteredArea
from pactwerk.figures.releases import areas_csv, entering
from pactwerk.foundation.accounts.models import Office
from pactwerk.progress.home import figures_home


def every_entered_area() -> tuple[EnteredArea, ...]:
    """The entered areas of the installation, by code."""
    return tuple(entering.entered(figures_home()).values())


def areas_of_office(office: Office) -> tuple[EnteredArea, ...]:
    """The areas that this office entered."""
    return tuple(found for found in every_entered_area() if found.owner == office.slug)


def entered_area(code: str) -> EnteredArea | None:
    """The entered area with this code, or None."""
    return entering.entered(figures_home()).get(code.strip().upper())


def office_areas_as_csv(office: Office) -> str:
    """The areas of an office as the CSV that `import_areas` reads."""
    return areas_csv.areas_as_csv(areas_of_office(office))
