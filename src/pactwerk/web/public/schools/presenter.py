"""What the page of a school shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.releases.release import Release
from pactwerk.figures.releases.school_figures import school_figures
from pactwerk.figures.releases.school_history import SchoolHistory, SchoolPlace, UnknownSchool, school_history
from pactwerk.figures.releases.schools_over_time import Succession
from pactwerk.web.design.wording import area_name
from pactwerk.web.public.explaining import Unanswerable, Way
from pactwerk.web.public.figures.answer import release
from pactwerk.web.public.releases.tables import table_name
from pactwerk.web.public.words import in_language


@dataclass(frozen=True)
class ShownPlace:
    """One location, as the newest file knows it."""

    location: str
    name: str
    where: str
    span: str
    source: str
    corrected: bool


@dataclass(frozen=True)
class ShownStep:
    """One merger, transfer or division: when, from which school to which, and where that is written."""

    day: str
    kind: str
    whole: bool
    old: str
    old_name: str
    old_url: str
    new: str
    new_name: str
    new_url: str
    source: str


@dataclass(frozen=True)
class SchoolPage:
    """The page."""

    code: str
    name: str
    places: tuple[ShownPlace, ...]
    earlier: tuple[ShownStep, ...]
    later: tuple[ShownStep, ...]
    table: PublishableTable


def school_page(code: str) -> SchoolPage:
    """Gather the page. Raises Unanswerable for a school that no loaded file knows."""
    found = release()
    if found is None:
        raise _unknown(_("Er is nog geen uitgave van cijfers, dus ook geen register van scholen."))
    try:
        history = school_history(found, code)
    except UnknownSchool as unknown:
        raise _unknown(in_language(unknown, "message")) from unknown
    newest = {place.location: place for place in history.places}
    return SchoolPage(
        code=history.code,
        name=history.names.get(history.code) or next((each.name for each in newest.values()), history.code),
        places=tuple(_place(place) for place in newest.values()),
        earlier=tuple(_step(history, entry) for entry in history.earlier),
        later=tuple(_step(history, entry) for entry in history.later),
        table=_figures(found, tuple(sorted(newest))),
    )


@lru_cache(maxsize=256)
def _figures(found: Release, locations: tuple[str, ...]) -> PublishableTable:
    """A release never changes, so the figures of a school in it do not either."""
    return school_figures(found, locations)


def _unknown(text: str) -> Unanswerable:
    return Unanswerable(_("Onbekende school"), text, (Way(_("Alle cijfers"), reverse("public:catalogue")),))


def _place(place: SchoolPlace) -> ShownPlace:
    municipality = area_name(place.municipality) if place.municipality else ""
    where = ", ".join(dict.fromkeys(part for part in ((place.town or "").title(), municipality) if part))
    ends = [_("geopend %(day)s") % {"day": _day(place.opened)}] if place.opened else []
    ends += [_("gesloten %(day)s") % {"day": _day(place.closed)}] if place.closed else []
    source = _("%(file)s, regel %(row)s") % {"file": place.source, "row": place.row}
    return ShownPlace(place.location, place.name, where, ", ".join(ends), source, place.corrected)


def _step(history: SchoolHistory, entry: Succession) -> ShownStep:
    kept = history.files.get(entry.file_id)
    words = {"table": table_name(kept.table) if kept else "", "file": kept.name if kept else "", "row": entry.row}
    old, new = (
        "" if code[:4] == history.code[:4] else reverse("public:school", args=[code[:4]])
        for code in (entry.old, entry.new)
    )
    return ShownStep(
        day=_day(entry.day),
        kind=_kind(entry.kind),
        whole=entry.whole,
        old=entry.old,
        old_name=history.names.get(entry.old, ""),
        old_url=old,
        new=entry.new,
        new_name=history.names.get(entry.new, ""),
        new_url=new,
        source=_("%(table)s: %(file)s, regel %(row)s") % words if kept else "",
    )


def _kind(kind: str) -> str:
    return {"fusie": _("fusie"), "overdracht": _("overdracht"), "splitsing": _("splitsing")}.get(kind, kind)


def _day(text: str) -> str:
    """A day as people write it; the register's own text when it is none."""
    from django.utils.formats import date_format

    try:
        return date_format(date.fromisoformat(text), "j F Y")
    except ValueError:
        return text
