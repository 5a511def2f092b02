"""What a reader asks about reach, read from the address, and the form that asks it."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pactwerk.basis.vocabularies import PROFILES, TRACKS
from pactwerk.figures.indicators.counting import VMBO_TRACKS
from pactwerk.figures.reach import AGES, ANY, OFFERED, SOON, BadReachQuestion, ReachQuestion, change
from pactwerk.figures.releases import Release
from pactwerk.web.design.wording import name_of
from pactwerk.web.public.figures.choices import area_groups

Choice = tuple[str, str]
DISTANCES = ("5", "10", "15", "20", "30")
SOON_CODE, EVERY = "straks", "alle"
DEFAULT_KM = "10"


def read_question(query: QueryDict, release: Release | None) -> ReachQuestion:
    """The question in the address. Raises BadReachQuestion for what is no number."""
    changes = {
        name: tuple(change(part) for value in query.getlist(name) for part in value.split(",") if part.strip())
        for name in ("sluit", "ook", "opent")
    }
    return ReachQuestion(
        area=query.get("gebied") or default_area(release),
        km=_number(query.get("km") or DEFAULT_KM),
        profile=query.get("profiel") or ANY,
        track=query.get("leerweg") or "",
        ages=_ages(query.get("leeftijd") or SOON_CODE),
        factor=_number(query.get("omweg") or "1"),
        closed=tuple(dict.fromkeys((*changes["sluit"], *changes["ook"]))),
        opened=changes["opent"],
    )


def read_minimum(query: QueryDict) -> int | None:
    """The minimum in the address; None when none is asked. Raises BadReachQuestion."""
    text = (query.get("minimum") or "").strip()
    if not text:
        return None
    if not text.isascii() or not text.isdigit():
        raise BadReachQuestion("Een minimum is een heel getal, bijvoorbeeld 15.", "A minimum is a whole number.")
    return int(text)


def default_area(release: Release | None) -> str:
    """The country, or the example province where only that has figures."""
    return "PV99" if release and release.manifest.example else "NL"


def _number(text: str) -> float:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        value = float("nan")
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 -- how a number says that it is none
        raise BadReachQuestion(f"'{text}' is geen getal.", f"'{text}' is no number.")
    return value


def _ages(text: str) -> tuple[str, ...]:
    return {SOON_CODE: SOON, EVERY: AGES}.get(text, tuple(text.split(",")))


def age_choices() -> list[Choice]:
    """Those who choose soon, everybody, then each year of age from old to young."""
    soon = _("%(first)s tot en met %(last)s jaar (kiezen binnenkort)") % {"first": SOON[0], "last": SOON[-1]}
    every = _("%(first)s tot en met %(last)s jaar") % {"first": AGES[0], "last": AGES[-1]}
    return [(SOON_CODE, soon), (EVERY, every), *((age, _("%(n)s jaar") % {"n": age}) for age in reversed(AGES))]


def profile_choices() -> list[Choice]:
    """Any technical profile, then each of the profiles."""
    named = [(code, f"{name_of(PROFILES[code])} ({code})" if code in PROFILES else code) for code in OFFERED]
    return [(ANY, _("alle technische profielen")), *named]


class ReachForm(forms.Form):
    """Area, distance, profile, track and ages; every field has its present value."""

    gebied = forms.ChoiceField(label=gettext_lazy("Gebied"))
    km = forms.ChoiceField(label=gettext_lazy("Afstand (hemelsbreed)"))
    profiel = forms.ChoiceField(label=gettext_lazy("Profiel"))
    leerweg = forms.ChoiceField(label=gettext_lazy("Leerweg"), required=False)
    leeftijd = forms.ChoiceField(label=gettext_lazy("Leeftijd op 1 oktober"))
    omweg = forms.ChoiceField(label=gettext_lazy("Omweg"), required=False)

    def __init__(self, query: QueryDict, release: Release | None) -> None:
        """A form that shows what the address asks."""
        asked = {name: query.get(name, "") for name in self.base_fields}
        usual = {"gebied": default_area(release), "km": DEFAULT_KM, "profiel": ANY, "leeftijd": SOON_CODE, "omweg": "1"}
        super().__init__(initial={**usual, **{name: text for name, text in asked.items() if text}}, auto_id="keuze_%s")
        example = bool(release and release.manifest.example)
        self.offer("gebied", area_groups(default_area(release), with_examples=example))
        distances = dict.fromkeys((*DISTANCES, str(self.initial["km"])))
        self.offer("km", [(text, _("%(n)s km") % {"n": text.replace(".", ",")}) for text in distances])
        self.offer("profiel", profile_choices())
        tracks = [(code, name_of(TRACKS[code])) for code in VMBO_TRACKS]
        self.offer("leerweg", [("", _("bb, kb en gl samen")), *tracks])
        self.offer("leeftijd", age_choices())
        self.offer("omweg", [("1", _("hemelsbreed")), ("1.3", _("maal 1,3 (benadering van de weg)"))])

    def offer(self, name: str, options: Sequence[object]) -> None:
        """Set the choices of a field."""
        self.fields[name].choices = options  # type: ignore[attr-defined]  # these fields are ChoiceFields


class ClosingForm(ReachForm):
    """What closes and opens besides."""

    sluit = forms.MultipleChoiceField(
        label=gettext_lazy("Deze vestigingen sluiten"), required=False, widget=forms.CheckboxSelectMultiple
    )
    ook = forms.CharField(
        label=gettext_lazy("Sluit ook (code van een vestiging, of van een profiel: 01AB00:BWI)"), required=False
    )
    opent = forms.CharField(label=gettext_lazy("Komt erbij (profiel op een vestiging: 01AB00:BWI)"), required=False)

    def __init__(self, query: QueryDict, release: Release | None, locations: Sequence[Choice]) -> None:
        """A form that offers these locations to close."""
        super().__init__(query, release)
        self.initial["sluit"] = query.getlist("sluit")
        self.offer("sluit", locations)
        if not locations:
            del self.fields["sluit"]


class SizesForm(ReachForm):
    """The minimum, the year and whether tracks stand apart."""

    minimum = forms.CharField(label=gettext_lazy("Kleinste groep die u verantwoord vindt"), required=False)
    leerjaar = forms.ChoiceField(label=gettext_lazy("Leerjaar"), required=False)
    apart = forms.BooleanField(label=gettext_lazy("Leerwegen apart"), required=False)

    def __init__(self, query: QueryDict, release: Release | None) -> None:
        """A form that shows what the address asks."""
        super().__init__(query, release)
        self.fields["minimum"].widget.input_type = "number"
        self.offer("leerjaar", [("3", "3"), ("4", "4")])
        self.initial["apart"] = bool(query.get("apart"))
