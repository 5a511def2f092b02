"""From the words of DUO's tables of higher education to codes."""

import re
from collections import Counter
from collections.abc import Iterable

from pactwerk.basis.places import province_by_name
from pactwerk.figures.sources.codes import distinct
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.tidy import Coded

_SEXES = {"MAN": "male", "VROUW": "female", "ONBEKEND": "unknown"}
_HBO = re.compile("[348]....")
_WO = re.compile("[567]....")


def coded() -> tuple[Coded, ...]:
    """The columns that give codes; the degree is no code of its own: the programme tells it."""
    return (
        Coded("province", ("province",), _province),
        Coded("municipality", ("municipality",), _municipality),
        Coded("domain", ("domain",), lambda text: (re.sub(r"\s+", " ", text).lower() or None,)),
        Coded("programme", ("programme", "level"), _programme),
        Coded("form", ("pathway",), _form),
        Coded("sex", ("sex",), _sex),
    )


def level_of(code: str) -> str | None:
    """Whether a programme's code of five digits is of hbo or of wo; None for one of before bachelor and master.

    CROHO: 3 hbo bachelor, 4 hbo master, 8 associate degree and newer hbo bachelor; 5 wo bachelor, 6 and 7 wo master;
    0 and 1 programmes of either sort from before.
    """
    return "hbo" if _HBO.fullmatch(code) else "wo" if _WO.fullmatch(code) else None


def part_of(codes: Iterable[str]) -> str:
    """The sort of higher education that a file's programmes are of; none when it holds much of both."""
    levels = Counter(level for code in codes if (level := level_of(code.strip().zfill(5))))
    most, often = next(iter(levels.most_common(1)), ("", 0))
    return most if often > 0.9 * levels.total() else ""


def part(_layout: Layout) -> str:
    """The part of the edition that the staged file is: hbo or wo."""
    return part_of(distinct("programme"))


def _programme(text: str) -> tuple[str | None, ...] | None:
    """The code with the leading zero that JSON drops; an old programme is of the same sort as the file."""
    code = text.zfill(5)
    if not re.fullmatch("[0-9]{5}", code):
        return None
    return code, level_of(code) or part_of(distinct("programme")) or None


def _province(text: str) -> tuple[str | None, ...] | None:
    code = province_by_name(text)
    return (code,) if code else None


def _municipality(text: str) -> tuple[str | None, ...] | None:
    found = re.fullmatch(r"(?:GM)?\s*(\d{1,4})", text.strip().upper())
    return (f"GM{found[1].zfill(4)}",) if found else None


def _form(text: str) -> tuple[str | None, ...] | None:
    """`voltijd onderwijs` and `VOLTIJD` are one."""
    word = text.strip().lower().removesuffix(" onderwijs")
    return (word,) if word in {"voltijd", "deeltijd", "duaal"} else None


def _sex(text: str) -> tuple[str | None, ...] | None:
    code = _SEXES.get(text.strip().upper())
    return (code,) if code else None
