"""Offering publishers' files from the browser."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.utils.translation import gettext as _

from pactwerk.figures.releases import managing
from pactwerk.figures.releases.home import Home
from pactwerk.foundation.operations import Actor, OperationError, operation, require
from pactwerk.progress.home import figures_home
from pactwerk.progress.releases import starting
from pactwerk.progress.releases.errors import in_words
from pactwerk.progress.releases.permissions import may_publish_figures
from pactwerk.progress.releases.receiving import Offered, enough_room, receive
from pactwerk.progress.releases.uploads import Choices, Upload, UploadStore

PLAIN = Choices()


@operation("figures.upload")
def upload_files(actor: Actor, *, files: Iterable[Offered], choices: Choices = PLAIN) -> Upload:
    """Keep the files and start reading them in the background; nothing is public before somebody makes it current.

    Raises PermissionRefused, or OperationError for files that cannot be what a publisher offers.
    """
    require(may_publish_figures(actor))
    root = figures_home()
    root.mkdir(parents=True, exist_ok=True)
    if not enough_room(root):
        raise OperationError(_("De schijf is te vol om bestanden te laden; vraag de beheerder om ruimte."))
    with tempfile.TemporaryDirectory(dir=root, prefix=".upload-") as folder:
        received = receive(files, Path(folder))
        upload = UploadStore(root).add(actor.label, received, choices)
    starting.start_reader(root, upload.id)
    return upload


@operation("figures.compute_again")
def compute_again(actor: Actor) -> Upload:
    """Prepare the release again from the files it has, so that corrections and areas of today count.

    Raises OperationError when nothing was loaded.
    """
    require(may_publish_figures(actor))
    root = figures_home()
    if Home(root).current_id() is None:
        raise OperationError(_("Er is nog geen uitgave om opnieuw te berekenen; laad eerst bestanden."))
    upload = UploadStore(root).add(actor.label, {}, PLAIN)
    starting.start_reader(root, upload.id)
    return upload


@operation("figures.discard_upload")
def discard_upload(actor: Actor, *, upload: Upload) -> None:
    """Throw away uploaded files, with the release that was prepared from them. Raises OperationError while reading."""
    require(may_publish_figures(actor))
    store = _at_rest(upload)
    _discard_prepared(store, upload, actor)
    store.close(upload, "discarded")


@operation("figures.read_again")
def read_upload_again(actor: Actor, *, upload: Upload) -> Upload:
    """Read an upload again: its reader was killed or failed, or another release became current since.

    Raises OperationError while a reader is at work.
    """
    require(may_publish_figures(actor))
    store = _at_rest(upload)
    _discard_prepared(store, upload, actor)
    store.begin_again(upload)
    starting.start_reader(figures_home(), upload.id)
    return upload


def _at_rest(upload: Upload) -> UploadStore:
    """The store, when nobody reads the upload and nobody has closed it. Raises OperationError."""
    store = UploadStore(figures_home())
    if upload.outcome:
        raise OperationError(_("Deze bestanden zijn al actueel gemaakt of verworpen."))
    if store.state(upload) in ("waiting", "reading"):
        raise OperationError(_("Deze bestanden worden nu gelezen; wacht tot dat klaar is."))
    return store


def _discard_prepared(store: UploadStore, upload: Upload, actor: Actor) -> None:
    """Throw away the release that was prepared, unless a command has discarded it or made it current since."""
    reading, root = store.reading(upload), figures_home()
    if reading is not None and reading.candidate in {entry.id for entry in managing.candidates(root)}:
        with in_words():
            managing.discard(root, reading.candidate, actor.label)
