"""Whether a file is as large as a national file of its table always was."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from pactwerk.basis.places import EXAMPLE_MUNICIPALITIES
from pactwerk.figures.sources.contract import Contract
from pactwerk.figures.texts import Text, number

_INVENTED = frozenset({"PV99", *EXAMPLE_MUNICIPALITIES})
_NONE: Mapping[str, int] = MappingProxyType({})


def band_warnings(
    contract: Contract, rows: int, places: Iterable[object], totals: Mapping[str, int] = _NONE
) -> list[Text]:
    """Warnings for a number of rows, or a total per period, outside the contract's bands.

    `places` are the codes of the provinces or municipalities in the file: an example file, in which all of them are
    invented, is of no nation, and nothing is said of its size.
    """
    codes = {code for code in places if code}
    if codes and codes <= _INVENTED:
        return []
    found = [] if contract.rows[0] <= rows <= contract.rows[1] else [_rows(contract, rows)]
    band = contract.total
    if band is not None:
        found += [_total(band, total, period) for period, total in totals.items() if not band[0] <= total <= band[1]]
    return found


def _rows(contract: Contract, rows: int) -> Text:
    nl, en = number(rows)
    (low_nl, low_en), (high_nl, high_en) = number(contract.rows[0]), number(contract.rows[1])
    return Text(
        f"{nl} regels, waar een landelijk bestand er {low_nl} tot {high_nl} heeft",
        f"{en} rows, where a national file has {low_en} to {high_en}",
    )


def _total(band: tuple[int, int], total: int, period: str) -> Text:
    nl, en = number(total)
    (low_nl, low_en), (high_nl, high_en) = number(band[0]), number(band[1])
    return Text(
        f"{period}: in totaal {nl}, waar een landelijk bestand {low_nl} tot {high_nl} telt",
        f"{period}: {en} in total, where a national file counts {low_en} to {high_en}",
    )
