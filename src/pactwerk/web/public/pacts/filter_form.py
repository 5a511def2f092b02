"""Filtering a pact's parties by place, kind and text."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pactwerk.domain.organisations.models import OrganisationKind
from pactwerk.domain.pact.models import Pact


class PartyFilter(forms.Form):
    """Three ways to narrow the list; all optional."""

    zoek = forms.CharField(label=gettext_lazy("Zoek op naam of plaats"), required=False, max_length=100)
    plaats = forms.ChoiceField(label=gettext_lazy("Plaats"), required=False)
    soort = forms.ChoiceField(label=gettext_lazy("Soort"), required=False)

    def __init__(self, pact: Pact, *args: object, **kwargs: object) -> None:
        """Offer only the places and kinds that the pact's parties have."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on to Django as they are
        self.fields["plaats"].choices = [("", _("alle plaatsen")), *_towns(pact)]  # type: ignore[attr-defined]
        self.fields["soort"].choices = [("", _("alle soorten")), *_kinds(pact)]  # type: ignore[attr-defined]


def _towns(pact: Pact) -> list[tuple[str, str]]:
    towns = pact.parties.exclude(organisation__town="").values_list("organisation__town", flat=True)
    return [(town, town) for town in sorted(set(towns))]


def _kinds(pact: Pact) -> list[tuple[str, str]]:
    present = set(pact.parties.values_list("organisation__kind", flat=True))
    return [(kind.value, str(kind.label)) for kind in OrganisationKind if kind.value in present]
