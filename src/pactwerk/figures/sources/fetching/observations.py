"""The observations of a CBS table: its pages, kept until the last one is there, so that a kill costs one page."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pactwerk.figures.sources.fetching.cbs import Cbs, page_of, text
from pactwerk.figures.sources.fetching.client import json_of
from pactwerk.figures.sources.fetching.disk import put_in_place, write_whole
from pactwerk.figures.sources.fetching.plan import PlanLine
from pactwerk.figures.sources.fetching.refusals import FetchFailed, Passing

_NOTE = "pages.json"


@dataclass
class Pages:
    """The pages of one answer on this disk, in a hidden folder beside the file that will be made of them."""

    folder: Path
    count: int = 0
    rows: int = 0
    next: str | None = None

    def each(self) -> Iterator[Mapping[str, Any]]:
        """Every observation, in the order of the service."""
        for number in range(1, self.count + 1):
            yield from json.loads(self.path(number).read_bytes())["value"]

    def path(self, number: int) -> Path:
        """The file of a page."""
        return self.folder / f"{number:06}.json"

    def drop(self) -> None:
        """Remove everything."""
        shutil.rmtree(self.folder, ignore_errors=True)


def fetch_pages(cbs: Cbs, line: PlanLine, told: Callable[[int, int | None], None]) -> Pages:
    """Fetch every page that is not there yet.

    Raises Passing when the table was changed meanwhile (nothing of it is kept), FetchFailed when pages are missing.
    """
    pages = _begun(line)
    seen: set[str] = set()
    while pages.next:
        address = pages.next
        body = cbs.client.again(lambda address=address: cbs.client.bytes(address))  # type: ignore[misc]
        rows, following = page_of(json_of(body, address), seen, address)
        if following:
            cbs.client.policy.judge(following)
        pages.count += 1
        if pages.count > cbs.client.limits.pages:
            raise FetchFailed(f"{line.address} houdt niet op.", f"{line.address} does not end.")
        pages.folder.mkdir(parents=True, exist_ok=True)
        half = pages.path(pages.count).with_suffix(".half")
        half.write_bytes(body)
        put_in_place(half, pages.path(pages.count))  # before the note that counts it
        pages.rows, pages.next = pages.rows + len(rows), following
        _note(pages, line)
        told(pages.rows, line.observations)
    _check(cbs, line, pages)
    return pages


def _begun(line: PlanLine) -> Pages:
    """What is on disk of the same answer of the same version of the table; else nothing."""
    pages = Pages(line.target.with_name(f".{line.target.stem}.pages"), next=line.address)
    try:
        note = json.loads((pages.folder / _NOTE).read_text(encoding="utf-8"))
        if note["address"] == line.address and note["modified"] == line.modified and line.modified:
            return Pages(pages.folder, int(note["count"]), int(note["rows"]), note["next"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    pages.drop()
    return pages


def _note(pages: Pages, line: PlanLine) -> None:
    note = {"address": line.address, "modified": line.modified, "count": pages.count, "rows": pages.rows,
            "next": pages.next}  # fmt: skip
    write_whole(pages.folder / _NOTE, json.dumps(note))


def _check(cbs: Cbs, line: PlanLine, pages: Pages) -> None:
    if text(cbs.properties(line.dataset), "Modified") != line.modified:
        pages.drop()
        raise Passing(
            f"CBS heeft tabel {line.dataset} veranderd terwijl hij werd opgehaald. Haal hem opnieuw op.",
            f"CBS changed table {line.dataset} while it was being fetched. Fetch it again.",
        )
    if line.observations is not None and pages.rows != line.observations:
        pages.drop()
        raise FetchFailed(
            f"Tabel {line.dataset} kwam niet heel aan: {pages.rows} van {line.observations} waarnemingen.",
            f"Table {line.dataset} did not arrive whole: {pages.rows} of {line.observations} observations.",
        )
