"""A number as people type it: Dutch points and English commas separate thousands, and nothing is guessed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from pactwerk.web.design.wording import is_english

GROUPED = {",": re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?"), ".": re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")}
"""Thousands by the decimal mark of the language."""


class AmountField(forms.DecimalField):
    """A decimal of at most four places; `3.600` is three thousand six hundred in Dutch, and `3.6` is refused there."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_digits=18, decimal_places=4, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **kwargs
        )

    def to_python(self, value: Any) -> Any:
        """The Decimal, or None when empty. Raises ValidationError for a mark that would change the number."""
        text = str(value or "").strip()
        mark, other = (".", ",") if is_english() else (",", ".")
        if GROUPED[mark].fullmatch(text):
            text = text.replace(other, "")
        elif other in text:
            said = _("Schrijf “%(mark)s” vóór de decimalen; “%(other)s” scheidt duizendtallen, zoals in %(example)s.")
            raise forms.ValidationError(said % {"mark": mark, "other": other, "example": f"3{other}600"})
        return super().to_python(text.replace(",", "."))

    def prepare_value(self, value: Any) -> Any:
        """What stands in the field: no zeros that nobody typed, the decimal mark of the language."""
        if not isinstance(value, Decimal):
            return value
        plain = f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
        return plain if is_english() else plain.replace(".", ",")
