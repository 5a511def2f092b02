"""The choices on an indicator's page as a GET form: area, period, breakdown, comparison, definition."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pactwerk.basis import places
from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.indicators import Indicator
from pactwerk.figures.sources import TABLES
from pactwerk.web.design.wording import dimension_name, name_of
from pactwerk.web.public.figures.question import ALL_PERIODS, Question, dimensions_of
from pactwerk.web.public.words import in_language

PACT_LANDSDELEN = ("TP-NOORD", "TP-NOORDWEST", "TP-OOST", "TP-ZUIDOOST", "TP-ZUIDWEST")
"""The pact's own five landsdelen (seed 001), which are not CBS's four."""

Choice = tuple[str, str]
Group = tuple[str, list[Choice]]


class FigureForm(forms.Form):
    """What to show; every field has its current value, so leaving all as it is changes nothing."""

    gebied = forms.ChoiceField(label=gettext_lazy("Gebied"))
    periode = forms.ChoiceField(label=gettext_lazy("Periode"))
    definitie = forms.ChoiceField(label=gettext_lazy("Definitie"), required=False)
    per = forms.MultipleChoiceField(
        label=gettext_lazy("Uitsplitsen naar"), required=False, widget=forms.CheckboxSelectMultiple
    )
    vergelijk = forms.MultipleChoiceField(
        label=gettext_lazy("Vergelijken met"), required=False, widget=forms.CheckboxSelectMultiple
    )
    grenzen = forms.ChoiceField(label=gettext_lazy("Gemeentegrenzen"), required=False)
    edities = forms.BooleanField(
        label=gettext_lazy("Ook wat eerder bekend was (alle edities, voorlopig en definitief)"), required=False
    )
    schatting = forms.BooleanField(
        label=gettext_lazy("Schat verborgen aantallen (gemerkt als schatting)"), required=False
    )
    erbij = forms.ChoiceField(label=gettext_lazy("Nog een gebied erbij"), required=False)

    def __init__(
        self, question: Question, series: PublishableTable, *, with_examples: bool, years: Sequence[int] = ()
    ) -> None:
        """A form that shows the question and offers what the series and the catalogue hold.

        `years` are the years in whose municipal borders the release can tell figures.
        """
        super().__init__(initial=_initial(question), prefix=None, auto_id="keuze_%s")
        self._offer("gebied", area_groups(question.area.code, with_examples=with_examples))
        self._offer("periode", period_choices(series, question.period))
        self._offer("per", [(name, dimension_name(name)) for name in dimensions_of(question.indicator)])
        self._offer("vergelijk", comparison_choices(question.areas[1:]))
        others = area_groups(question.area.code, with_examples=with_examples)
        self._offer("erbij", [("", _("geen")), *others])
        self._offer("definitie", definition_choices(question))
        if question.indicator.state != "computed":
            del self.fields["edities"]
        if not has_hidden_cells(question.indicator):
            del self.fields["schatting"]
        self._offer("grenzen", border_choices(years) if question.indicator.state == "computed" else [])

    def _offer(self, name: str, options: Sequence[Choice | Group]) -> None:
        """Set the choices of a field; a field without a choice disappears."""
        field = self.fields[name]
        if len(options) > (1 if name in ("definitie", "grenzen") else 0):
            field.choices = options  # type: ignore[attr-defined]  # every field here is a ChoiceField
        else:
            del self.fields[name]


class MapForm(forms.Form):
    """The area and period of a map."""

    gebied = forms.ChoiceField(label=gettext_lazy("Gebied"))
    periode = forms.ChoiceField(label=gettext_lazy("Periode"), required=False)

    def __init__(self, question: Question, series: PublishableTable, *, with_examples: bool) -> None:
        """A form that shows the question; a map has one period, so "all periods" is not offered."""
        super().__init__(initial=_initial(question), auto_id="keuze_%s")
        areas = area_groups(question.area.code, with_examples=with_examples)
        self.fields["gebied"].choices = areas  # type: ignore[attr-defined]
        periods = [choice for choice in period_choices(series, question.period) if choice[0] != ALL_PERIODS]
        self.fields["periode"].choices = periods  # type: ignore[attr-defined]


def _initial(question: Question) -> dict[str, object]:
    return {
        "gebied": question.area.code,
        "periode": question.period,
        "per": list(question.by),
        "vergelijk": [area.code for area in question.areas[1:]],
        "definitie": question.definition or "",
        "grenzen": str(question.borders or ""),
        "edities": question.editions,
        "schatting": question.estimate,
    }


def area_groups(chosen: str, *, with_examples: bool) -> list[Group]:
    """Every area by kind, in the order from large to small; example areas only where they have figures."""
    kinds = [
        (_("Land"), places.AreaKind.COUNTRY),
        (_("Landsdelen van het Techniekpact"), places.AreaKind.PACT),
        (_("Landsdelen (CBS)"), places.AreaKind.LANDSDEEL),
        (_("Provincies"), places.AreaKind.PROVINCE),
        (_("Regio's"), places.AreaKind.REGION),
        (_("Arbeidsmarktregio's"), places.AreaKind.LABOUR_MARKET),
        (_("Deelregio's"), places.AreaKind.SUBREGION),
        (_("COROP-gebieden"), places.AreaKind.COROP),
        (_("RPA-gebieden (oude indeling)"), places.AreaKind.RPA),
        (_("Regio's Sterk Techniekonderwijs"), places.AreaKind.STO),
        (_("Gemeenten"), places.AreaKind.MUNICIPALITY),
    ]
    if with_examples or places.area(chosen).kind is places.AreaKind.EXAMPLE:
        kinds.insert(0, (_("Voorbeeldgebieden"), places.AreaKind.EXAMPLE))
    groups = [(label, _named(places.areas(kind))) for label, kind in kinds]
    return [group for group in groups if group[1]]


def _named(areas: tuple[places.Area, ...]) -> list[Choice]:
    return sorted(((area.code, f"{name_of(area)} ({area.code})") for area in areas), key=lambda choice: choice[1])


def period_choices(series: PublishableTable, chosen: str) -> list[Choice]:
    """All periods, then each period that has a figure, newest first."""
    periods = sorted({row.period for row in series.rows} | ({chosen} - {ALL_PERIODS}), reverse=True)
    return [(ALL_PERIODS, _("alle perioden")), *((period, period) for period in periods)]


def definition_choices(question: Question) -> list[Choice]:
    """The usual edition per period first, then each edition by name."""
    editions = {edition.code: in_language(edition, "text") for edition in question.indicator.definitions}
    named = [(code, f"{code}: {text}") for code, text in editions.items()]
    return [("", _("de gebruikelijke per periode")), *named] if len(named) > 1 else []


def has_hidden_cells(indicator: Indicator) -> bool:
    """Whether a publisher hides small counts in a table that the indicator is computed from."""
    contracts = (TABLES.get(table) for table in indicator.tables)
    return indicator.state == "computed" and any(contract and contract.suppressed for contract in contracts)


def border_choices(years: Sequence[int]) -> list[Choice]:
    """The borders of the files first, then every year with a loaded postcode table, newest first."""
    named = [(str(year), _("van 1 januari %(year)s") % {"year": year}) for year in sorted(years, reverse=True)]
    return [("", _("zoals in de bestanden van elk jaar")), *named]


def comparison_choices(chosen: tuple[places.Area, ...]) -> list[Choice]:
    """The country, the five landsdelen, and every area that is being compared already."""
    codes = ["NL", *PACT_LANDSDELEN]
    codes += [area.code for area in chosen if area.code not in codes]
    return [(code, comparison_label(places.area(code))) for code in codes]


def comparison_label(area: places.Area) -> str:
    """The area's name, with a warning where nobody knows what it consists of."""
    name = name_of(area)
    return name if area.composition_known else _("%(name)s (samenstelling niet bekend)") % {"name": name}
