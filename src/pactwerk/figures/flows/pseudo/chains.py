"""Which stocks follow each other: the chains of a track, link by link, each link an indicator of the catalogue."""

from dataclasses import dataclass

from pactwerk.basis.dated import SchoolYear
from pactwerk.figures.indicators.stock_ratio import SECTORS_ALIKE
from pactwerk.figures.texts import Text

VMBO = ("bb", "kb", "gl", "tl")
SPLITS = ("sex", "sector", "profile")
"""What a chain can be split by, in the words of a question; the sector is the dimension `domain` of a figure."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two successive stocks: the indicator that has both, the stage it leads to, and the years between them.

    `sectoral` is the indicator that has them by sector, `of_sector` the tracks and sectors it has.
    """

    code: str
    stage: str
    years: int
    tracked: bool = False
    """Whether the indicator is broken down by track."""
    sectoral: str = ""
    sector_tracks: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    """Empty: every sector."""
    profiled: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """A first stage and the links from there. `tracks` are drawn as lanes of their own."""

    code: str
    name: Text
    first: str
    links: tuple[Link, ...]
    tracks: tuple[str, ...]
    splits: tuple[str, ...]


_EXAM = Link("S02", "exam", 0, True, "S10", ("bb", "kb"), SECTORS_ALIKE)
_DIPLOMA = Link("S03", "diploma", 0, True, "S03", ("bb", "kb"), SECTORS_ALIKE)
_THIRD = Link("S01", "4", 1, True, "S01", ("bb", "kb", "gl"), (), True)

CHAINS: tuple[Chain, ...] = (
    Chain("vmbo", Text("vmbo", "vmbo"), "3", (_THIRD, _EXAM, _DIPLOMA), VMBO, SPLITS),
    Chain("havo-vwo", Text("havo en vwo samen", "havo and vwo together"), "3", (Link("S07", "4", 1),), ("havo-vwo",),
          ("sex",)),
    Chain("havo", Text("havo", "havo"), "4", (Link("S04", "5", 1), _EXAM, _DIPLOMA), ("havo",), ("sex",)),
    Chain("vwo", Text("vwo", "vwo"), "4", (Link("S05", "5", 1), Link("S06", "6", 1), _EXAM, _DIPLOMA), ("vwo",),
          ("sex",)),
    Chain("onderbouw", Text("onderbouw van het vo", "lower years of secondary education"), "1",
          (Link("S08", "2", 1), Link("S09", "3", 1)), ("onderbouw",), ("sex",)),
)  # fmt: skip
"""Havo and vwo are counted together in year 3, so that their own chains start in year 4."""


def chain_of(track: str | None) -> Chain | None:
    """The chain that a track is in, `None` that of vmbo; None when there is no such track."""
    wanted = track or "vmbo"
    return next((chain for chain in CHAINS if wanted == chain.code or wanted in chain.tracks), None)


def lanes_of(chain: Chain, track: str | None) -> tuple[str, ...]:
    """The tracks that are drawn: the one asked, or all of the chain."""
    return (track,) if track in chain.tracks and track is not None else chain.tracks


def year_after(period: str, years: int) -> str:
    """The school year some years after one: `2016/17` and 1 give `2017/18`."""
    return str(SchoolYear.starting(int(period[:4]) + years))


def stage_name(stage: str, period: str) -> Text:
    """A stage as it stands above a column: year of school or exam, with its period."""
    ends = int(period[:4]) + 1
    if stage == "exam":
        return Text(f"examenkandidaten {ends}", f"exam candidates {ends}")
    if stage == "diploma":
        return Text(f"geslaagden {ends}", f"graduates {ends}")
    return Text(f"leerjaar {stage} ({period})", f"year {stage} ({period})")
