"""Forms about figures. They check that something was filled in; whether it may happen is the operation's."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class SeveralFiles(forms.ClearableFileInput):
    """A field that takes many files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """The chosen files as a list."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Every file must have a name and content; none at all is refused."""
        chosen = data if isinstance(data, (list, tuple)) else [data]
        return [super(FilesField, self).clean(file, initial) for file in chosen or [None]]


class UploadForm(forms.Form):
    """Offering publishers' files."""

    required_css_class = "required"

    offered = FilesField(
        label=_("Bestanden"),
        help_text=_("Kies één of meer bestanden van de uitgever, zo als u ze kreeg: csv, xlsx, asc, json of een zip."),
    )
    edition = forms.CharField(
        label=_("Jaar of schooljaar"),
        required=False,
        max_length=12,
        help_text=_("Alleen nodig als het niet in het bestand of in zijn naam staat, bijvoorbeeld 2019/20."),
    )
    replace = forms.BooleanField(
        label=_("Deze bestanden vervangen een eerdere uitgave van dezelfde tabel en hetzelfde jaar"), required=False
    )
    example = forms.BooleanField(label=_("Dit zijn voorbeeldgegevens, geen echte cijfers"), required=False)


class ReasonForm(forms.Form):
    """Why something is done; the reason stays visible."""

    required_css_class = "required"

    reason = forms.CharField(label=_("Reden"), max_length=500)
