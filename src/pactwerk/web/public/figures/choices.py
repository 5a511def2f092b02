"""What a reader can choose on an indicator's page: areas, periods, breakdowns, definitions."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from pactwerk.basis import places
from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.indicators import Indicator
from pactwerk.web.public.figures.words import dimension_name, in_language

PACT_LANDSDELEN = ("TP-NOORD", "TP-NOORDWEST", "TP-OOST", "TP-ZUIDOOST", "TP-ZUIDWEST")
"""The pact's own five landsdelen (seed 001), which are not CBS's four."""


@dataclass(frozen=True)
class Option:
    """One entry of a select or a check box."""

    value: str
    label: str
    chosen: bool = False
    hint: str = ""


@dataclass(frozen=True)
class OptionGroup:
    """Options under one heading."""

    label: str
    options: tuple[Option, ...]


def area_groups(chosen: str, *, with_examples: bool) -> tuple[OptionGroup, ...]:
    """Every area by kind, in the order from large to small; example areas only where the release holds them."""
    kinds = [
        (_("Land"), places.AreaKind.COUNTRY),
        (_("Landsdelen"), places.AreaKind.LANDSDEEL),
        (_("Provincies"), places.AreaKind.PROVINCE),
        (_("Regio's"), places.AreaKind.REGION),
        (_("Regio's Sterk Techniekonderwijs"), places.AreaKind.STO),
        (_("Gemeenten"), places.AreaKind.MUNICIPALITY),
    ]
    if with_examples or places.area(chosen).kind is places.AreaKind.EXAMPLE:
        kinds.insert(0, (_("Voorbeeldgebieden"), places.AreaKind.EXAMPLE))
    groups = (OptionGroup(label, _options(places.areas(kind), chosen)) for label, kind in kinds)
    return tuple(group for group in groups if group.options)


def _options(areas: tuple[places.Area, ...], chosen: str) -> tuple[Option, ...]:
    named = sorted((in_language(area, "name"), area) for area in areas)
    return tuple(
        Option(area.code, f"{name} ({area.code})", area.code == chosen, in_language(area, "note"))
        for name, area in named
    )


def period_options(series: PublishableTable, chosen: str) -> tuple[Option, ...]:
    """All periods, then each period that has a figure, newest first."""
    periods = sorted({row.period for row in series.rows}, reverse=True)
    if chosen != "all" and chosen not in periods:
        periods = [chosen, *periods]
    return (
        Option("all", _("alle perioden"), chosen == "all"),
        *(Option(period, period, period == chosen) for period in periods),
    )


def dimension_options(indicator: Indicator, chosen: tuple[str, ...]) -> tuple[Option, ...]:
    """A check box for each breakdown the indicator has."""
    return tuple(Option(name, dimension_name(name), name in chosen) for name in indicator.dimensions)


def definition_options(indicator: Indicator, chosen: str | None) -> tuple[Option, ...]:
    """The product's own choice per period first, then each definition edition."""
    editions = tuple(
        Option(edition.code, f"{edition.code}: {in_language(edition, 'text')}", edition.code == chosen)
        for edition in indicator.definitions
    )
    return (Option("", _("de gebruikelijke per periode"), chosen is None), *editions) if len(editions) > 1 else ()


def comparison_options(chosen: tuple[places.Area, ...]) -> tuple[Option, ...]:
    """Check boxes for the five landsdelen and for every area that is being compared already."""
    codes = [*PACT_LANDSDELEN, *(area.code for area in chosen if area.code not in PACT_LANDSDELEN)]
    picked = {area.code for area in chosen}
    return tuple(
        Option(code, in_language(places.area(code), "name"), code in picked, _composition(code)) for code in codes
    )


def _composition(code: str) -> str:
    return "" if places.area(code).composition_known else _("samenstelling niet bekend")
