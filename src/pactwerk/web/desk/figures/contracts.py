"""The list of contracts and the import templates made from them (A78)."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pactwerk.figures.sources.contract import Contract
from pactwerk.progress.releases import columns
from pactwerk.web.desk.figures.access import crumbs, members_only
from pactwerk.web.public.releases.tables import table_name


@dataclass(frozen=True)
class ShownContract:
    """One table: what its columns are called, how much it may hold, how the publisher hides small counts."""

    table: str
    name: str
    publisher: str
    licence: str
    reference: str
    required: tuple[str, ...]
    optional: tuple[str, ...]
    rows: tuple[int, int]
    suppressed: str
    bounds: str
    template: bool


@require_safe
@members_only
def contracts(request: HttpRequest) -> HttpResponse:
    """Every table that can be read, with its columns and a template."""
    shown = sorted((_shown(contract) for contract in columns.contracts()), key=lambda each: each.name)
    context = {"contracts": shown, "crumbs": crumbs((_("Tabellen en sjablonen"), ""))}
    return render(request, "desk/figures/contracts.html", context)


@require_safe
@members_only
def template(_request: HttpRequest, table: str) -> HttpResponse:
    """The empty sheet of one table."""
    found = next((each for each in columns.contracts() if each.table == table and _fits(each)), None)
    if found is None:
        raise Http404(_("Van deze tabel is er geen sjabloon."))
    headers = {"Content-Disposition": f'attachment; filename="sjabloon-{found.table}.csv"'}
    return HttpResponse(columns.template_csv(found), content_type="text/csv; charset=utf-8", headers=headers)


def _fits(contract: Contract) -> bool:
    return columns.has_header(contract) and columns.is_recognised(contract)


def _shown(contract: Contract) -> ShownContract:
    low, high = contract.suppressed_means or (0, 0)
    return ShownContract(
        table=contract.table,
        name=table_name(contract.table),
        publisher=contract.publisher,
        licence=contract.licence,
        reference=contract.reference,
        required=tuple(column.accepted[0] for column in contract.read_columns if column.required),
        optional=tuple(column.accepted[0] for column in contract.read_columns if not column.required),
        rows=contract.rows,
        suppressed=contract.suppressed or "",
        bounds=_("%(low)s tot en met %(high)s") % {"low": low, "high": high} if contract.suppressed else "",
        template=_fits(contract),
    )
