"""The choices on the page of a flow as a GET form."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pactwerk.web.design.wording import area_name, member_name
from pactwerk.web.public.figures.choices import Choice, Group, area_groups
from pactwerk.web.public.flows.question import FlowQuestion, split_name


class FlowForm(forms.Form):
    """Which flow, and beside which other; a field without a choice is not there."""

    gebied = forms.ChoiceField(label=gettext_lazy("Gebied"), required=False)
    begin = forms.ChoiceField(label=gettext_lazy("Begin"), required=False)
    leerweg = forms.ChoiceField(label=gettext_lazy("Leerweg"), required=False)
    per = forms.ChoiceField(label=gettext_lazy("Uitsplitsen naar"), required=False)
    naast_gebied = forms.ChoiceField(label=gettext_lazy("Naast een ander gebied"), required=False)
    naast_begin = forms.ChoiceField(label=gettext_lazy("Naast een ander begin"), required=False)

    def __init__(self, question: FlowQuestion, *, with_examples: bool) -> None:
        """A form that shows the question and offers what the source has."""
        initial = {
            "gebied": question.area.code,
            "begin": question.start,
            "leerweg": question.track,
            "per": question.split,
            "naast_gebied": question.other_area.code if question.other_area else "",
            "naast_begin": question.other_start,
        }
        super().__init__(initial=initial, auto_id="keuze_%s")
        choices = question.source.choices
        areas = _areas(question, with_examples=with_examples)
        starts = [(start, start) for start in choices.starts]
        self._offer("gebied", areas)
        self._offer("begin", starts)
        self._offer("leerweg", _or_none(_("alle leerwegen"), [(t, member_name("track", t)) for t in choices.tracks]))
        self._offer("per", _or_none(_("niet uitsplitsen"), [(s, split_name(s)) for s in choices.splits]))
        self._offer("naast_gebied", _or_none(_("geen"), areas))
        self._offer("naast_begin", _or_none(_("geen"), starts if len(starts) > 1 else []))

    def _offer(self, name: str, options: Sequence[Choice | Group]) -> None:
        if len(options) > 1 or (options and isinstance(options[0][1], list)):
            self.fields[name].choices = options  # type: ignore[attr-defined]  # every field here is a ChoiceField
        else:
            del self.fields[name]


def _areas(question: FlowQuestion, *, with_examples: bool) -> Sequence[Choice | Group]:
    known = question.source.choices.areas
    if known is None:
        return area_groups(question.area.code, with_examples=with_examples)
    return [(code, f"{area_name(code)} ({code})") for code in known]


def _or_none(label: str, options: Sequence[Choice | Group]) -> list[Choice | Group]:
    return [("", label), *options] if options else []
