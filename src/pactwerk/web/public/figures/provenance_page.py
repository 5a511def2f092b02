"""*Waar komt dit cijfer vandaan*: files, hashes, row numbers, definition and publisher behind each number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from pactwerk.basis import places
from pactwerk.figures.disclosure_control import PublishableTable, Row, Source
from pactwerk.figures.indicators import Definition
from pactwerk.web.design.wording import area_name, member_name
from pactwerk.web.public.figures.answer import Answer, answer, asked_of, release
from pactwerk.web.public.figures.question import Question
from pactwerk.web.public.releases.tables import table_name, table_page
from pactwerk.web.public.words import in_language

PAGE_SIZE = 50  # figures; each stands with its files and row numbers


@dataclass(frozen=True)
class NamedSource:
    """A file with its rows, the table it holds and the publisher's page; or a publication with its address."""

    source: Source
    table: str
    edition: str
    page: str


@dataclass(frozen=True)
class Origin:
    """One figure with the files and rows it was made of, or the publication it stands in."""

    row: Row
    sources: tuple[NamedSource, ...]
    definition: Definition | None

    @property
    def label(self) -> str:
        """Area, period and breakdown of the figure in words."""
        members = (member_name(name, code) for name, code in self.row.by.items())
        return ", ".join([area_name(self.row.area), self.row.period, *members])


@dataclass(frozen=True)
class ProvenancePage:
    """Where every figure of a question comes from."""

    question: Question
    name: str
    answer: Answer
    origins: tuple[Origin, ...]
    rows: Page[Row]
    release_id: str | None

    @property
    def table(self) -> PublishableTable:
        """The figures explained."""
        return self.answer.table


def provenance_page(question: Question, page: str | None = None) -> ProvenancePage:
    """Gather one page of at most `PAGE_SIZE` figures; a page out of range gives the nearest that exists."""
    reply = answer(question)
    shown = Paginator(reply.table.rows, PAGE_SIZE).get_page(page)
    explained = _explained(question, tuple(shown))
    definitions = {definition.code: definition for definition in question.indicator.definitions}
    origins = tuple(
        Origin(row, _named(explained.get(_key(row), row.sources)), definitions.get(row.definition)) for row in shown
    )
    name = in_language(question.indicator, "name")
    return ProvenancePage(question, name, reply, origins, shown, reply.table.release)


def _named(sources: tuple[Source, ...]) -> tuple[NamedSource, ...]:
    """Each source with its table and the publisher's page; example files were made by nobody but the project."""
    found = release()
    kept = {file.sha256: file for file in found.manifest.files} if found else {}
    named = []
    for source in sources:
        file = kept.get(source.sha256 or "")
        page = "" if file is None or file.example else table_page(file.table)
        name, edition = (table_name(file.table), file.edition) if file else ("", "")
        named.append(NamedSource(source, name, edition, source.url or page))
    return tuple(named)


def _explained(question: Question, rows: Sequence[Row]) -> dict[tuple[object, ...], tuple[Source, ...]]:
    """Sources with row numbers for every computed figure among the rows."""
    found = release()
    if found is None:
        return {}
    known: dict[tuple[object, ...], tuple[Source, ...]] = {}
    computed = [row for row in rows if row.basis == "computed"]
    wanted = {_key(row) for row in computed}
    areas = dict.fromkeys(row.area for row in computed)
    for area in areas:
        asked = asked_of(question, places.area(area))
        known.update(
            {_key(row): row.sources for row in found.explain(asked, only=lambda row: _key(row) in wanted).rows}
        )
    return known


def _key(row: Row) -> tuple[object, ...]:
    return (row.basis, row.area, row.period, row.definition, tuple(sorted(row.by.items())))
