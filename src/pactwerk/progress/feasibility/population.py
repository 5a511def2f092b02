"""The agreed target population of a goal beside the one the figures count (inventory A86, A87)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pactwerk.basis.readable import ReadableError
from pactwerk.domain.pact.models import Goal
from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.indicators import indicator
from pactwerk.progress.figure_refs import FigureRef, resolve


@dataclass(frozen=True)
class Population:
    """`reachable`: whether the newest count still allows the agreed number; None when nothing was counted.

    The periods in `table` are the dates of the register copies, not of the agreement.
    """

    agreed: int
    name: str
    table: PublishableTable
    latest: Row | None
    reachable: bool | None
    sentence: str


def population_of(goal: Goal) -> Population | None:
    """The population of a goal that names one (77 boards: all with four or more schools); None for other goals."""
    if goal.agreed_population is None or not goal.population_indicator:
        return None
    table = resolve(FigureRef(goal.population_indicator, goal.area_code or goal.pact.area_code), basis="computed")
    latest = max(table.rows, key=lambda row: row.period, default=None)
    most = _most(latest)
    reachable = None if most is None else most >= goal.agreed_population
    name = _name(goal.population_indicator)
    return Population(goal.agreed_population, name, table, latest, reachable, _sentence(goal, latest, reachable))


def _name(code: str) -> str:
    """The name of the indicator in the language of the screen; its code when the catalogue does not know it."""
    try:
        found = indicator(code)
    except ReadableError:
        return code
    return found.name_en if (get_language() or "").startswith("en") else found.name_nl


def _most(row: Row | None) -> float | None:
    """The most there can be: the upper bound where only bounds are known."""
    if row is None:
        return None
    return row.value if row.value is not None else row.high


def _sentence(goal: Goal, latest: Row | None, reachable: bool | None) -> str:
    if latest is None or reachable is None:
        return _("Afgesproken is %(agreed)d. Hoeveel er nu zijn is voor dit gebied nog niet geteld.") % {
            "agreed": goal.agreed_population
        }
    if reachable:
        text = _("Afgesproken is %(agreed)d; het bestand van %(period)s telt er %(count)d. Dat aantal is haalbaar.")
    else:
        text = _(
            "Afgesproken is %(agreed)d; het bestand van %(period)s telt er nog %(count)d. "
            "Het afgesproken aantal kan niet meer worden gehaald."
        )
    return text % {"agreed": goal.agreed_population, "period": latest.period, "count": int(_most(latest) or 0)}
