"""Tags for a pact and its goals: verdicts, goal cards, the path's strip, target revisions, the hero."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.web.design import locator, numbers, path_strip, verdict_words, wording
from pactwerk.web.design.tags import register
from pactwerk.web.design.tags.figures import require_row, require_table


@register.inclusion_tag("design/components/verdict_badge.html")
def verdict_badge(verdict: object, large: bool = False) -> dict[str, Any]:
    """`{% verdict_badge verdict %}`: icon and word; takes a `Verdict` or a state's code."""
    return {"look": verdict_words.look_of(verdict), "large": large}


@register.simple_tag
def verdict_meaning(verdict: object) -> str:
    """`{% verdict_meaning verdict %}`: what the word means, in a sentence."""
    return str(verdict_words.look_of(verdict).meaning)


def _strip(verdict: Any) -> path_strip.PathStrip | None:
    path = getattr(verdict, "path", ())
    points = getattr(verdict, "points", None)
    if not path or points is None:
        return None
    return path_strip.path_strip(path, require_table(points), getattr(verdict, "counted", ()))


@register.inclusion_tag("design/components/progress_path.html")
def progress_path(verdict: Any) -> dict[str, Any]:
    """`{% progress_path verdict %}`: baseline, now and target on a strip; nothing where there is no path."""
    return {"strip": _strip(verdict), "state": verdict_words.look_of(verdict).state}


@register.inclusion_tag("design/components/goal_card.html")
def goal_card(  # noqa: PLR0913  -- the options of a template tag, each with a default
    title: str,
    verdict: Any = None,
    *,
    url: str = "",
    number: object = "",
    row: object = None,
    level: int = 3,
    reason: bool = True,
) -> dict[str, Any]:
    """`{% goal_card goal.title verdict url=... number=goal.number row=latest %}`: one goal at a glance."""
    look = verdict_words.look_of(verdict) if verdict else None
    return {
        "title": title,
        "verdict": verdict,
        "look": look,
        "url": url,
        "number": number,
        "row": require_row(row) if row is not None else None,
        "basis": wording.basis_name(require_row(row).basis) if row is not None else "",
        "level": level,
        "strip": _strip(verdict),
        "state": look.state if look else "",
        "reason": getattr(verdict, "reason", "") if reason else "",
        "example": bool(getattr(verdict, "example", False)),
    }


@register.inclusion_tag("design/components/target_revisions.html")
def target_revisions(targets: Iterable[Any], unit: str = "") -> dict[str, Any]:
    """`{% target_revisions targets unit=goal.unit %}`: every target with date, reason and what replaced it.

    Takes objects with period, value or ratio, decided_on, reason, citation and superseded_by_id.
    """
    return {"targets": [_target(target, unit) for target in targets]}


def _target(target: Any, unit: str) -> dict[str, Any]:
    value = getattr(target, "value", None)
    if value is not None:
        figure = float(value)
        name = numbers.unit_text(unit)
        text = f"{numbers.agreed(figure)}{numbers.THIN if unit == '%' else ' '}{name}".strip()
    else:
        ratio = getattr(target, "ratio", None)
        text = "" if ratio is None else _("%(n)s × de basiswaarde") % {"n": numbers.number(float(ratio), 1)}
    return {
        "text": text or _("zonder getal"),
        "period": target.period,
        "decided_on": target.decided_on,
        "reason": target.reason,
        "citation": target.citation,
        "old": bool(getattr(target, "superseded_by_id", None)),
    }


def tally(verdicts: Sequence[object]) -> list[dict[str, Any]]:
    """How many goals have each verdict, in the vocabulary's order, with their place on a bar."""
    states = [verdict_words.look_of(verdict).state for verdict in verdicts]
    parts, start = [], 0
    for look in verdict_words.LOOKS.values():
        count = states.count(look.state)
        parts.append({"look": look, "count": count, "start": start * 100, "width": max(count * 100 - 3, 0)})
        start += count
    return parts


@register.inclusion_tag("design/components/hero.html")
def hero(  # noqa: PLR0913  -- the options of a template tag, each with a default
    title: str,
    *,
    kicker: str = "",
    summary: str = "",
    area: str = "",
    facts: Sequence[tuple[str, object]] = (),
    verdicts: Sequence[object] = (),
    headline: object = None,
    headline_label: str = "",
    headline_url: str = "",
    headline_verdict: Any = None,
    example: bool = False,
) -> dict[str, Any]:
    """`{% hero pact.name kicker=... summary=... area=pact.area_code facts=facts verdicts=verdicts %}`.

    `facts` are pairs of label and text; `verdicts` become the bar "stand van de doelen"; `headline` is the row
    of a publishable table that is shown largest, with what it counts, a link and its goal's verdict.
    """
    row = require_row(headline) if headline else None
    return {
        "title": title,
        "kicker": kicker,
        "summary": summary,
        "area": area,
        "facts": facts,
        "example": example,
        "total": len(verdicts),
        "width": len(verdicts) * 100,
        "tally": tally(verdicts) if verdicts else [],
        "row": row,
        "basis": wording.basis_name(row.basis) if row else "",
        "label": headline_label,
        "url": headline_url,
        "verdict": headline_verdict,
        "strip": _strip(headline_verdict),
        "state": verdict_words.look_of(headline_verdict).state if headline_verdict else "",
    }


@register.inclusion_tag("design/components/area_locator.html")
def area_locator(code: str) -> dict[str, Any]:
    """`{% area_locator "TP-NOORD" %}`: where the area lies; nothing where its composition is not known."""
    found = locator.locator(code)
    title = _("%(area)s op de tegelkaart van Nederland") % {"area": wording.area_name(code)}
    return {
        "tiles": found.tiles if found else (),
        "box": found.box if found else "",
        "title": title,
        "id": f"locator-{code.lower()}",
    }


@register.inclusion_tag("design/components/notice.html")
def break_notice(table: object) -> dict[str, Any]:
    """`{% break_notice table %}`: says between which periods a series may not be compared; else nothing."""
    shown: PublishableTable = require_table(table)
    pairs = [f"{before} – {after}" for before, after in shown.breaks()]
    text = _("De definitie of de editie verschilt tussen %(pairs)s; cijfers aan weerszijden zijn niet vergelijkbaar.")
    return {
        "kind": "break",
        "look": "warning",
        "title": _("Breuk in de reeks"),
        "text": text % {"pairs": ", ".join(pairs)} if pairs else "",
    }
