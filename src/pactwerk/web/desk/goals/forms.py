"""Forms of one goal. They check that something was filled in; whether it may happen is the operation's."""

from __future__ import annotations

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from pactwerk.basis import places
from pactwerk.domain.organisations.models import Organisation
from pactwerk.domain.pact.models import Direction, Goal, GoalKind, Line, Target
from pactwerk.domain.pact.queries import current_targets, parties_of
from pactwerk.figures.indicators import catalogue
from pactwerk.web.design.numbers import agreed, unit_text
from pactwerk.web.design.wording import name_of
from pactwerk.web.desk.goals.amounts import AmountField
from pactwerk.web.public.figures.choices import area_groups
from pactwerk.web.public.words import in_language

PERIOD_HELP = _("Een schooljaar (2017/18), een jaar (2020) of een peildatum (2013-06).")
SOURCE_HELP = _("Waar dit staat: document en datum, of een webadres.")


NEW = "nieuw"


class GoalForm(forms.Form):
    """A form about one goal; `loses` says what an answer would overwrite, to be confirmed first."""

    required_css_class = "required"

    def __init__(self, goal: Goal, *args: object, **kwargs: object) -> None:
        """Keep the goal; the forms below offer what belongs to it."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on to Django as they are
        self.goal = goal
        self.offer()

    def offer(self) -> None:
        """Set choices and initial values that depend on the goal."""

    def loses(self) -> str:
        """What would be lost by this answer, as a sentence; empty when nothing is."""
        return ""


class BaselineForm(GoalForm):
    """Choosing the year the goal is measured from."""

    period = forms.CharField(label=_("Basisjaar"), help_text=PERIOD_HELP, max_length=12)
    value = AmountField(
        label=_("Basiswaarde"),
        required=False,
        help_text=_("Laat leeg om het officiële cijfer van dat jaar te gebruiken."),
    )
    citation = forms.CharField(label=_("Bron"), required=False, max_length=500, help_text=SOURCE_HELP)

    def offer(self) -> None:
        """Start from what is recorded."""
        self.fields["period"].initial = self.goal.baseline_period
        self.fields["value"].initial = self.goal.baseline_value
        self.fields["citation"].initial = self.goal.baseline_citation

    def loses(self) -> str:
        """A baseline chosen before is replaced."""
        before = self.goal.baseline_period
        if not before or before == self.cleaned_data["period"].strip():
            return ""
        return str(_("Het basisjaar %(before)s wordt vervangen. Het pad en het oordeel veranderen mee.")) % {
            "before": before
        }


class TargetForm(GoalForm):
    """Agreeing a first target, or revising the current one with the reason."""

    which = forms.ChoiceField(label=_("Streefwaarde"))
    period = forms.CharField(label=_("Te bereiken in"), help_text=PERIOD_HELP, max_length=12, required=False)
    value = AmountField(label=_("Waarde"), required=False)
    ratio = AmountField(
        label=_("Of een verhouding tot de basiswaarde"),
        required=False,
        help_text=_("2 is een verdubbeling. Vul een waarde in of een verhouding, niet allebei."),
    )
    decided_on = forms.DateField(
        label=_("Besloten op"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    reason = forms.CharField(
        label=_("Reden"),
        max_length=500,
        required=False,
        help_text=_("Verplicht bij een herziening; de oude streefwaarde blijft zichtbaar."),
    )
    citation = forms.CharField(label=_("Bron"), required=False, max_length=500, help_text=SOURCE_HELP)

    def offer(self) -> None:
        """The current targets to revise, the last one chosen; or a new one beside them."""
        current = current_targets(self.goal)
        choices = [(str(target.pk), self._label(target)) for target in current]
        self.fields["which"].choices = [*choices, (NEW, _("een nieuwe streefwaarde"))]  # type: ignore[attr-defined]
        if current:
            last = current[-1]
            self.initial = {"which": str(last.pk), "period": last.period, "value": last.value, "ratio": last.ratio}

    def _label(self, target: Target) -> str:
        fixed, ratio = target.value, target.ratio or Decimal(1)
        unit = "×" if fixed is None else unit_text(self.goal.unit)
        number = f"{agreed(float(ratio if fixed is None else fixed))} {unit}".strip()
        return str(_("herzie: %(number)s in %(period)s")) % {"number": number, "period": target.period or "–"}


class OwnFigureForm(GoalForm):
    """Recording the pact's own count."""

    period = forms.CharField(label=_("Periode"), help_text=PERIOD_HELP, max_length=12)
    value = AmountField(label=_("Waarde"))
    citation = forms.CharField(label=_("Bron"), max_length=500, help_text=SOURCE_HELP)


class WithdrawFigureForm(GoalForm):
    """Taking an own figure back, with the reason."""

    reason = forms.CharField(label=_("Reden"), max_length=500)


class StoryForm(GoalForm):
    """The story behind the curve; `seen` is the text the writer started from."""

    story = forms.CharField(
        label=_("Het verhaal achter de curve"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Wat de cijfers niet laten zien: wat er is gedaan, wat werkte en wat niet."),
    )
    story_en = forms.CharField(label=_("In het Engels"), required=False, widget=forms.Textarea(attrs={"rows": 8}))
    seen = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)

    def offer(self) -> None:
        """Start from the text as it stands."""
        self.fields["story"].initial = self.goal.story
        self.fields["story_en"].initial = self.goal.story_en
        self.fields["seen"].initial = self.goal.story

    def loses(self) -> str:
        """A text is emptied, or somebody else wrote in the meantime."""
        now, seen = self.goal.story, self.cleaned_data["seen"].replace("\r\n", "\n")
        if now != seen and now != self.cleaned_data["story"].replace("\r\n", "\n"):
            return str(
                _("Iemand anders heeft het verhaal intussen gewijzigd; die tekst wordt vervangen: “%(now)s”")
            ) % {"now": now}
        if now and not self.cleaned_data["story"].strip():
            return str(_("Het verhaal wordt gewist."))
        return ""


class MilestoneForm(GoalForm):
    """The day a milestone was reached."""

    on = forms.DateField(label=_("Bereikt op"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class FillInForm(GoalForm):
    """Filling in a goal that was recorded without its text or numbers."""

    title = forms.CharField(label=_("Doel"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    kind = forms.ChoiceField(label=_("Soort"), choices=GoalKind)
    line = forms.ChoiceField(label=_("Actielijn"), required=False, choices=[("", "–"), *Line.choices])
    indicator_code = forms.ChoiceField(label=_("Cijfer"), required=False)
    definition = forms.ChoiceField(
        label=_("Definitie"), required=False, help_text=_("Alleen cijfers met meer dan één definitie staan hier.")
    )
    area_code = forms.ChoiceField(label=_("Gebied"), required=False)
    unit = forms.CharField(label=_("Eenheid"), required=False, max_length=40)
    direction = forms.ChoiceField(label=_("Richting"), choices=Direction)
    baseline_period = forms.CharField(label=_("Basisjaar"), required=False, max_length=12, help_text=PERIOD_HELP)
    target_value = AmountField(label=_("Streefwaarde"), required=False)
    horizon = forms.CharField(label=_("Te bereiken in"), required=False, max_length=12, help_text=PERIOD_HELP)
    owner = forms.ModelChoiceField(label=_("Eigenaar"), required=False, queryset=Organisation.objects.none())
    citation = forms.CharField(label=_("Bron"), required=False, max_length=500, help_text=SOURCE_HELP)
    accept_gaps = forms.BooleanField(label=_("Leg vast als onvolledig; de pagina zegt wat ontbreekt"), required=False)

    def offer(self) -> None:
        """What is recorded so far, and the catalogue, areas and parties to choose from."""
        for name in ("title", "kind", "line", "indicator_code", "area_code", "unit", "direction"):
            self.fields[name].initial = getattr(self.goal, name)
        for name in ("baseline_period", "horizon", "owner", "citation"):
            self.fields[name].initial = getattr(self.goal, name)
        codes = [(i.code, f"{i.code} {name_of(i)}") for i in catalogue()]
        self.fields["indicator_code"].choices = [("", "–"), *codes]  # type: ignore[attr-defined]
        self.fields["definition"].choices = definitions(self.goal)  # type: ignore[attr-defined]
        if self.goal.definition:
            self.fields["definition"].initial = f"{self.goal.indicator_code}:{self.goal.definition}"
        areas = area_groups(self.goal.pact.area_code, with_examples=self.goal.pact.example)
        self.fields["area_code"].choices = [("", "–"), *areas]  # type: ignore[attr-defined]
        if not self.goal.area_code and places.area(self.goal.pact.area_code):
            self.fields["area_code"].initial = self.goal.pact.area_code
        parties = parties_of(self.goal.pact).values("organisation")
        self.fields["owner"].queryset = Organisation.objects.filter(pk__in=parties)  # type: ignore[attr-defined]

    def clean_definition(self) -> str:
        """The code of the chosen definition, which is one of the chosen indicator."""
        indicator, _sign, code = self.cleaned_data["definition"].partition(":")
        if code and indicator != self.cleaned_data.get("indicator_code"):
            raise forms.ValidationError(_("Deze definitie hoort bij een ander cijfer."))
        return str(code)


def definitions(goal: Goal) -> list[tuple[str, str | list[tuple[str, str]]]]:
    """The definitions of every indicator that has more than one, under its name; a definition as `K03:sector`.

    The one that the goal has already is always among them.
    """
    own = goal.indicator_code if goal.definition else ""
    several = [each for each in catalogue() if len(each.definitions) > 1 or each.code == own]
    groups: list[tuple[str, str | list[tuple[str, str]]]] = [("", str(_("de gebruikelijke per periode")))]
    for indicator in several:
        named = [(f"{indicator.code}:{d.code}", f"{d.code}: {in_language(d, 'text')}") for d in indicator.definitions]
        groups.append((f"{indicator.code} {name_of(indicator)}", named))
    return groups
