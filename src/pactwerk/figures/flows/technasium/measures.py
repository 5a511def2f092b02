"""The outcomes a to g of the measure, the three rates over them, and what they are called.

Definition: Pactwerk's own, after the arrangement's question about the transition from year 3 to 4. Subjects are
registered nationally only at the diploma, so O&O comes from the school's own pupil system.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pactwerk.figures.disclosure_control.protecting import Protected, Share, share
from pactwerk.figures.flows.rates import share_of
from pactwerk.figures.texts import Text

OUTCOMES: Mapping[str, Text] = {
    "a": Text("leerjaar 4 met O&O", "year 4 with O&O"),
    "b": Text("leerjaar 4, N-profiel, zonder O&O", "year 4, nature profile, without O&O"),
    "c": Text("leerjaar 4, M-profiel, zonder O&O", "year 4, society profile, without O&O"),
    "d": Text("opnieuw leerjaar 3", "year 3 again"),
    "e": Text("afstroom", "moved down"),
    "f-technasium": Text("andere school, met Technasium", "another school, with Technasium"),
    "f-other": Text("andere school, zonder Technasium", "another school, without Technasium"),
    "g": Text("niet meer in het vo", "no longer in secondary education"),
    "x": Text("niet te zeggen: leerjaar, profiel of O&O onbekend", "cannot be told: year, profile or O&O unknown"),
}
"""Exclusive and together the whole cohort. What cannot be told is an outcome too."""

Counts = Callable[[str], Protected]
"""The protected count of an outcome; of all of them for the empty text."""


@dataclass(frozen=True)
class Measure:
    """A rate over the outcomes: its code, name, definition, and how it follows from protected counts."""

    code: str
    name: Text
    definition: Text
    of: Callable[[Counts], Share]


MEASURES: Mapping[str, Measure] = {
    measure.code: measure
    for measure in (
        Measure(
            "behoud_bruto",
            Text("bruto behoud", "gross retention"),
            Text(
                "Van alle leerlingen met O&O in leerjaar 3: wie een jaar later leerjaar 4 met O&O volgt (a van alles).",
                "Of all pupils with O&O in year 3: who follows year 4 with O&O a year later (a of all).",
            ),
            lambda counts: share_of(counts("a"), counts("")),
        ),
        Measure(
            "behoud_netto",
            Text("netto behoud", "net retention"),
            Text(
                "Hetzelfde zonder wie bleef zitten, afstroomde, van school ging of vertrok (a van alles min d, e, f en"
                " g).",
                "The same without who repeated, moved down, changed school or left (a of all less d, e, f and g).",
            ),
            lambda counts: share(counts("a"), counts("b") + counts("c") + counts("x")),
        ),
        Measure(
            "profielbehoud",
            Text("profielbehoud", "profile retention"),
            Text(
                "Van wie in leerjaar 4 zit en van wie het profiel bekend is: met O&O of een N-profiel (a en b van a, b"
                " en c).",
                "Of who is in year 4 with a known profile: with O&O or a nature profile (a and b of a, b and c).",
            ),
            lambda counts: share(counts("a") + counts("b"), counts("c")),
        ),
    )
}
