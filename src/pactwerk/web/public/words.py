"""Texts that carry both languages, in the reader's language."""

from __future__ import annotations

from pactwerk.web.design.wording import is_english, written

__all__ = ["in_language", "written"]


def in_language(thing: object, field: str) -> str:
    """`name_nl` or `name_en` of a thing that carries both; Dutch where the English text is empty."""
    dutch = str(getattr(thing, f"{field}_nl"))
    return str(getattr(thing, f"{field}_en", "") or dutch) if is_english() else dutch
