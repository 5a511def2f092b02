"""A form with every kind of field, for the style page."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class SampleForm(forms.Form):
    """Nothing is stored: it shows labels, help, choices and errors."""

    name = forms.CharField(label=_("Naam van het doel"), help_text=_("Zoals de partijen het zeggen."))
    line = forms.ChoiceField(label=_("Lijn"), choices=[("kiezen", _("Kiezen")), ("leren", _("Leren"))])
    kind = forms.ChoiceField(
        label=_("Soort"),
        choices=[("aantal", _("Aantal")), ("aandeel", _("Aandeel"))],
        widget=forms.RadioSelect,
        initial="aandeel",
    )
    story = forms.CharField(label=_("Verhaal"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    shown = forms.BooleanField(label=_("Op de openbare pagina tonen"), required=False)


class SampleFilter(forms.Form):
    """A bar of choices above a figure."""

    gebied = forms.ChoiceField(label=_("Gebied"), choices=[("NL", _("Nederland"))], required=False)
    periode = forms.ChoiceField(label=_("Periode"), choices=[("all", _("Alle jaren"))], required=False)
    per = forms.MultipleChoiceField(
        label=_("Uitgesplitst naar"),
        choices=[("track", _("Leerweg")), ("sex", _("Geslacht"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
