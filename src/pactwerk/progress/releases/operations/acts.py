"""Making a release current, going back, withdrawing and discarding: each one click, each in the log of the releases."""

from __future__ import annotations

from django.utils.translation import gettext as _

from pactwerk.figures.releases import managing
from pactwerk.foundation.operations import Actor, OperationError, operation, require
from pactwerk.progress.home import figures_home
from pactwerk.progress.releases.errors import in_words
from pactwerk.progress.releases.permissions import may_publish_figures
from pactwerk.progress.releases.uploads import UploadStore


@operation("figures.make_current")
def make_release_current(actor: Actor, *, release_id: str, reason: str = "") -> None:
    """Show the figures of this release from now on. Raises OperationError for one that is withdrawn or unreadable."""
    require(may_publish_figures(actor))
    with in_words():
        managing.make_current(figures_home(), release_id, actor.label, reason)
    _close_upload_of(release_id)


@operation("figures.go_back")
def go_back_one_release(actor: Actor, *, reason: str = "") -> None:
    """Show the figures of the release before this one again."""
    require(may_publish_figures(actor))
    with in_words():
        managing.go_back(figures_home(), actor.label, reason)


@operation("figures.withdraw")
def withdraw_release(actor: Actor, *, release_id: str, reason: str) -> None:
    """Mark a release as wrong, with the reason; it stays readable and is never current again."""
    require(may_publish_figures(actor))
    if not reason.strip():
        raise OperationError(_("Geef een reden; die staat voortaan bij de uitgave."), field="reason")
    with in_words():
        managing.withdraw(figures_home(), release_id, actor.label, reason.strip())


@operation("figures.reinstate")
def reinstate_release(actor: Actor, *, release_id: str, reason: str) -> None:
    """Undo a withdrawal; both stay in the history, and the release is not made current by it."""
    require(may_publish_figures(actor))
    if not reason.strip():
        raise OperationError(_("Geef een reden; die staat voortaan bij de uitgave."), field="reason")
    with in_words():
        managing.reinstate(figures_home(), release_id, actor.label, reason.strip())


def _close_upload_of(release_id: str) -> None:
    """The upload that this release was prepared from needs nobody any more."""
    store = UploadStore(figures_home())
    for upload in store.all():
        reading = store.reading(upload)
        if not upload.outcome and reading is not None and reading.candidate == release_id:
            store.close(upload, "current")
