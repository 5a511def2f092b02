"""*Waar komt dit cijfer vandaan*: files, hashes, row numbers, definition and publisher behind each number."""

from __future__ import annotations

from dataclasses import dataclass

from pactwerk.figures.disclosure_control import PublishableTable, Row, Source
from pactwerk.figures.indicators import Definition
from pactwerk.figures.releases import FigureQuery
from pactwerk.web.design.wording import area_name, member_name
from pactwerk.web.public.figures.answer import Answer, answer, release
from pactwerk.web.public.figures.question import Question
from pactwerk.web.public.releases.tables import PAGES, table_name
from pactwerk.web.public.words import in_language


@dataclass(frozen=True)
class NamedSource:
    """A file with its rows, the table it holds and the publisher's page; or a publication with its address."""

    source: Source
    table: str
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
    release_id: str | None

    @property
    def table(self) -> PublishableTable:
        """The figures explained."""
        return self.answer.table


def provenance_page(question: Question) -> ProvenancePage:
    """Gather the page."""
    reply = answer(question)
    explained = _explained(question, reply)
    definitions = {definition.code: definition for definition in question.indicator.definitions}
    origins = tuple(
        Origin(row, _named(explained.get(_key(row), row.sources)), definitions.get(row.definition))
        for row in reply.table.rows
    )
    return ProvenancePage(question, in_language(question.indicator, "name"), reply, origins, reply.table.release)


def _named(sources: tuple[Source, ...]) -> tuple[NamedSource, ...]:
    """Each source with its table and the publisher's page; example files were made by nobody but the project."""
    found = release()
    kept = {file.sha256: file for file in found.manifest.files} if found else {}
    named = []
    for source in sources:
        file = kept.get(source.sha256 or "")
        page = "" if file is None or file.example else PAGES.get(file.table, "")
        named.append(NamedSource(source, table_name(file.table) if file else "", source.url or page))
    return tuple(named)


def _explained(question: Question, reply: Answer) -> dict[tuple[object, ...], tuple[Source, ...]]:
    """Sources with row numbers for every computed figure of the question."""
    found = release()
    if found is None:
        return {}
    known: dict[tuple[object, ...], tuple[Source, ...]] = {}
    areas = dict.fromkeys(row.area for row in reply.table.rows if row.basis == "computed")
    for area in areas:
        asked = FigureQuery(
            indicator=question.indicator.code,
            area=area,
            period=question.period,
            by=question.by,
            definition=question.definition,
        )
        known.update({_key(row): row.sources for row in found.explain(asked).rows})
    return known


def _key(row: Row) -> tuple[object, ...]:
    return (row.basis, row.area, row.period, row.definition, tuple(sorted(row.by.items())))
