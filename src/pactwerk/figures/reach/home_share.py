"""K22: third-years of vmbo with a technical profile within 10 km of home, out of DUO's tables vo-01 and vo-02.

The official definition asks for vmbo pupils. vo-02 tells where the third-years of a location live, not who of them is
in vmbo; vo-01 tells how many third-years of vmbo the location has. Together they leave bounds: of *n* third-years near
a profile, *m* others and *v* in vmbo, at least v - m and at most min(n, v) are the pupils meant. At a location with
vmbo only, the bounds meet. The result is a definition edition of its own (`vo-02-grenzen`), an interval around the
official figure; nothing is guessed within it.
"""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.indicators.counting import VMBO_TRACKS
from pactwerk.figures.reach import reading
from pactwerk.figures.reach.area_reach import NothingToReach
from pactwerk.figures.reach.distance import nearest, points
from pactwerk.figures.reach.ground import Ground
from pactwerk.figures.reach.question import ReachQuestion
from pactwerk.figures.reach.rows import passed, share_row, sources
from pactwerk.figures.reach.within import Bounds, offering, signatures
from pactwerk.figures.releases.engine import glance, literal, parquet_list
from pactwerk.figures.releases.release import Release
from pactwerk.figures.texts import Text, number

TABLE, DEFINITION, KM = "vo_home_postcodes", "vo-02-grenzen", 10.0
VMBO = (*VMBO_TRACKS, "tl")


@dataclass(frozen=True)
class Third:
    """Third-years of one location who live in one postcode, as bounds."""

    location: str
    postcode4: str | None
    municipality: str | None
    low: int
    high: int


@dataclass(frozen=True)
class Sides:
    """Third-years of one location: near a profile, beyond it, and all others (elsewhere, or without a point)."""

    near: tuple[int, int] = (0, 0)
    beyond: tuple[int, int] = (0, 0)
    other: tuple[int, int] = (0, 0)

    def plus(self, side: str, low: int, high: int) -> "Sides":
        """With more pupils on one side."""
        least, most = getattr(self, side)
        return replace(self, **{side: (least + low, most + high)})


def loaded(found: Ground) -> tuple[str, ...]:
    """The school years of which both tables are loaded, oldest first."""
    homes = {origin.period for origin in found.release.manifest.origins if origin.table == TABLE}
    return tuple(period for period in found.periods if period in homes)


def home_share(found: Ground, area: str, *, km: float = KM) -> PublishableTable:
    """K22 of an area, per school year, and of its municipalities.

    With another `km` than 10 it is the same share at another distance, and the definition says so. Raises
    NothingToReach, UnknownArea or BadReachQuestion.
    """
    question = ReachQuestion(area, km).checked(found)
    years = loaded(found)
    if not years or not found.files.get("places"):
        raise NothingToReach(
            "K22 vraagt het bestand 'leerlingen vo per vestiging naar postcode leerling en leerjaar' (DUO, 02."
            " Leerlingen"
            " vo) van hetzelfde schooljaar als de leerlingen vo per vestiging, en de ligging van postcodes. Laad"
            " ze samen.",
            "K22 needs the file 'pupils in secondary education per location by home postcode and year' (DUO, 02."
            " Leerlingen vo) of the same school year as the pupils per location, and the points of postcodes."
            " Load them.",
        )
    rows: list[Row] = []
    said: list[Text] = [
        Text(
            "Eigen definitie naast de officiële: vo-02 zegt niet wie vmbo volgt. De grenzen omvatten elke verdeling die"
            " vo-01 en vo-02 samen toelaten; de afstand is hemelsbreed.",
            "A definition of our own beside the official one: vo-02 does not tell who is in vmbo. The bounds hold every"
            " division that vo-01 and vo-02 together allow; the distance is as the crow flies.",
        )
    ]
    for period in years:
        made, notes = _of_year(found, question, period)
        rows += made
        said += notes
    return passed(found, rows, ("municipality",), said)


def _of_year(found: Ground, question: ReachQuestion, period: str) -> tuple[list[Row], list[Text]]:
    release = found.release
    ids = [o.file_id for o in release.manifest.origins if (o.table, o.period) == (TABLE, period) and not o.superseded]
    third = _third_years(release, ids, period)
    vmbo = _vmbo(release, found.files.get(f"pupils {period}", ()), period)
    near, without = _distances(found, question, third, period)
    members = signatures(release, question.area, period)
    places = reading.signatures(glance(), release, TABLE, period)
    inside = [places.get((home.postcode4, home.municipality)) in members for home in third]
    like = Row(
        indicator="K22", definition=DEFINITION if question.km == KM else f"{DEFINITION}-{question.km:g}km",
        area=question.area, period=period, value=None, unit="%", publication_edition=period,
        peildatum=f"{period[:4]}-10-01", concept="home",
        status="voorbeeldgegevens" if release.manifest.example else "definitief",
        sources=sources(found, (*ids, *found.files.get(f"pupils {period}", ()), *found.files.get("places", ()))),
    )  # fmt: skip
    towns = sorted({home.municipality for home, mine in zip(third, inside, strict=True) if mine and home.municipality})
    rows = [_row(like, _bounds(third, near, inside, vmbo))]
    for code in towns if towns != [question.area] else ():
        mine = [part and home.municipality == code for part, home in zip(inside, third, strict=True)]
        rows.append(replace(_row(like, _bounds(third, near, mine, vmbo)), by={"municipality": code}))
    absent = sum(low for code, (low, _high) in vmbo.items() if code not in {home.location for home in third})
    return [row for row in rows if row.low is not None], list(_notes(period, without, absent))


def _row(like: Row, bounds: Bounds) -> Row:
    return replace(share_row(like, bounds), indicator="K22")


def _third_years(release: Release, ids: list[str], period: str) -> list[Third]:
    paths = [release.folder / "inside" / TABLE / f"{name}.parquet" for name in ids]
    rows = glance().execute(
        "SELECT location, postcode4, municipality, sum(low)::INT, sum(high)::INT"
        f" FROM read_parquet({parquet_list(paths)}) WHERE level = 'lj3' AND period = {literal(period)}"
        " GROUP BY ALL ORDER BY ALL"
    )
    return [Third(*row) for row in rows.fetchall()]


def _vmbo(release: Release, ids: tuple[str, ...], period: str) -> Mapping[str, tuple[int, int]]:
    """Third-years of vmbo (bb, kb, gl and tl) per location, as bounds."""
    paths = [release.folder / "inside" / "vo_pupils" / f"{name}.parquet" for name in ids]
    rows = glance().execute(
        "SELECT location::VARCHAR, sum(low)::INT, sum(high)::INT"
        f" FROM read_parquet({parquet_list(paths)}) WHERE grade = 3 AND list_contains({list(VMBO)!r}, track)"
        f" AND period = {literal(period)} GROUP BY 1"
    )
    return {code: (low, high) for code, low, high in rows.fetchall()}


def _distances(
    found: Ground, question: ReachQuestion, third: list[Third], period: str
) -> tuple[list[bool | None], list[Third]]:
    """Per home whether a profile is near (None: the postcode has no point), and those without a point."""
    middle = reading.postcode_points(glance(), found.release)
    homes = points([middle.get(home.postcode4 or "", (None, None)) for home in third])
    offers = [found.number[code] for code in offering(found, question, period)]
    _place, km = nearest(homes, found.points.of(offers))
    near: list[bool | None] = [
        bool(far <= question.km) if known else None for far, known in zip(km, homes.known, strict=True)
    ]
    return near, [home for home, side in zip(third, near, strict=True) if side is None]


def _bounds(
    third: list[Third], near: list[bool | None], inside: list[bool], vmbo: Mapping[str, tuple[int, int]]
) -> Bounds:
    """The pupils meant, near and beyond, over all locations."""
    sides: dict[str, Sides] = {}
    for home, close, mine in zip(third, near, inside, strict=True):
        side = "other" if close is None or not mine else "near" if close else "beyond"
        sides[home.location] = sides.get(home.location, Sides()).plus(side, home.low, home.high)
    total = [0, 0, 0, 0]
    for location, there in sides.items():
        least, most = vmbo.get(location, (0, 0))
        parts = (
            *vmbo_among(there.near, there.beyond[1] + there.other[1], least, most),
            *vmbo_among(there.beyond, there.near[1] + there.other[1], least, most),
        )
        total = [whole + part for whole, part in zip(total, parts, strict=True)]
    return Bounds(*total)


def vmbo_among(some: tuple[int, int], others: int, least: int, most: int) -> tuple[int, int]:
    """How many of some third-years are in vmbo at least and at most, where `least`..`most` of all are.

    `others` is the highest number of third-years of the location that are not among them.
    """
    high = min(some[1], most)
    return min(max(0, least - others), high), high


def _notes(period: str, without: list[Third], absent: int) -> list[Text]:
    notes = []
    if without:
        (nl, en), places = number(sum(home.high for home in without)), len({home.postcode4 for home in without})
        notes.append(
            Text(
                f"{period}: ten hoogste {nl} derdejaars wonen in {places} postcodes zonder punt (of buiten Nederland);"
                " zij tellen in teller noch noemer, en maken de grenzen ruimer.",
                f"{period}: at most {en} third-years live in {places} postcodes without a point (or abroad); they count"
                " in neither numerator nor denominator, and widen the bounds.",
            )
        )
    if absent:
        nl, en = number(absent)
        notes.append(
            Text(
                f"{period}: {nl} derdejaars vmbo zitten op vestigingen die in vo-02 niet voorkomen; zij tellen"
                " niet mee.",
                f"{period}: {en} third-years of vmbo are at locations that vo-02 does not have; they do not count.",
            )
        )
    return notes
