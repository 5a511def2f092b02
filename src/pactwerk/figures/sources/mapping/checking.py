"""Values of a mapping file, taken one by one: the wrong kind is an error that names file and key."""

from collections.abc import Iterable
from typing import Any

from pactwerk.figures.sources.mapping.declaration import MappingError


class Keys:
    """A table of a mapping file that is read key by key; what was not asked for is not known."""

    def __init__(self, file: str, path: str, found: Any) -> None:
        """Raise MappingError when it is no table."""
        self.file, self.path = file, path
        if not isinstance(found, dict):
            raise self.wrong("", "moet een tabel zijn", "must be a table")
        self._found: dict[str, Any] = found
        self._asked: set[str] = set()

    def wrong(self, key: str, nl: str, en: str) -> MappingError:
        """The error at a key of this table."""
        return MappingError(self.file, ".".join(part for part in (self.path, key) if part), nl, en)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not be empty."""
        found = self._get(key, default)
        if not isinstance(found, str) or (default is None and not found.strip()):
            raise self.wrong(key, "moet een tekst zijn", "must be a text")
        return found

    def word(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        """One of the allowed texts."""
        found, known = self.text(key, default), tuple(allowed)
        if found not in known:
            listed = ", ".join(known)
            raise self.wrong(key, f"'{found}' bestaat niet; kies uit {listed}", f"'{found}': choose from {listed}")
        return found

    def number(self, key: str, default: int | None = None) -> int:
        """A whole number, not below 0."""
        found = self._get(key, default)
        if not isinstance(found, int) or isinstance(found, bool) or found < 0:
            raise self.wrong(key, "moet een heel getal zijn", "must be a whole number")
        return found

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        found = self._get(key, default)
        if not isinstance(found, bool):
            raise self.wrong(key, "moet true of false zijn", "must be true or false")
        return found

    def words(self, key: str) -> tuple[str, ...]:
        """A text or a list of texts; none when the key is not there."""
        found = self._get(key, [])
        listed = [found] if isinstance(found, str) else found
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            raise self.wrong(key, "moet een tekst of een lijst teksten zijn", "must be a text or a list of texts")
        return tuple(listed)

    def codes(self, key: str) -> dict[str, str]:
        """A table of texts; empty when the key is not there."""
        found = self._get(key, {})
        if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
            raise self.wrong(key, "moet een tabel van teksten zijn", "must be a table of texts")
        return dict(found)

    def table(self, key: str) -> "Keys":
        """A table within this one; an empty one when the key is not there."""
        return Keys(self.file, f"{self.path}.{key}".strip("."), self._get(key, {}))

    def tables(self, key: str) -> list["Keys"]:
        """A list of tables."""
        found = self._get(key, [])
        if not isinstance(found, list):
            raise self.wrong(key, f"schrijf [[{key}]]", f"write [[{key}]]")
        return [Keys(self.file, f"{key}[{number}]", one) for number, one in enumerate(found, 1)]

    def holds(self) -> bool:
        """Whether anything is declared in this table."""
        return bool(self._found)

    def finish(self) -> None:
        """Raise MappingError for a key that nobody asked for: a typing error would otherwise pass silently."""
        for key in self._found:
            if key not in self._asked:
                listed = ", ".join(sorted(self._asked))
                raise self.wrong(key, f"onbekende sleutel; bekend zijn {listed}", f"unknown key; known are {listed}")

    def _get(self, key: str, default: Any) -> Any:
        self._asked.add(key)
        found = self._found.get(key, default)
        if found is None:
            raise self.wrong(key, "ontbreekt", "is missing")
        return found
