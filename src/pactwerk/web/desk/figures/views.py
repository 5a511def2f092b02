"""Views of the figures on the desk: overview, upload, preview, and the acts on releases."""

from __future__ import annotations

import time

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused
from pactwerk.progress.home import figures_home
from pactwerk.progress.releases import operations
from pactwerk.progress.releases.uploads import Choices, Upload, UploadStore
from pactwerk.web.desk.figures.access import act, crumbs, may_publish, members_only, publishers_only, refusal, who_may
from pactwerk.web.desk.figures.forms import UploadForm
from pactwerk.web.desk.figures.overview import overview, whose
from pactwerk.web.desk.figures.preview import preview

UNPROCESSABLE = 422
WAIT = 3.0
"""Seconds that the page of an upload waits for a short reading, so that it opens with its result."""


@require_safe
@members_only
def home(request: HttpRequest) -> HttpResponse:
    """What is loaded, what is due, what waits, and every release."""
    context = {"page": overview(), "may_publish": may_publish(request), "who_may": who_may(), "crumbs": crumbs()}
    return render(request, "desk/figures/home.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@publishers_only
def load(request: HttpRequest) -> HttpResponse:
    """Offer files; they are read in the background and shown before anything is public."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        choices = Choices(facts["edition"].strip(), facts["replace"], facts["example"])
        try:
            upload = operations.upload_files(Actor.from_request(request), files=facts["offered"], choices=choices)
        except PermissionRefused as error:
            return refusal(request, str(error))
        except OperationError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            return redirect("desk:figures_upload", upload.id)
    status = UNPROCESSABLE if request.method == "POST" else 200
    context = {"form": form, "crumbs": crumbs((_("Bestanden laden"), ""))}
    return render(request, "desk/figures/load.html", context, status=status)


@require_safe
@members_only
def upload(request: HttpRequest, upload_id: str) -> HttpResponse:
    """One upload: how far it is, then what was read and what would change."""
    found = _upload(upload_id)
    _wait(found)
    context = {
        "page": preview(found),
        "by": whose(request, found.by),
        "may_publish": may_publish(request),
        "crumbs": crumbs((_("Geladen bestanden"), "")),
    }
    return render(request, "desk/figures/upload.html", context)


@require_POST
@publishers_only
def read_again(request: HttpRequest, upload_id: str) -> HttpResponse:
    """Read the same files again."""
    found = _upload(upload_id)
    done = _("De bestanden worden opnieuw gelezen.")
    return act(
        request,
        lambda actor: operations.read_upload_again(actor, upload=found),
        done,
        "desk:figures_upload",
        upload_id,
    )


@require_POST
@publishers_only
def discard(request: HttpRequest, upload_id: str) -> HttpResponse:
    """Throw the uploaded files away."""
    found = _upload(upload_id)
    done = _("De bestanden zijn verworpen; er is niets veranderd.")
    return act(request, lambda actor: operations.discard_upload(actor, upload=found), done, "desk:figures")


@require_POST
@publishers_only
def rebuild(request: HttpRequest) -> HttpResponse:
    """Compute the release again from the files it has: after a correction or another area."""
    try:
        upload = operations.compute_again(Actor.from_request(request))
    except PermissionRefused as error:
        return refusal(request, str(error))
    except OperationError as error:
        messages.error(request, str(error))
        return redirect("desk:figures")
    return redirect("desk:figures_upload", upload.id)


@require_POST
@publishers_only
def make_current(request: HttpRequest, release_id: str) -> HttpResponse:
    """Show this release from now on."""
    done = _("Uitgave %(id)s is nu actueel; alle pagina's tonen haar cijfers.") % {"id": release_id}
    return act(
        request,
        lambda actor: operations.make_release_current(actor, release_id=release_id),
        done,
        "desk:figures",
    )


@require_POST
@publishers_only
def go_back(request: HttpRequest) -> HttpResponse:
    """Return to the release before this one."""
    done = _("De vorige uitgave is weer actueel.")
    return act(request, operations.go_back_one_release, done, "desk:figures")


def _upload(upload_id: str) -> Upload:
    found = UploadStore(figures_home()).get(upload_id)
    if found is None:
        raise Http404(_("Er zijn geen geladen bestanden met dit nummer."))
    return found


def _wait(upload: Upload) -> None:
    """Wait a moment for a reading that is nearly done; a long one is shown as it stands."""
    store, until = UploadStore(figures_home()), time.monotonic() + WAIT
    while not upload.outcome and store.state(upload) in ("waiting", "reading") and time.monotonic() < until:
        time.sleep(0.1)
