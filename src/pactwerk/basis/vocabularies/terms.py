"""What a term is, and the three lines of action of every technology pact."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Term:
    """One term of a list: our code, its names, and who defined it."""

    code: str
    name_nl: str
    name_en: str
    group: str = ""
    reference: str = ""


def by_code(terms: Iterable[Term]) -> Mapping[str, Term]:
    """A read-only list in its own order, looked up by code."""
    return MappingProxyType({term.code: term for term in terms})


# Nationaal Techniekpact 2020 (May 2013): the action lines of the national pact and of every landsdeel.
LINES = by_code(
    (
        Term("kiezen", "Kiezen voor techniek", "Choosing technology"),
        Term("leren", "Leren in de techniek", "Learning in technology"),
        Term("werken", "Werken in de techniek", "Working in technology"),
    )
)
