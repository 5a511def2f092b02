"""The handful of figures a pact or area opens with: the newest value of each and the one before it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable, Row, comparable
from pactwerk.figures.indicators import indicator
from pactwerk.progress.figure_refs import FigureRef, resolve
from pactwerk.web.design.numbers import decimals_for, number, unit_text
from pactwerk.web.design.wording import basis_name, name_of

CODES = ("K04", "K09", "E01", "E03")
"""Technical vmbo pupils, N-profile pupils, technical exam share, N-profile exam share: choosing technology."""


@dataclass(frozen=True)
class KeyFigure:
    """One indicator's newest value in an area, with the value before it where the two are comparable."""

    code: str
    name: str
    newest: Row
    before: Row | None
    table: PublishableTable
    url: str

    @property
    def note(self) -> str:
        """Period and source in a line, with the change since the comparable value before it."""
        parts = [self.newest.period, basis_name(self.newest.basis)]
        if self.change is not None and self.before is not None:
            unit = unit_text("procentpunt" if self.newest.unit == "%" else self.newest.unit)
            change = number(self.change, decimals_for(self.change, self.newest.unit, 1))
            sign = "+" if self.change > 0 else ""
            parts.append(
                _("%(change)s sinds %(period)s")
                % {"change": f"{sign}{change} {unit}".strip(), "period": self.before.period}
            )
        return " · ".join(parts)

    @property
    def change(self) -> float | None:
        """Newest minus before, in the indicator's unit (percentage points for a share); None across a break."""
        if self.before is None or self.before.value is None or self.newest.value is None:
            return None
        return self.newest.value - self.before.value


def key_figures(area_code: str, codes: tuple[str, ...] = CODES) -> tuple[KeyFigure, ...]:
    """Those of the indicators that have a figure for the area."""
    found = (_key_figure(code, area_code) for code in codes)
    return tuple(figure for figure in found if figure)


def _key_figure(code: str, area_code: str) -> KeyFigure | None:
    table = resolve(FigureRef(indicator=code, area=area_code, period="all"), basis="all")
    rows = sorted((row for row in table.rows if not row.by), key=lambda row: (row.period, row.basis == "computed"))
    if not rows:
        return None
    newest = rows[-1]
    url = f"{reverse('public:indicator', args=[code])}?gebied={area_code}"
    return KeyFigure(code, name_of(indicator(code)), newest, _before(rows, newest), table, url)


def _before(rows: list[Row], newest: Row) -> Row | None:
    """The last earlier value that may be compared: same basis, definition and edition, no break between."""
    same = [row for row in rows if row.period < newest.period and row.basis == newest.basis and comparable(row, newest)]
    return same[-1] if same else None
