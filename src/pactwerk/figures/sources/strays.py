"""Lines in a publisher's table that are no data: blank lines, stray quotes, totals, footers."""

import re
from collections.abc import Sequence

from pactwerk.figures.texts import Text

TOTAL = re.compile(r"(eind|sub)?totaal\b|totalen\b|(grand )?total\b", re.IGNORECASE)
"""How a word begins that stands for the sum of others."""
_FOOTER = re.compile(r"(bron|source)\s*:|©", re.IGNORECASE)
TOTALS_LINE = Text("totaalregel, niet meegeteld", "line with totals, not added up")
_FOOTNOTE = re.compile(r"[a-z*]\)? [A-Z]\w* .{10,}")
_AROUND = ' "\t'
_CODE = re.compile(r"\d\d[A-Z]{2}([0-9A-Z]{2})?", re.ASCII)


def stray(record: Sequence[str], key: int = 0, pattern: re.Pattern[str] = _CODE) -> Text | None:
    """Why a record is no data, or None when it is. A record whose key cell holds a code is always data."""
    if key < len(record) and (held := record[key].strip(_AROUND)) and pattern.fullmatch(held.upper()):
        return None
    filled = [cell for cell in (cell.strip(_AROUND) for cell in record) if cell]
    if not filled:
        return Text("lege regel, overgeslagen", "empty line, left out")
    if any(TOTAL.match(cell) for cell in filled):
        return TOTALS_LINE
    if _FOOTER.match(filled[0]):
        return Text("voetregel, overgeslagen", "footer, left out")
    if len(filled) == 1 and _FOOTNOTE.match(filled[0]):
        return Text("voetnoot, overgeslagen", "footnote, left out")
    return None
