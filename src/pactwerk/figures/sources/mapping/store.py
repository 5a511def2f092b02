"""The mapping files of a home: installed once, found by the header of a file from then on."""

from pathlib import Path

from pactwerk.figures.sources.mapping.declaration import Mapping, MappingError
from pactwerk.figures.sources.mapping.parsing import load_mapping
from pactwerk.figures.sources.mapping.tables import table_of
from pactwerk.figures.sources.registry import Table

FOLDER = "mappings"


def add_mapping(home: Path, file: Path) -> Mapping:
    """Check a mapping file and keep a copy in a home, in the place of an earlier one of that name.

    Raises MappingError for a wrong file; then nothing is kept.
    """
    mapping = load_mapping(file)
    folder = home / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{mapping.name}.toml"
    part = target.with_suffix(".part")
    part.write_bytes(file.read_bytes())
    part.replace(target)
    return mapping


def installed_mappings(home: Path) -> tuple[Mapping, ...]:
    """The mappings of a home by name. One that is damaged since is left out: its files are then not recognised."""
    found = []
    for file in sorted((home / FOLDER).glob("*.toml")):
        try:
            found.append(load_mapping(file))
        except MappingError:
            continue
    return tuple(found)


def installed_tables(home: Path) -> tuple[Table, ...]:
    """The tables that files of a home may be, beside the publishers' own."""
    return tuple(table_of(mapping) for mapping in installed_mappings(home))
