"""The template tags, by kind; `templatetags/pactwerk_design.py` gathers them into one library."""

from django import template

register = template.Library()
