"""Own areas of an office: list, add, change, import and export as CSV, take away."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pactwerk.basis.places import DatedMember, EnteredArea
from pactwerk.basis.places.entered import KINDS
from pactwerk.foundation.accounts.current_office import current_office
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused
from pactwerk.progress.areas import (
    areas_of_office,
    every_entered_area,
    import_areas,
    may_enter_areas,
    office_areas_as_csv,
    remove_area,
)
from pactwerk.web.design.wording import area_name
from pactwerk.web.desk.figures.access import act, crumbs, may_publish, members_only, refusal
from pactwerk.web.desk.figures.reasons import UNPROCESSABLE

MAX_BYTES = 2 * 1024 * 1024
HEAD = ("code", "naam", "soort", "gemeente", "van", "tot", "bron")


class AreaForm(forms.Form):
    """One area with its dated members."""

    required_css_class = "required"

    code = forms.CharField(
        label=gettext_lazy("Code"), max_length=34, help_text=gettext_lazy("Een eigen code, bijvoorbeeld STO-ALKMAAR.")
    )
    name = forms.CharField(label=gettext_lazy("Naam"), max_length=120)
    kind = forms.ChoiceField(label=gettext_lazy("Soort"), choices=[(kind, kind) for kind in KINDS])
    reference = forms.CharField(
        label=gettext_lazy("Bron"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Waar staat welke gemeenten erbij horen."),
    )
    members = forms.CharField(
        label=gettext_lazy("Gemeenten"),
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy(
            "Eén gemeente per regel: naam of code, en als dat nodig is de eerste dag en de dag waarop zij er niet meer "
            "bij hoort, met puntkomma’s: Alkmaar; 2020-01-01; 2024-01-01."
        ),
    )

    def as_csv(self) -> str:
        """The form as the CSV that the operation reads: the first member stands on line 2."""
        facts, text = self.cleaned_data, io.StringIO(newline="")
        writer = csv.writer(text, delimiter=";", lineterminator="\n")
        writer.writerow(HEAD)
        for line in facts["members"].splitlines():
            cells = [cell.strip() for cell in line.split(";")]
            if any(cells):
                place, since, until = (*cells, "", "")[:3]
                writer.writerow((facts["code"], facts["name"], facts["kind"], place, since, until, facts["reference"]))
        return text.getvalue()


class ImportForm(forms.Form):
    """A CSV of areas."""

    required_css_class = "required"

    offered = forms.FileField(
        label=gettext_lazy("CSV-bestand"),
        help_text=gettext_lazy("Kolommen: code, naam, soort, gemeente, van, tot, bron; een regel per gemeente."),
    )

    def text(self) -> str:
        """The file as text: UTF-8, else as Windows writes it. Raises OperationError for a file that is too large."""
        file = self.cleaned_data["offered"]
        if file.size > MAX_BYTES:
            raise OperationError(_("Dit bestand is te groot voor een lijst van gebieden."), field="offered")
        content: bytes = file.read()
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return content.decode("cp1252", errors="replace")


@dataclass(frozen=True)
class ShownArea:
    """One entered area in words."""

    code: str
    name: str
    kind: str
    members: tuple[str, ...]
    reference: str
    own: bool
    owner: str


@require_safe
@members_only
def listing(request: HttpRequest) -> HttpResponse:
    """Every entered area: those of the own office can be changed."""
    office = current_office(request)
    names = dict(Office.objects.values_list("slug", "name"))
    shown = [_shown(each, office, names) for each in every_entered_area()]
    context = {
        "areas": shown,
        "office": office,
        "may_enter": _may_enter(request, office),
        "may_publish": may_publish(request),
        "crumbs": crumbs((_("Eigen gebieden"), "")),
    }
    return render(request, "desk/figures/areas.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def edit(request: HttpRequest, code: str = "") -> HttpResponse:
    """Add an area, or change one of the own office."""
    office = _office(request)
    if office is None:
        return refusal(request, _("Gebieden invoeren is voor redacteuren en beheerders van een programmabureau."))
    known = _own(office, code) if code else None
    form = AreaForm(request.POST if request.method == "POST" else None, initial=_initial(known) if known else None)
    form.fields["code"].disabled = known is not None  # figures name an area by its code: another code is another area
    if request.method == "POST" and form.is_valid():
        try:
            import_areas(Actor.from_request(request), office, text=form.as_csv(), name=_("het formulier"))
        except PermissionRefused as error:
            return refusal(request, str(error))
        except OperationError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("Het gebied is vastgelegd; cijfers ervan komen zodra ze opnieuw zijn berekend.")
            )
            return redirect("desk:figures_areas")
    status = UNPROCESSABLE if request.method == "POST" else 200
    title = known.name if known else _("Gebied invoeren")
    context = {"form": form, "title": title, "crumbs": crumbs((title, ""))}
    return render(request, "desk/figures/area.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def load(request: HttpRequest) -> HttpResponse:
    """Import areas from a CSV: wholly or not at all."""
    office = _office(request)
    if office is None:
        return refusal(request, _("Gebieden invoeren is voor redacteuren en beheerders van een programmabureau."))
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if request.method == "POST" and form.is_valid():
        try:
            name = str(form.cleaned_data["offered"].name)
            found = import_areas(Actor.from_request(request), office, text=form.text(), name=name)
        except PermissionRefused as error:
            return refusal(request, str(error))
        except OperationError as error:
            form.add_error("offered", str(error))
        else:
            messages.success(request, _("Er zijn %(n)s gebieden ingelezen.") % {"n": len(found)})
            return redirect("desk:figures_areas")
    status = UNPROCESSABLE if request.method == "POST" else 200
    title = _("Gebieden inlezen")
    context = {"form": form, "title": title, "upload": True, "crumbs": crumbs((title, ""))}
    return render(request, "desk/figures/area.html", context, status=status)


@require_safe
@members_only
def export(request: HttpRequest) -> HttpResponse:
    """The areas of the own office as the CSV that can be imported again."""
    office = current_office(request)
    if office is None:
        raise Http404(_("U bent geen lid van een programmabureau."))
    headers = {"Content-Disposition": f'attachment; filename="gebieden-{office.slug}.csv"'}
    return HttpResponse(office_areas_as_csv(office), content_type="text/csv; charset=utf-8", headers=headers)


@require_POST
@members_only
def remove(request: HttpRequest, code: str) -> HttpResponse:
    """Take an area of the own office away."""
    office = _office(request)
    if office is None:
        return refusal(request, _("Gebieden invoeren is voor redacteuren en beheerders van een programmabureau."))
    _own(office, code)
    done = _("Het gebied is weg; bestaande uitgaven houden hun cijfers ervan.")
    return act(request, lambda actor: remove_area(actor, office, code=code), done, "desk:figures_areas")


def _office(request: HttpRequest) -> Office | None:
    """The current office when the user may enter areas for it."""
    office = current_office(request)
    return office if _may_enter(request, office) else None


def _may_enter(request: HttpRequest, office: Office | None) -> bool:
    return office is not None and may_enter_areas(Actor.from_request(request), office)


def _own(office: Office, code: str) -> EnteredArea:
    found = next((each for each in areas_of_office(office) if each.code == code), None)
    if found is None:
        raise Http404(_("Dit gebied is niet van uw programmabureau."))
    return found


def _initial(area: EnteredArea) -> dict[str, str]:
    lines = []
    for member in area.members:
        cells = [member.municipality]
        cells += [day.isoformat() if day else "" for day in (member.since, member.until)]
        lines.append("; ".join(cells).rstrip("; "))
    return {
        "code": area.code,
        "name": area.name,
        "kind": area.kind,
        "reference": area.reference,
        "members": "\n".join(lines),
    }


def _shown(area: EnteredArea, office: Office | None, names: dict[str, str]) -> ShownArea:
    return ShownArea(
        code=area.code,
        name=area.name,
        kind=area.kind,
        members=tuple(_member(member) for member in area.members),
        reference=area.reference,
        own=office is not None and area.owner == office.slug,
        owner=names.get(area.owner, ""),
    )


def _member(member: DatedMember) -> str:
    """A municipality with the days between which it belongs to the area."""
    name, since, until = area_name(member.municipality), member.since, member.until
    if since and until:
        return _("%(name)s (%(since)s tot %(until)s)") % {"name": name, "since": since, "until": until}
    if since:
        return _("%(name)s (vanaf %(since)s)") % {"name": name, "since": since}
    return _("%(name)s (tot %(until)s)") % {"name": name, "until": until} if until else name
