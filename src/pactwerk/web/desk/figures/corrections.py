"""Local corrections of official data: list, add, withdraw; each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from pactwerk.figures.releases.corrections import Correction
from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused
from pactwerk.progress.corrections import correct_official_data, every_correction, withdraw_correction
from pactwerk.web.design.wording import area_name
from pactwerk.web.desk.figures.access import crumbs, may_publish, members_only, publishers_only, refusal, who_may
from pactwerk.web.desk.figures.overview import whose
from pactwerk.web.desk.figures.reasons import UNPROCESSABLE, ReasonPage, show

FIELDS = {
    "name": gettext_lazy("naam"),
    "municipality": gettext_lazy("gemeente"),
    "postcode4": gettext_lazy("postcode"),
    "closed": gettext_lazy("gesloten sinds"),
}


class CorrectionForm(forms.Form):
    """What a publisher has wrong about a location."""

    required_css_class = "required"

    location = forms.CharField(
        label=gettext_lazy("Vestiging"), max_length=6, help_text=gettext_lazy("BRIN en vestiging, bijvoorbeeld 16TF00.")
    )
    field = forms.ChoiceField(label=gettext_lazy("Wat klopt er niet"), choices=list(FIELDS.items()))
    value = forms.CharField(
        label=gettext_lazy("Wat het moet zijn"),
        max_length=200,
        help_text=gettext_lazy(
            "Een naam, een gemeentecode (GM0361), vier cijfers van de postcode, of een dag (2021-08-01)."
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reden"),
        max_length=500,
        help_text=gettext_lazy(
            "Waarom dit zo is, en waar dat staat. De reden is openbaar bij elk cijfer dat erop rust."
        ),
    )


@dataclass(frozen=True)
class ShownCorrection:
    """One correction in words."""

    id: str
    location: str
    what: str
    corrected: str
    reason: str
    at: datetime
    by: str
    withdrawn: str


@require_safe
@members_only
def listing(request: HttpRequest) -> HttpResponse:
    """Every correction, withdrawn ones too."""
    context = {
        "corrections": [_shown(request, each) for each in every_correction()],
        "may_publish": may_publish(request),
        "who_may": who_may(),
        "crumbs": crumbs((_("Correcties"), "")),
    }
    return render(request, "desk/figures/corrections.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@publishers_only
def add(request: HttpRequest) -> HttpResponse:
    """Note a correction."""
    form = CorrectionForm(request.POST) if request.method == "POST" else CorrectionForm()
    if request.method == "POST" and form.is_valid():
        try:
            correct_official_data(Actor.from_request(request), **form.cleaned_data)
        except PermissionRefused as error:
            return refusal(request, str(error))
        except OperationError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("De correctie staat genoteerd en telt mee zodra de cijfers opnieuw zijn berekend.")
            )
            return redirect("desk:figures_corrections")
    status = UNPROCESSABLE if request.method == "POST" else 200
    context = {"form": form, "crumbs": crumbs((_("Correctie noteren"), ""))}
    return render(request, "desk/figures/correction.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@publishers_only
def withdraw(request: HttpRequest, correction_id: str) -> HttpResponse:
    """Withdraw a correction with a reason."""
    found = next((each for each in every_correction() if each.id == correction_id and each.in_force), None)
    if found is None:
        raise Http404(_("Er is geen correctie met dit nummer die nog geldt."))
    page = ReasonPage(
        title=_("Correctie van %(location)s intrekken") % {"location": found.location},
        intro=_("De correctie blijft leesbaar en telt niet meer mee zodra de cijfers opnieuw zijn berekend."),
        button=_("Trek de correctie in"),
        done=_("De correctie is ingetrokken."),
        hint=_("Deze tekst blijft bij de correctie staan."),
        act=lambda actor, reason: withdraw_correction(actor, correction_id=correction_id, reason=reason),
        danger=True,
        back="desk:figures_corrections",
    )
    return show(request, page)


def _shown(request: HttpRequest, entry: Correction) -> ShownCorrection:
    return ShownCorrection(
        id=entry.id,
        location=entry.location,
        what=str(FIELDS.get(entry.field, entry.field)),
        corrected=f"{area_name(entry.value)} ({entry.value})" if entry.field == "municipality" else entry.value,
        reason=entry.reason,
        at=datetime.fromisoformat(entry.at),
        by=whose(request, entry.by),
        withdrawn="" if entry.in_force else entry.withdrawn_reason or "–",
    )
