"""Names of codes on screen, in the reader's language: areas, dimensions, their values, definitions, units."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _


def in_language(thing: object, field: str) -> str:
    """`name_nl` or `name_en` of a thing that carries both; Dutch where the English text is empty."""
    dutch = str(getattr(thing, f"{field}_nl"))
    if (get_language() or "nl").startswith("en"):
        return str(getattr(thing, f"{field}_en", "") or dutch)
    return dutch


def dimension_name(code: str) -> str:
    """Name of a breakdown: track → leerweg."""
    return {
        "track": _("leerweg"),
        "sex": _("geslacht"),
        "profile": _("profiel"),
        "municipality": _("gemeente"),
        "province": _("provincie"),
        "area": _("gebied"),
        "location": _("vestiging"),
        "board": _("schoolbestuur"),
    }.get(code, code)
