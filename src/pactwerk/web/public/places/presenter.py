"""What the page of an area shows: what it is made of, its pacts, its figures."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.basis import places
from pactwerk.domain.pact.models import Pact, PactStatus
from pactwerk.figures.indicators import catalogue
from pactwerk.figures.indicators.published import published_figures
from pactwerk.web.design.wording import area_name, name_of
from pactwerk.web.public.crumbs import Crumb
from pactwerk.web.public.figures.answer import release
from pactwerk.web.public.figures.choices import Group, area_groups
from pactwerk.web.public.key_figures import KeyFigure, key_figures
from pactwerk.web.public.places.path import area_path
from pactwerk.web.public.words import in_language


@dataclass(frozen=True)
class AreaPage:
    """One area."""

    area: places.Area
    name: str
    note: str
    path: tuple[Crumb, ...]
    parts: tuple[Crumb, ...]
    pacts: tuple[Pact, ...]
    figures: tuple[KeyFigure, ...]
    indicators: tuple[Crumb, ...]
    groups: list[Group]

    @property
    def kind(self) -> str:
        """What sort of area it is, as the screen says it."""
        return {
            places.AreaKind.COUNTRY: _("Land"),
            places.AreaKind.LANDSDEEL: _("Landsdeel (CBS)"),
            places.AreaKind.PROVINCE: _("Provincie"),
            places.AreaKind.MUNICIPALITY: _("Gemeente"),
            places.AreaKind.REGION: _("Regio"),
            places.AreaKind.COROP: _("COROP-gebied"),
            places.AreaKind.RPA: _("RPA-gebied (oude indeling)"),
            places.AreaKind.LABOUR_MARKET: _("Arbeidsmarktregio"),
            places.AreaKind.SUBREGION: _("Deelregio"),
            places.AreaKind.STO: _("Regio Sterk Techniekonderwijs"),
            places.AreaKind.PACT: _("Landsdeel van het Techniekpact"),
            places.AreaKind.EXAMPLE: _("Voorbeeldgebied"),
        }[self.area.kind]

    @property
    def example(self) -> bool:
        """Whether the area is invented."""
        return self.area.kind is places.AreaKind.EXAMPLE


def area_page(area: places.Area) -> AreaPage:
    """Gather the page."""
    *above, (name, _own) = area_path(area.code) or ((name_of(area), ""),)
    return AreaPage(
        area=area,
        name=name,
        note=in_language(area, "note"),
        path=(*above, (name, "")),
        parts=_parts(area),
        pacts=tuple(Pact.objects.filter(area_code=area.code).exclude(status=PactStatus.DRAFT)),
        figures=key_figures(area.code),
        indicators=_indicators(area),
        groups=area_groups(area.code, with_examples=area.kind is places.AreaKind.EXAMPLE),
    )


def _parts(area: places.Area) -> tuple[Crumb, ...]:
    """The provinces or municipalities the area is made of, with their pages."""
    membership = places.members(area.code)
    codes = membership.provinces or membership.municipalities
    return tuple((area_name(code), reverse("public:area", args=[code])) for code in codes)


def _indicators(area: places.Area) -> tuple[Crumb, ...]:
    """The indicators that can have a figure here: published, or computed where the area's composition is known."""
    published = {row.indicator for row in published_figures(area=area.code)}
    computed = release() is not None and area.composition_known
    return tuple(
        (name_of(entry), f"{reverse('public:indicator', args=[entry.code])}?gebied={area.code}")
        for entry in catalogue()
        if entry.code in published or (computed and entry.state == "computed")
    )
