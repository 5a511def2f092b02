"""Voorbeeldgegevens: invented schools in the publishers' own layouts, the same for one seed and one clock."""

from demo.example_files.files import write_example_files

__all__ = ["write_example_files"]
