"""Sample content of the style page: invented, of the invented region, and marked as example data throughout."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable, Row, open_own_figures
from pactwerk.figures.indicators.published import published_figures

REGION = "RG-WATERRIJK"
SERIES = {
    "2014/15": 24.1,
    "2015/16": 24.9,
    "2016/17": 26.4,
    "2017/18": 27.2,
    "2018/19": 28.9,
}
PATH = (("2014/15", 24.1), ("2016/17", 26.1), ("2018/19", 28.0), ("2020/21", 30.0))


@dataclass(frozen=True)
class SampleVerdict:
    """The shape of a verdict, for a component that shows one."""

    state: str
    reason: str
    path: tuple[tuple[str, float], ...] = ()
    points: PublishableTable | None = None
    example: bool = True


@dataclass(frozen=True)
class SampleTarget:
    """The shape of a target revision."""

    period: str
    value: float
    decided_on: date
    reason: str
    citation: str = ""
    superseded_by_id: int | None = None


def _row(period: str, value: float | None, area: str = REGION, definition: str = "profile") -> Row:
    """A share of the invented region, recorded by itself."""
    return Row(indicator="E01", definition=definition, area=area, period=period, value=value, unit="%", basis="own")


def _count(period: str, value: float | None, profile: str) -> Row:
    return replace(_row(period, value), unit="aantal", by={"profile": profile})


def series(values: dict[str, float] | None = None) -> PublishableTable:
    """A series of the invented region."""
    return open_own_figures([_row(period, value) for period, value in (values or SERIES).items()], example=True)


def series_with_break() -> PublishableTable:
    """A series whose definition changes half-way and whose first figure is an interval."""
    early = [replace(_row("2012/13", None, definition="sector"), low=17.5, high=20.1)]
    early += [_row(p, v, definition="sector") for p, v in (("2013/14", 19.4), ("2014/15", 20.2), ("2015/16", 20.6))]
    late = [_row(p, v) for p, v in (("2016/17", 26.4), ("2017/18", 27.2), ("2018/19", 28.9))]
    return open_own_figures([*early, *late], example=True)


def compared() -> PublishableTable:
    """Three areas in one table."""
    lines = {REGION: 0.0, "PV99": -2.6, "GM9901": 3.4}
    rows = [_row(p, round(v + shift, 1), area) for area, shift in lines.items() for p, v in SERIES.items()]
    return open_own_figures(rows, example=True)


def by_profile() -> PublishableTable:
    """Counts by profile in one year; one of them only known as an interval."""
    counts = {"PIE": 412, "BWI": 305, "MTR": 248, "MVI": 96, "MTE": 31}
    rows = [_count("2018/19", float(n), code) for code, n in counts.items()]
    rows.append(replace(_count("2018/19", None, "VTE"), low=1, high=4))
    return open_own_figures(rows, ("profile",), example=True)


def profile_series() -> PublishableTable:
    """Counts by profile over the years."""
    first = {"PIE": 380, "BWI": 330, "MTR": 215}
    rows = [
        _count(period, float(count + step * growth), code)
        for (code, count), growth in zip(first.items(), (9, -7, 14), strict=True)
        for step, period in enumerate(SERIES)
    ]
    return open_own_figures(rows, ("profile",), example=True)


def by_municipality() -> PublishableTable:
    """The invented municipalities, for the tile map."""
    from pactwerk.basis.places import AreaKind, areas

    codes = [area.code for area in areas(AreaKind.EXAMPLE) if area.code.startswith("GM")]
    rows = [
        replace(_row("2018/19", 21.5 + (place * 37 % 11)), by={"municipality": code})
        for place, code in enumerate(codes)
    ]
    return open_own_figures(rows, ("municipality",), example=True)


def published() -> PublishableTable:
    """Real, cited figures: shown beside the sample so that both looks can be compared."""
    return published_figures(indicator="K20")


def verdicts() -> list[tuple[str, str, SampleVerdict]]:
    """A goal in each state of the vocabulary: number, title, verdict."""
    rising = {"2014/15": 24.1, "2015/16": 24.3, "2016/17": 24.9, "2017/18": 25.3, "2018/19": 25.8}
    falling = {"2014/15": 24.1, "2015/16": 24.0, "2016/17": 23.4, "2017/18": 23.0, "2018/19": 22.7}
    on_course = SampleVerdict("op_koers", _("Met 28,9 % in 2018/19 ligt de regio boven het pad."), PATH, series())
    slower = SampleVerdict(
        "vooruitgang", _("Het aandeel stijgt, maar het pad vraagt 28,0 % in 2018/19."), PATH, series(rising)
    )
    behind = SampleVerdict("achter", _("Het aandeel daalt sinds het basisjaar."), PATH, series(falling))
    unsure = SampleVerdict("nog_niet_te_zeggen", _("Geen enkele editie heeft drie vergelijkbare cijfers."))
    untold = SampleVerdict("niet_meetbaar", _("Dit doel is kwalitatief; het verhaal staat erbij."))
    titles = (
        _("30 % van de vmbo-kandidaten kiest techniek"),
        _("Meer meisjes in een technisch profiel"),
        _("Evenveel leerlingen in Bouwen, wonen en interieur"),
        _("N-profiel op de havo groeit"),
        _("Scholen en bedrijven kennen elkaar"),
    )
    found = (on_course, slower, behind, unsure, untold)
    return [(str(n), title, verdict) for n, (title, verdict) in enumerate(zip(titles, found, strict=True), 1)]


def targets() -> list[SampleTarget]:
    """Two decisions about one goal; the first was replaced."""
    return [
        SampleTarget("2020/21", 30.0, date(2017, 3, 16), _("Bijgesteld na de halftijdmeting."), _("Besluit 17-04")),
        SampleTarget("2020/21", 33.0, date(2014, 9, 4), _("Afspraak bij de start."), "", 2),
    ]
