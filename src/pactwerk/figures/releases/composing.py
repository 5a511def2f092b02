"""Which files make up the next release, and what is doubtful about them together."""

from collections.abc import Sequence

from pactwerk.figures.releases.accepted import Accepted
from pactwerk.figures.releases.assembling import Content
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.judging import Judged
from pactwerk.figures.releases.manifest import KeptFile, Manifest
from pactwerk.figures.releases.renewing import Renewed
from pactwerk.figures.sources import LoadedPupils, cohort_warnings
from pactwerk.figures.texts import Text


def compose(home: Home, manifest: Manifest | None, judged: Judged, renewed: Renewed, *, example: bool) -> Content:
    """The files of the current release that stay, and the new ones; what is doubtful about them together."""
    new = {entry.kept.file_id for entry in judged.accepted}
    known = manifest.files if manifest else ()
    stay = [file for file in known if file.file_id not in judged.replaced and file.file_id not in new]
    kind = example if new else all(file.example for file in known)
    kept = tuple(file for file in stay if file.example == kind)
    left = len(stay) - len(kept)
    again = [renewed.files[file.file_id] for file in kept if file.file_id in renewed.files]
    accepted = (*judged.accepted, *again)
    kept = tuple(file for file in kept if file.file_id not in renewed.files)
    doubts = (*([_left_behind(left, example=kind)] if left else []), *_cohorts(home, manifest, kept, accepted))
    return Content(manifest, kept, accepted, tuple(judged.lines), doubts)


def _left_behind(files: int, *, example: bool) -> Text:
    if example:
        return Text(
            f"Deze uitgave bevat alleen voorbeeldgegevens; {files} echte bestanden staan er niet meer in.",
            f"This release holds example data only; {files} real files are no longer in it.",
        )
    return Text(
        f"Deze uitgave bevat alleen echte bestanden; {files} bestanden met voorbeeldgegevens staan er niet meer in.",
        f"This release holds real files only; {files} files of example data are no longer in it.",
    )


def _cohorts(
    home: Home, manifest: Manifest | None, kept: Sequence[KeptFile], accepted: Sequence[Accepted]
) -> list[Text]:
    """Named school years that the pupils contradict: vwo 5 is last year's vwo 4. Said of every release anew."""
    editions = [
        LoadedPupils(entry.kept.name, entry.kept.edition, entry.observations)
        for entry in accepted
        if entry.kept.table == "vo_pupils"
    ]
    for file in kept:
        if file.table == "vo_pupils" and manifest:
            folder = home.release(manifest.id) / "inside" / file.table
            editions.append(LoadedPupils(file.name, file.edition, folder / f"{file.file_id}.parquet"))
    return cohort_warnings(editions)
