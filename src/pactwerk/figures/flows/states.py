"""A state: where somebody is on 1 October, at the grain that was asked."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class State:
    """Level (`vo`, `mbo`, ...), track or mbo level, field (sector, profile or domain), grade; empty = not told apart.

    As text `vo:kb:techniek:4`; parts at the end that are empty are left out.
    """

    level: str
    track: str = ""
    field: str = ""
    grade: str = ""

    def __str__(self) -> str:
        """The code of the state, as it stands in tables and addresses."""
        return ":".join((self.level, self.track, self.field, self.grade)).rstrip(":")

    @classmethod
    def parse(cls, text: str) -> "State":
        """The state with this code. Raises ValueError for more than four parts or an empty level."""
        parts = text.split(":")
        if len(parts) > 4 or not parts[0]:
            raise ValueError(text)
        return cls(*parts)
