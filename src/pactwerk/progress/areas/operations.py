"""Entering, changing and taking away areas."""

from __future__ import annotations

from django.utils.translation import gettext as _

from pactwerk.basis.places import EnteredArea
from pactwerk.figures.releases import areas_csv, entering
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import Actor, OperationError, operation, require
from pactwerk.progress.areas.permissions import may_enter_areas
from pactwerk.progress.home import figures_home
from pactwerk.progress.releases.errors import in_words


@operation("figures.areas.import")
def import_areas(actor: Actor, office: Office, *, text: str, name: str) -> tuple[EnteredArea, ...]:
    """Enter the areas of a CSV for an office, or give its own areas the composition that stands in it.

    Other areas stay. Raises OperationError with line and column of everything that is wrong, or when an area belongs
    to another office; then nothing has changed. The figures follow with the next release.
    """
    require(may_enter_areas(actor, office))
    with in_words():
        found = areas_csv.areas_from_csv(text, name, office.slug)
        return entering.enter(figures_home(), found, may=lambda known: known.owner == office.slug)


@operation("figures.areas.remove")
def remove_area(actor: Actor, office: Office, *, code: str) -> None:
    """Take an area of the office away; releases that have figures of it keep them."""
    require(may_enter_areas(actor, office))
    found = entering.entered(figures_home()).get(code)
    if found is None or found.owner != office.slug:
        raise OperationError(_("Dit gebied is niet van dit programmabureau."), field="code")
    entering.remove(figures_home(), code)
