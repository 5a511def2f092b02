"""The reason of a verdict as a sentence, in the language of the screen."""

from __future__ import annotations

import math

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pactwerk.basis.places import UnknownArea, area

from .intervals import Interval, Way
from .planning import SHARES
from .values import Plan, Point, Ruling, Why

WHOLE_FROM = 100
"""From here on what a path asks of a count is shown as a whole number."""


def amount(value: Interval | None, unit: str) -> str:
    """A value as text in the reader's notation, never with more decimals than it needs (two at most)."""
    if value is None:
        return ""
    low, high = (_number(end) for end in value)
    sign = " %" if unit in SHARES else ""
    if low == high:
        return f"{low}{sign}"
    return _("%(low)s tot %(high)s") % {"low": low, "high": f"{high}{sign}"}


def asked_amount(ruling: Ruling, plan: Plan, unit: str) -> str:
    """What the path asks, rounded to the strict side: who has the shown number is on the path."""
    asked = ruling.asked
    if asked is None or unit in SHARES:
        return amount(asked, unit)
    step = 1 if max(abs(end) for end in asked) >= WHOLE_FROM else 10
    strict = math.floor if plan.way == Way.DOWN else math.ceil
    # 1e-9: a binary fraction such as 30.000000000000004 must not ask for one more
    nudge = 1e-9 if plan.way == Way.DOWN else -1e-9
    low, high = (strict(end * step + nudge) / step for end in asked)
    return amount((low, high), unit)


def place_name(code: str) -> str:
    """The name of an area in the language of the screen; the code itself when nobody knows it."""
    try:
        place = area(code)
    except UnknownArea:
        return code
    return place.name_en if (get_language() or "").startswith("en") else place.name_nl


def _number(value: float) -> str:
    rounded = round(value, 2)
    decimals = 0 if rounded.is_integer() else (1 if round(value, 1) == rounded else 2)
    return str(number_format(rounded, decimals, force_grouping=True))


def series_name(point: Point) -> str:
    """What makes the points of a run comparable: the edition, the definition or the own count."""
    if point.basis == "published":
        return _("editie %(edition)s") % {"edition": point.edition or point.definition}
    if point.basis == "own":
        return _("eigen telling")
    return _("definitie %(definition)s") % {"definition": point.definition}


def without_figures(why: Why, *, missing: str = "", area_code: str = "") -> str:
    """The reason where no figure was needed to decide."""
    texts = {
        Why.QUALITATIVE: _("Dit doel is kwalitatief: er is geen getal afgesproken waaraan het gemeten wordt."),
        Why.UNFILLED: _("De tekst en de cijfers van dit doel zijn niet bekend; het is nog in te vullen."),
        Why.INCOMPLETE: _("Dit doel is nog niet te meten. Er ontbreekt: %(missing)s.") % {"missing": missing},
        Why.BASELINE_NOT_CHOSEN: _("Er is geen basisjaar vastgelegd: de regio moet nog een basisjaar kiezen."),
        Why.NO_TARGET: _("Er is nog geen streefwaarde afgesproken."),
        Why.NO_FIGURES: _("Er zijn geen cijfers voor dit gebied (%(area)s).") % {"area": place_name(area_code)},
    }
    return texts[why]


def reason(ruling: Ruling, plan: Plan, unit: str) -> str:
    """The reason of a ruling that looked at figures."""
    if ruling.why == Why.TOO_FEW_POINTS:
        return _too_few(ruling, plan)
    if ruling.why == Why.NO_TARGET_YEAR:
        return _no_year(ruling, plan, unit)
    return _plain(ruling, plan, unit)


def newer_elsewhere(point: Point) -> str:
    """The sentence about newer figures that do not count because they are not comparable."""
    return _("Nieuwere cijfers (%(period)s, %(series)s) zijn daarmee niet vergelijkbaar en tellen niet mee.") % {
        "period": point.label,
        "series": series_name(point),
    }


def _too_few(ruling: Ruling, plan: Plan) -> str:
    if ruling.latest is None:
        return _("Er zijn nog geen cijfers vanaf het basisjaar %(baseline)s.") % {"baseline": plan.baseline_label}
    text = _(
        "Voor een oordeel zijn drie vergelijkbare cijfers nodig; "
        "vanaf %(baseline)s heeft de langste reeks (%(series)s) er %(count)d."
    )
    return text % {
        "series": series_name(ruling.latest),
        "baseline": plan.baseline_label,
        "count": len({point.at for point in ruling.points}),
    }


def _no_year(ruling: Ruling, plan: Plan, unit: str) -> str:
    text = _("Er is geen jaar afgesproken waarin dit bereikt moet zijn, dus er is geen pad om mee te vergelijken.")
    if ruling.latest is None or ruling.baseline is None:
        return text
    now = _("In %(latest)s is de stand %(value)s; in het basisjaar %(baseline)s was die %(start)s.")
    return f"{text} {now % _words(ruling, plan, unit)}"


def _plain(ruling: Ruling, plan: Plan, unit: str) -> str:
    texts = {
        Why.BASELINE_WITHOUT_FIGURE: _(
            "Voor het basisjaar %(baseline)s is er geen cijfer met de definitie en editie van de nieuwste cijfers."
        ),
        Why.BASELINE_AFTER_TARGET: _("Het basisjaar %(baseline)s ligt niet voor het jaar van de streefwaarde."),
        Why.BREAK: _(
            "Tussen het basisjaar %(baseline)s en de nieuwste cijfers is de definitie of de editie veranderd; "
            "over die breuk heen wordt niet vergeleken."
        ),
        Why.STRADDLES_PATH: _(
            "Van %(latest)s zijn alleen grenzen bekend (%(value)s); het pad vraagt %(asked)s en ligt daartussen."
        ),
        Why.STRADDLES_BASELINE: _(
            "Er zijn alleen grenzen bekend (%(value)s in %(latest)s, %(start)s in %(baseline)s); of het beter gaat "
            "is daaraan niet te zien."
        ),
        Why.END_GOAL_LATER: _(
            "Dit is een einddoel voor na de periode van het pact, en er is geen tussendoel afgesproken. "
            "In %(latest)s is de stand %(value)s."
        ),
        Why.REACHED: _("De streefwaarde is bereikt: in %(latest)s is de stand %(value)s; afgesproken is %(target)s."),
        Why.ON_PATH: _("In %(latest)s is de stand %(value)s; het pad vraagt dan %(asked)s."),
        Why.BETTER_THAN_BASELINE: _(
            "In %(latest)s is de stand %(value)s: beter dan in %(baseline)s (%(start)s), maar het pad vraagt %(asked)s."
        ),
        Why.NOT_BETTER: _(
            "In %(latest)s is de stand %(value)s: niet beter dan in %(baseline)s (%(start)s); het pad vraagt %(asked)s."
        ),
        Why.NOT_HELD: _("In %(latest)s is de stand %(value)s: minder dan de afgesproken %(asked)s."),
    }
    return texts[ruling.why] % _words(ruling, plan, unit)


def _words(ruling: Ruling, plan: Plan, unit: str) -> dict[str, str]:
    latest = ruling.latest
    return {
        "baseline": plan.baseline_label,
        "start": amount(ruling.baseline, unit),
        "latest": latest.label if latest else "",
        "value": amount(latest.value, unit) if latest else "",
        "asked": asked_amount(ruling, plan, unit),
        "target": amount(ruling.path[-1].value, unit) if ruling.path else "",
    }
