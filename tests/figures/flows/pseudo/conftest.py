"""The real files, loaded once for the whole session."""

from tests.figures.loaded import loaded_home, real_release

__all__ = ["loaded_home", "real_release"]
