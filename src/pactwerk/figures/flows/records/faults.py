"""What is wrong in a file of enrolments, named and counted; never an id, never a line."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One kind of fault: its code (see `wording`), the school year (None: of the whole file), a detail, a count.

    `detail` is a pair of levels, or a code that enough persons hold to be no id. `unit` is `rows` or `persons`.
    """

    code: str
    year: int | None
    detail: str
    count: int
    unit: str = "persons"
