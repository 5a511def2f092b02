"""Why a file is not read."""

from collections.abc import Sequence

from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.texts import Text


class Refused(Exception):
    """The file is a known table, or claims to be one, and cannot be read as a whole."""

    def __init__(self, reason: Text, problems: Sequence[RowProblem] = (), table: str | None = None) -> None:
        """Keep the reason, the places where it shows, and the table it claims to be."""
        super().__init__(str(reason))
        self.reason = reason
        self.table = table
        self.problems = tuple(problems)


class Unknown(Exception):
    """The file is no table that we know; it is skipped."""

    def __init__(self, reason: Text) -> None:
        """Keep the reason."""
        super().__init__(str(reason))
        self.reason = reason


def refuse_at(row: int, column: str, nl: str, en: str) -> Refused:
    """A refusal that shows in one place; row and column are part of the reason, too."""
    where_nl = f"regel {row}" + (f", kolom '{column}'" if column else "")
    where_en = f"line {row}" + (f", column '{column}'" if column else "")
    problem = RowProblem(row, column, Text(nl, en))
    return Refused(Text(f"{where_nl}: {nl}", f"{where_en}: {en}"), [problem])


def refuse_many(problems: Sequence[RowProblem]) -> Refused:
    """A refusal for several places: the first is told in full, the others are counted and listed."""
    first = problems[0]
    single = refuse_at(first.row, first.column, first.reason, first.reason.en)
    if len(problems) == 1:
        return single
    more = len(problems) - 1
    reason = Text(f"{single.reason} (en nog {more})", f"{single.reason.en} (and {more} more)")
    return Refused(reason, problems)
