"""The statistics engine: from publishers' files to figures that may leave. Knows nothing of Django.

As a library: `from pactwerk import figures` and then `figures.open()`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pactwerk.figures.notebook.book import Book

__all__ = ["open"]


def open(home: str | Path | None = None, *, dutch: bool = True) -> "Book":  # noqa: A001 -- figures.open
    """Open the figures of an installation for reading, for instance in a notebook.

    `home` is the installation's folder (`PACTWERK_HOME`, else `var`), `dutch` the language of texts and pictures.
    Raises NoFigures when there is nothing to read there.
    """
    from pactwerk.figures.notebook.book import open_book

    return open_book(home, dutch=dutch)
