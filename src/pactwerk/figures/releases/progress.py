"""How far long work is: a text for people, with the step it is at, for a page or a terminal."""

from collections.abc import Callable

from pactwerk.figures.texts import Text


class Step(Text):
    """One step of work in progress: `number` of `of`; the text itself is Dutch, `en` English."""

    __slots__ = ("number", "of")
    number: int
    of: int

    def __new__(cls, nl: str, en: str = "", number: int = 0, of: int = 0) -> "Step":
        """Keep the text in both languages and where the work is."""
        step = str.__new__(cls, nl)
        step.en, step.number, step.of = en or nl, number, of
        return step


Progress = Callable[[Step], None]
"""Called at the start of each step, from several threads at once while files are read."""

AFTER_READING = 3
"""Steps that follow the files: to compute, to compare, to finish."""


def silent(_step: Step) -> None:
    """Tell nobody."""
