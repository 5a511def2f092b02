"""The select that draws itself, against the one of Django."""

from __future__ import annotations

import re

import pytest
from django import forms
from django.test.html import parse_html

from pactwerk.web.design.selecting import select_html

AREAS = [("", "geen"), ("Provincies", [("PV27", "Noord-Holland <&>"), ("PV24", 'Flevoland "')]), ("NL", "Nederland")]


class Choose(forms.Form):
    gebied = forms.ChoiceField(choices=AREAS)
    anders = forms.ChoiceField(choices=AREAS[1:], required=False, disabled=True)


@pytest.mark.parametrize("chosen", ["", "PV24", "NL", "elders"])
@pytest.mark.parametrize("name", ["gebied", "anders"])
def test_it_is_the_control_that_django_draws(name: str, chosen: str) -> None:
    for form in (Choose(initial={name: chosen}, auto_id="keuze_%s"), Choose({name: chosen}, prefix="zij")):
        attributes = {"class": "ruim", "aria-describedby": "hulp"}
        own, usual = select_html(form[name], attributes), form[name].as_widget(attrs=dict(attributes))
        assert parse_html(own) == parse_html(usual)
        assert re.findall(r'value="[^"]*" selected', own) == re.findall(r'value="[^"]*" selected', usual)


def test_another_control_is_refused() -> None:
    class Write(forms.Form):
        tekst = forms.CharField()

    with pytest.raises(TypeError):
        select_html(Write()["tekst"], {})
