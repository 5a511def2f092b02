"""Exams by track, sector, profile and subject: who takes what, and who passes (definition editions of our own)."""

from pactwerk.figures.indicators.counting import NATURE_PROFILES, PLACES, VMBO_TRACKS
from pactwerk.figures.indicators.study import Conditions, Study

TECHNICAL = ("TECHNIEK",)
SECTORS = ("TECHNIEK", "ECONOMIE", "ZORG_WELZIJN", "LANDBOUW", "INTERSECTORAAL")
TL_BY_SECTOR_SINCE = "2018/19"
"""The first marks file with sectors for the theoretical track; in 2015/16 all its candidates stand without one."""

PHYSICS = ("natuurkunde",)
DUTCH = ("Nederlandse taal en literatuur", "Nederlandse taal", "Nederlands")
NASK = ("natuur- en scheikunde 1", "natuur- en scheikunde I", "natuur- en scheikunde i", "nask1")


def _sector(code: str, track: str, where: Conditions, since: str | None = None) -> Study:
    return Study(
        indicator=code,
        definition="sector-cijfers",
        kind="share",
        table="marks",
        measure="candidates",
        where={"level": (track,), **where},
        numerator={"domain": TECHNICAL},
        dimensions=PLACES,
        valid_from=since,
    )


def _passed(code: str, where: Conditions, dimensions: tuple[str, ...] = PLACES) -> Study:
    return Study(
        indicator=code,
        definition="geslaagd-van-kandidaten",
        kind="share",
        table="marks",
        measure="graduates",
        of="candidates",
        where=where,
        dimensions=dimensions,
    )


def _subject(code: str, definition: str, track: str, subject: tuple[str, ...]) -> Study:
    """Candidates of a subject against those of Dutch, which everybody takes."""
    return Study(
        indicator=code,
        definition=definition,
        kind="share",
        table="exam_subjects",
        measure="candidates",
        where={"level": (track,)},
        numerator={"domain": subject},
        denominator={"domain": DUTCH},
        dimensions=PLACES,
    )


EXAMINING = (
    _subject("K05", "nask1-kandidaten", "tl", NASK),
    _subject("K06", "nask1-kandidaten", "gl", NASK),
    _sector("T01", "tl", {"domain": SECTORS}, TL_BY_SECTOR_SINCE),
    _sector("T02", "gl", {}),
    _passed("T03", {"level": VMBO_TRACKS, "domain": TECHNICAL}, ("level", *PLACES)),
    _passed("T04", {"level": ("tl",)}),
    _passed("T05", {"level": ("havo",), "programme": NATURE_PROFILES}),
    _passed("T06", {"level": ("vwo",), "programme": NATURE_PROFILES}),
    _subject("T07", "natuurkunde-kandidaten", "havo", PHYSICS),
    _subject("T08", "natuurkunde-kandidaten", "vwo", PHYSICS),
)
