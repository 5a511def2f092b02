"""Tables of other publishers, and a region's own, read by a declaration (TOML) instead of a module of ours."""

from pactwerk.figures.sources.mapping.declaration import Mapping, MappingError
from pactwerk.figures.sources.mapping.parsing import load_mapping
from pactwerk.figures.sources.mapping.store import add_mapping, installed_mappings, installed_tables

__all__ = ["Mapping", "MappingError", "add_mapping", "installed_mappings", "installed_tables", "load_mapping"]
