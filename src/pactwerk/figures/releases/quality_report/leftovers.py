"""Rows and files that were refused or left out, what changed since the release before, and what was done by hand."""

from typing import Any

from pactwerk.basis.places import entered_areas
from pactwerk.basis.places.entered import areas_of
from pactwerk.figures.releases.differences import differences
from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.lineage import manifest_of
from pactwerk.figures.releases.manifest import Manifest
from pactwerk.figures.releases.quality_report.observed import Tables
from pactwerk.figures.releases.quality_report.section import Section, columns, rows
from pactwerk.figures.releases.release import Release
from pactwerk.figures.texts import Text

MOST = 20
"""Rows of one file that are listed; the rest is counted."""


def left_out(release: Release, _tables: Tables) -> Section:
    """Files that the last load refused, and rows that were no data in the files of this release."""
    refused = [line for line in release.manifest.load.get("offered", ()) if line["outcome"] == "refused"]
    word = Text("bestand geweigerd", "file refused")
    found: list[tuple[Any, ...]] = [(_name(line), word, None, "", line["reason"]) for line in refused]
    for line in _lines(release):
        told = line["rows_refused"]
        kind = Text("regel overgeslagen", "row left out")
        found += [(_name(line), kind, row["row"], row["column"], row["reason"]) for row in told[:MOST]]
        if len(told) > MOST:
            more = len(told) - MOST
            found.append((_name(line), kind, None, "", Text(f"en nog {more} regels", f"and {more} more rows")))
    return Section(
        "left_out",
        Text("Geweigerd en overgeslagen", "Refused and left out"),
        columns(
            {
                "file": ("bestand", "file"),
                "kind": ("wat", "what"),
                "row": ("regel", "row"),
                "column": ("kolom", "column"),
                "reason": ("reden", "reason"),
            }
        ),
        rows(found),
        Text("Totaalregels, voetregels en losse regels worden geteld en genoemd, nooit opgeteld.",
             "Lines of totals, footers and stray lines are counted and named, never added up."),
        alarm=bool(refused),
    )  # fmt: skip


def remarks(release: Release, _tables: Tables) -> Section:
    """What the readers remarked of each file: words without a code with their first line, cells not given."""
    found = [(kept.name, kept.table, text) for kept in release.manifest.files for text in kept.warnings]
    whole = [("", "", text) for text in release.manifest.warnings]
    return Section(
        "remarks",
        Text("Opmerkingen bij het lezen", "Remarks while reading"),
        columns({"file": ("bestand", "file"), "table": ("tabel", "table"), "remark": ("opmerking", "remark")}),
        rows([*found, *whole]),
        Text("Onbekende woorden met hun aantal en eerste regel, cellen die de uitgever niet gaf, twijfels aan jaren.",
             "Unknown words with their number and first line, cells that the publisher did not give, doubts of years."),
    )  # fmt: skip


def _name(line: dict[str, Any]) -> str:
    return str(line["file"]).rsplit("/", 1)[-1]


def _lines(release: Release) -> list[dict[str, Any]]:
    """The line of the load that read each file: of this release or of one before it."""
    wanted = {kept.sha256: kept.name for kept in release.manifest.files}
    home, found = Home(release.folder.parent.parent), []
    manifest: Manifest | None = release.manifest
    while manifest and wanted:
        for line in manifest.load.get("offered", ()):
            if line["outcome"] == "read" and line["sha256"] in wanted:
                del wanted[line["sha256"]]
                found.append(line)
        manifest = manifest_of(home, manifest.previous) if manifest.previous else None
    return sorted(found, key=_name)


def restated(release: Release, previous: Release | None) -> Section:
    """Figures that the release before gave otherwise."""
    changed = differences(previous.folder if previous else None, release.folder)
    names = {
        "indicator": ("indicator", "indicator"),
        "new": ("nieuw", "new"),
        "vanished": ("verdwenen", "vanished"),
        "restated": ("herzien", "restated"),
        "same": ("gelijk", "the same"),
    }
    found = [(entry.indicator, entry.new, entry.vanished, entry.restated, entry.same) for entry in changed.counts]
    before = previous.id if previous else "-"
    return Section(
        "restated",
        Text("Herzien ten opzichte van de vorige uitgave", "Restated against the release before"),
        columns(names),
        rows(found),
        Text(
            f"Vergeleken met uitgave {before}; alle afzonderlijke cijfers staan in de CSV.",
            f"Compared with release {before}; every single figure stands in the CSV.",
        ),
        alarm=any(entry.restated or entry.vanished for entry in changed.counts),
    )


def by_hand(release: Release, _tables: Tables) -> Section:
    """Corrections of official data and areas entered by offices that the release was made with."""
    root = release.folder.parent.parent
    found: list[tuple[Any, ...]] = [
        (Text("correctie", "correction"), entry.location, entry.field, entry.value, entry.reason, entry.by,
         entry.at[:10])
        for entry in release.places.corrections
    ]  # fmt: skip
    with areas_of(root):
        found += [
            (Text("gebied", "area"), entry.code, entry.kind, entry.name, entry.reference, entry.owner, "")
            for entry in entered_areas().values()
            if entry.code in release.places.areas
        ]
    return Section(
        "by_hand",
        Text("Lokale correcties en eigen gebieden", "Local corrections and own areas"),
        columns(
            {
                "kind": ("wat", "what"),
                "code": ("code", "code"),
                "field": ("veld of soort", "field or kind"),
                "value": ("waarde", "value"),
                "reason": ("reden of bron", "reason or reference"),
                "by": ("door", "by"),
                "at": ("op", "on"),
            }
        ),
        rows(found),
        Text("Zij gaan over wat uitgevers zeggen heen, ook na het opnieuw laden van een bestand.",
             "They go over what publishers say, after a file is loaded again as well."),
    )  # fmt: skip
