"""The quality report of a release: a page, the same as JSON, and every changed figure as CSV."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.figures.releases import managing
from pactwerk.figures.releases.release import Release
from pactwerk.progress.home import figures_home
from pactwerk.progress.releases.queries import release_before, report_of
from pactwerk.web.design.wording import is_english
from pactwerk.web.public.crumbs import figure_crumbs
from pactwerk.web.public.downloads import text_response
from pactwerk.web.public.explaining import Unanswerable, Way, public_page
from pactwerk.web.public.releases.quality_page import quality_page


@public_page
def page(request: HttpRequest, release_id: str) -> HttpResponse:
    """How good a release is, section by section."""
    shown = quality_page(_release(release_id))
    steps = [(_("Uitgaven"), reverse("public:releases")), (_("Kwaliteit"), "")]
    return render(request, "public/quality.html", {"page": shown, "crumbs": figure_crumbs(*steps)})


@public_page
def as_json(_request: HttpRequest, release_id: str) -> HttpResponse:
    """The whole report as JSON, texts in the page's language, with the reason when the release is withdrawn."""
    release = _release(release_id)
    act = managing.withdrawal(figures_home(), release_id)
    data = {**report_of(release).as_data(dutch=not is_english()), "withdrawn": act.reason if act else None}
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return text_response(text, "application/json", _name("kwaliteit", release, "json"), example=data["example"])


@public_page
def changes_csv(_request: HttpRequest, release_id: str) -> HttpResponse:
    """Every new, vanished and restated figure against the release before it, as CSV."""
    release = _release(release_id)
    earlier = release_before(release)
    text = managing.differences_csv(earlier.folder if earlier else None, release.folder)
    example = any(each is not None and each.manifest.example for each in (earlier, release))
    return text_response(text, "text/csv; charset=utf-8", _name("verschillen", release, "csv"), example=example)


def _name(what: str, release: Release, ending: str) -> str:
    """A file name that says so when the release is withdrawn."""
    gone = "ingetrokken-" if managing.withdrawal(figures_home(), release.id) else ""
    return f"{gone}{what}-{release.id}.{ending}"


def _release(release_id: str) -> Release:
    """A release that is or was current: what is only prepared is nobody's business yet."""
    known = {state.id for state in managing.states(figures_home())}
    found = managing.release_by_id(figures_home(), release_id) if release_id in known else None
    if found is None:
        way = Way(_("Alle uitgaven"), reverse("public:releases"))
        raise Unanswerable(_("Onbekende uitgave"), _("Er is geen uitgave met dit nummer die te tonen is."), (way,))
    return found
