"""Filters for texts that carry both languages."""

from __future__ import annotations

from django import template

from pactwerk.web.public import words

register = template.Library()


@register.filter
def in_language(thing: object, field: str) -> str:
    """`{{ definition|in_language:"text" }}`: text_nl or text_en, by the page's language."""
    return words.in_language(thing, field)


@register.filter
def written(thing: object, field: str) -> str:
    """`{{ milestone|written:"text" }}`: a text a user wrote, in English where they wrote one."""
    return words.written(thing, field)


@register.filter
def spaced(rows: str) -> str:
    """`{{ source.rows|spaced }}`: row numbers with a space after each comma, so that the line can break."""
    return rows.replace(",", ", ")
