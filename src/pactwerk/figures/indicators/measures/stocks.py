"""Ratios of two stocks: year by year, exam candidates and graduates (definition editions of our own, codes S)."""

from pactwerk.figures.indicators.counting import PLACES
from pactwerk.figures.indicators.stock_ratio import Side, StockRatio

DEFINITION = "standen-naast-elkaar"
WHOLE: tuple[tuple[str, ...], ...] = ((), ("sex",))
_TRACKS = (*WHOLE, ("track",), ("track", "sex"))
_SECTORS = (("domain",), ("track", "domain"))
_OF_A_SECTOR = (*_TRACKS, *_SECTORS)
_PROFILES = (("profile",), ("track", "profile"))
PUPILS, EXAMS = "vo_pupils", "exams"


def _pupils(population: str, split: tuple[tuple[str, ...], ...] = WHOLE) -> Side:
    return Side(table=PUPILS, population=population, split=split)


def _exams(population: str, split: tuple[tuple[str, ...], ...]) -> Side:
    return Side(table=EXAMS, population=population, split=split)


def _next_year(code: str, later: str, earlier: str) -> StockRatio:
    """Pupils of a year of school per 100 in the year below it, a school year before."""
    return StockRatio(
        indicator=code,
        definition=DEFINITION,
        numerator=_pupils(later),
        denominator=_pupils(f"{earlier}-before"),
        dimensions=("sex", *PLACES),
        a_year_before=True,
    )


STOCK_RATIOS: tuple[StockRatio, ...] = (
    StockRatio(
        indicator="S01",
        definition=DEFINITION,
        numerator=_pupils("vmbo-4", (*_TRACKS, *_SECTORS, *_PROFILES)),
        denominator=_pupils("vmbo-3-before", (*_TRACKS, *_SECTORS, *_PROFILES)),
        dimensions=("track", "sex", "profile", "domain", *PLACES),
        a_year_before=True,
    ),
    StockRatio(
        indicator="S02",
        definition=DEFINITION,
        numerator=_exams("candidates", _TRACKS),
        denominator=_pupils("exam-year", _TRACKS),
        dimensions=("track", "sex", *PLACES),
    ),
    StockRatio(
        indicator="S03",
        definition=DEFINITION,
        numerator=_exams("graduates", _OF_A_SECTOR),
        denominator=_exams("candidates", _OF_A_SECTOR),
        dimensions=("track", "sex", "domain", *PLACES),
        within=True,
    ),
    _next_year("S04", "havo-5", "havo-4"),
    _next_year("S05", "vwo-5", "vwo-4"),
    _next_year("S06", "vwo-6", "vwo-5"),
    _next_year("S07", "havo-vwo-4", "havo-vwo-3"),
    _next_year("S08", "year-2", "year-1"),
    _next_year("S09", "year-3", "year-2"),
    StockRatio(
        indicator="S10",
        definition=DEFINITION,
        numerator=_exams("candidates-sector", _OF_A_SECTOR),
        denominator=_pupils("exam-year-sector", _OF_A_SECTOR),
        dimensions=("track", "sex", "domain", *PLACES),
    ),
)
