"""How a verdict looks: a word, an icon and a colour; the word alone is enough to read it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class VerdictLook:
    """One state of the product's only vocabulary for good."""

    state: str
    word: str | Promise
    meaning: str | Promise


LOOKS = {
    look.state: look
    for look in (
        VerdictLook("op_koers", _("op koers"), _("De laatste cijfers liggen op of voorbij het pad naar het doel.")),
        VerdictLook(
            "vooruitgang",
            _("vooruitgang"),
            _("Het gaat de goede kant op, maar minder snel dan het pad vraagt."),
        ),
        VerdictLook("achter", _("achter"), _("De cijfers bewegen niet naar het doel toe.")),
        VerdictLook(
            "nog_niet_te_zeggen",
            _("nog niet te zeggen"),
            _("Er zijn nog te weinig vergelijkbare cijfers voor een oordeel."),
        ),
        VerdictLook("niet_meetbaar", _("niet meetbaar"), _("Bij dit doel hoort geen cijfer; lees het verhaal.")),
    )
}


def look_of(verdict: object) -> VerdictLook:
    """The look of a `Verdict` or of a state's code. Raises KeyError on a word outside the vocabulary."""
    state = getattr(verdict, "state", verdict)
    return LOOKS[str(getattr(state, "value", state))]
