"""The path from the country to an area, for breadcrumbs; areas do not nest, so only what is certain is shown."""

from __future__ import annotations

from django.urls import reverse

from pactwerk.basis import places
from pactwerk.web.design.wording import area_name
from pactwerk.web.public.crumbs import Crumb


def area_path(code: str) -> tuple[Crumb, ...]:
    """Province (where one holds the whole area) and the area itself; nothing for the country or an unknown code."""
    try:
        found = places.area(code)
    except places.UnknownArea:
        return ()
    if found.kind is places.AreaKind.COUNTRY:
        return ()
    above = places.province_of(code) if found.kind is places.AreaKind.MUNICIPALITY else ""
    codes = [above, found.code] if above else [found.code]
    return tuple((area_name(step), reverse("public:area", args=[step])) for step in codes)
