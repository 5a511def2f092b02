"""The chain of technology from primary school to work, and which indicators stand on each step and between them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Step:
    """One step of the chain. `between` are the measures of the passage to the next step, official or computed."""

    code: str
    name: Promise | str
    codes: tuple[str, ...]
    between: tuple[str, ...] = ()
    passage: Promise | str = ""
    """What passage it is."""
    levels: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Between which levels of education the passage goes; empty where a flow of enrolments cannot show it."""
    needed: Promise | str = ""
    """Which file is needed where no public figure of the passage exists; empty where a measure does."""


STEPS = (
    Step(
        "po",
        _("Basisschool en advies"),
        ("P01", "Z01"),
        (),
        _("van basisschool naar een technische richting op het vmbo"),
        (("bo", "sbo", "so"), ("vo",)),
        _(
            "Nodig: inschrijvingen met een pseudoniem van po en vo, van jaar op jaar; uw beheerder telt ze met "
            "«pactwerk figures flows count»."
        ),
    ),
    Step(
        "vmbo",
        _("Techniek op het vmbo"),
        ("K03", "K04", "K11"),
        ("S01", "S10"),
        _("van leerjaar 3 naar leerjaar 4 en het examen (standen naast elkaar; niemand is gevolgd)"),
    ),
    Step(
        "examen",
        _("Examen techniek"),
        ("E01", "E02", "T03"),
        ("K12", "K13"),
        _("van een vmbo-diploma naar een technische mbo-opleiding"),
        (("vo",), ("mbo",)),
    ),
    Step(
        "mbo",
        _("Techniek op het mbo"),
        ("L01", "L02", "E05", "E06", "L04", "L08"),
        ("W19", "W14"),
        _("van een mbo-diploma naar werk"),
    ),
    Step("werk", _("Werk in de techniek"), ("W01", "W02", "W07", "W18")),
)
"""A150: from primary school to technical vmbo, technical mbo and work."""


@dataclass(frozen=True)
class Effect:
    """One of the three effects that Sterk Techniekonderwijs asks for, and the indicator that shows it."""

    name: Promise | str
    code: str


EFFECTS = (
    Effect(_("Meer instroom in het vmbo"), "Z01"),
    Effect(_("Meer leerlingen kiezen een technische richting op het vmbo"), "K03"),
    Effect(_("Meer leerlingen stromen door naar een technische mbo-opleiding"), "K12"),
)
"""A188, in the words of inventory source 004."""


def codes_of_chain() -> frozenset[str]:
    """Every indicator that stands somewhere in the chain."""
    return frozenset(code for step in STEPS for code in (*step.codes, *step.between))
