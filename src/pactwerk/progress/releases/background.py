"""The reader of an upload, run as `python -m pactwerk.progress.releases.background HOME ID`; knows no Django.

It prepares a release that is not current (a candidate) and writes how far it is, so that a page can tell.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.releases.managing import Options, Staged, Step, stage
from pactwerk.progress.releases.uploads import Reading, Upload, UploadStore

BROKEN = (
    "Het lezen is onverwacht gestopt. Er is niets veranderd; probeer het opnieuw of vraag de beheerder.",
    "Reading stopped unexpectedly. Nothing was changed; try again or ask the administrator.",
)


def read_upload(root: Path, upload_id: str) -> None:
    """Read one upload and leave its report; does nothing when another reader is at it or it is gone."""
    store = UploadStore(root)
    upload = store.get(upload_id)
    if upload is None or upload.outcome:
        return
    with store.held(upload) as free:
        if free:
            store.write_reading(upload, _read(root, store, upload))


def _read(root: Path, store: UploadStore, upload: Upload) -> Reading:
    one_at_a_time = Lock()

    def tell(step: Step) -> None:
        reading = Reading("reading", step.number, step.of, reason_nl=str(step), reason_en=step.en)
        with one_at_a_time:  # files are read by several threads
            store.write_reading(upload, reading)

    tell(Step("beginnen", "starting", 0, len(upload.files)))
    try:
        staged = stage(root, store.paths(upload), _options(upload), tell)
    except ReadableError as error:
        return Reading("failed", reason_nl=error.message_nl, reason_en=error.message_en)
    except Exception:
        # whatever it is, the page must say that it ended, and the administrator find why
        (store.folder / upload.id / "fault.txt").write_text(traceback.format_exc(), encoding="utf-8")
        return Reading("failed", reason_nl=BROKEN[0], reason_en=BROKEN[1])
    return Reading("read", candidate=staged.id or "", lines=tuple(_lines(staged)))


def _options(upload: Upload) -> Options:
    choices = upload.choices
    return Options(edition=choices.edition or None, example=choices.example, replace=choices.replace, by=upload.by)


def _lines(staged: Staged) -> list[Mapping[str, Any]]:
    """Per file the report in both languages, with the file's name only: the path is this machine's."""
    both: list[Mapping[str, Any]] = []
    for line in staged.result.lines:
        pair = {"nl": line.as_data(dutch=True), "en": line.as_data(dutch=False)}
        for side in pair.values():
            side["file"] = Path(side["file"]).name
        both.append(pair)
    return both


if __name__ == "__main__":
    read_upload(Path(sys.argv[1]), sys.argv[2])
