"""A mapping file as its keys, whatever it declares: a table, or a layout of enrolments."""

import tomllib
from pathlib import Path

from pactwerk.figures.sources.mapping.checking import Keys
from pactwerk.figures.sources.mapping.declaration import MappingError

_LARGEST = 200_000


def text_of(path: Path) -> str:
    """The text of a mapping file. Raises MappingError, which names the file, when it cannot be read or is too large."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise MappingError(path.name, "", f"niet te lezen ({error.strerror})", "cannot be read") from None
    except UnicodeDecodeError:
        raise MappingError(path.name, "", "is geen UTF-8", "is no UTF-8") from None
    if len(data) > _LARGEST:
        raise MappingError(path.name, "", "is te groot voor een mapping", "is too large for a mapping")
    return text


def keys_of(text: str, name: str) -> Keys:
    """The keys at the top of a mapping. Raises MappingError for what is no TOML."""
    try:
        return Keys(name, "", tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise MappingError(name, "", f"geen TOML ({error})", f"no TOML ({error})") from None
