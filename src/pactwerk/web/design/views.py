"""The living style page at /ontwerp/: every component with sample content."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pactwerk.web.design.style import samples
from pactwerk.web.design.style.flow_sample import flow_sample
from pactwerk.web.design.style.forms import SampleFilter, SampleForm
from pactwerk.web.design.verdict_words import LOOKS


@login_not_required
@require_safe
def style_page(request: HttpRequest) -> HttpResponse:
    """Show every component; reads only."""
    series = samples.series()
    verdicts = samples.verdicts()
    context = {
        "title": _("Ontwerp"),
        "example": True,
        "crumbs": [(_("Nederland"), "/"), (_("Ontwerp"), "")],
        "series": series,
        "latest": series.rows[-1],
        "path": samples.PATH,
        "broken": samples.series_with_break(),
        "compared": samples.compared(),
        "profiles": samples.by_profile(),
        "profile_series": samples.profile_series(),
        "municipalities": samples.by_municipality(),
        "flow": flow_sample(),
        "published": samples.published(),
        "verdicts": verdicts,
        "verdict_list": [verdict for _number, _title, verdict in verdicts],
        "first_verdict": verdicts[0][2],
        "looks": list(LOOKS.values()),
        "targets": samples.targets(),
        "facts": [(_("Looptijd"), "2014–2021"), (_("Partijen"), "38"), (_("Scholen"), "64")],
        "form": SampleForm({"name": "", "kind": "aandeel", "line": "leren"}),
        "filter": SampleFilter(),
        "page": Paginator(range(200), 20).page(4),
    }
    return render(request, "design/style_page.html", context)
