"""What is common to every table about reach: its rows' sources, its period, and the notes that belong beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pactwerk.basis.places import municipality
from pactwerk.figures.disclosure_control import PublishableTable, Row, Source, open_computed_figures
from pactwerk.figures.reach.ground import Ground, Homes
from pactwerk.figures.reach.question import ANY, ReachQuestion
from pactwerk.figures.reach.within import Bounds, Population, offering
from pactwerk.figures.texts import Text, number

SHARE, PUPILS, DISTANCE = "BEREIK", "BEREIK-LEERLINGEN", "BEREIK-AFSTAND"
"""Codes of what the tables tell: share within reach, pupils, km to the nearest location. None of them is K22."""


def sources(found: Ground, ids: Iterable[str]) -> tuple[Source, ...]:
    """The files with these ids."""
    files = (found.release.manifest.file(name) for name in dict.fromkeys(ids))
    return tuple(Source(kept.name, kept.sha256) for kept in files if kept)


def passed(found: Ground, rows: Iterable[Row], by: tuple[str, ...], said: Iterable[Text]) -> PublishableTable:
    """The rows through the disclosure gate: the only place where reach leaves. Raises NotPublishable."""
    release = found.release
    return open_computed_figures(rows, by, release=release.id, example=release.manifest.example, notes=tuple(said))


def home_files(homes: Homes, which: Iterable[int]) -> list[str]:
    """The ids of the files that the pupils of some homes stand in."""
    return sorted({name for place in which for name in homes.homes[place].files})


def offer_files(found: Ground, period: str = "") -> tuple[str, ...]:
    """The ids of the files that tell what is offered where."""
    return (*found.files.get(f"pupils {period or found.periods[-1]}", ()), *found.files.get("places", ()))


def definition(question: ReachQuestion) -> str:
    """What is meant by reach, as the code of a definition: `hemelsbreed-10km`, `omweg-1.3-10km`."""
    way = "hemelsbreed" if question.factor == 1 else f"omweg-{question.factor:g}"
    return f"{way}-{question.km:g}km{f'-{question.track}' if question.track else ''}"


def exactly(low: int, high: int) -> int | None:
    """The number when it is known, else None."""
    return low if low == high else None


def share_row(like: Row, bounds: Bounds) -> Row:
    """A share within reach, with the bounds of its numerator and denominator, on the pattern of another row."""
    low, high = bounds.share or (None, None)
    return replace(
        like, indicator=SHARE, unit="%", value=low if low == high else None, low=low, high=high,
        numerator=exactly(bounds.within_low, bounds.within_high), numerator_low=bounds.within_low,
        numerator_high=bounds.within_high, denominator=exactly(bounds.all_low, bounds.all_high),
        denominator_low=bounds.all_low, denominator_high=bounds.all_high,
    )  # fmt: skip


def pupils_row(like: Row, low: int, high: int) -> Row:
    """A number of pupils on the pattern of another row."""
    value = exactly(low, high)
    return replace(like, indicator=PUPILS, unit="leerlingen", value=value, low=low, high=high)


def pattern(found: Ground, homes: Homes, question: ReachQuestion) -> Row:
    """The row that the others are made after: area, period, definition, place concept and status."""
    return Row(
        indicator=SHARE, definition=definition(question), area=question.area, period=homes.period, value=None,
        unit="%", status="voorbeeldgegevens" if found.release.manifest.example else "definitief",
        peildatum=f"{homes.period[:4]}-10-01", concept="home",
    )  # fmt: skip


def _listed(names: Sequence[str], most: int = 5) -> str:
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")


def notes(found: Ground, homes: Homes, question: ReachQuestion, people: Population) -> tuple[Text, ...]:
    """What the reader must know: how the distance is meant, which years meet, and who is left out."""
    return (
        _way(question),
        _years(found, homes, question),
        *_left_out(homes, question, people),
        *_places(found, question),
    )


def _way(question: ReachQuestion) -> Text:
    km_nl, km_en = f"{question.km:g}".replace(".", ","), f"{question.km:g}"
    if question.factor == 1:
        return Text(
            f"Binnen {km_nl} km hemelsbreed: van het midden van de postcode van de leerling naar de vestiging. De"
            " weg is"
            " langer.",
            f"Within {km_en} km as the crow flies: from the middle of the pupil's postcode to the location. The way by"
            " road is longer.",
        )
    factor = f"{question.factor:g}"
    return Text(
        f"Binnen {km_nl} km, gerekend als de hemelsbrede afstand maal {factor.replace('.', ',')}: een benadering van de"
        " weg, geen route.",
        f"Within {km_en} km, counted as the distance as the crow flies times {factor}: an approximation of the road, no"
        " route.",
    )


def _years(found: Ground, homes: Homes, question: ReachQuestion) -> Text:
    offers = found.periods[-1]
    what = "een technisch profiel" if question.profile == ANY else f"het profiel {question.profile}"
    what_en = "a technical profile" if question.profile == ANY else f"the profile {question.profile}"
    ages = f"{question.ages[0]}-{question.ages[-1]}" if len(question.ages) > 1 else question.ages[0]
    return Text(
        f"Dit is bereik en niet K22: leerlingen in het primair onderwijs van {ages} jaar op 1 oktober"
        f" {homes.period[:4]}"
        f" (bo, sbo en so), naar hun woonpostcode. Een vestiging telt als zij in {offers} ten minste één derdejaars in"
        f" {what} had.",
        f"This is reach and not K22: pupils in primary education of {ages} years on 1 October {homes.period[:4]} (bo,"
        f" sbo and so), by their home postcode. A location counts when it had at least one third-year in {what_en} in"
        f" {offers}.",
    )


def _left_out(homes: Homes, question: ReachQuestion, people: Population) -> Iterator[Text]:
    def told(which: Sequence[int]) -> tuple[str, str]:
        """Lowest to highest number of pupils of some homes, in both languages."""
        low, high = (number(int(side[list(which)].sum())) for side in homes.pupils(question.ages))
        return f"{low[0]} tot {high[0]}", f"{low[1]} to {high[1]}"

    abroad = [place for place in people.cut if homes.homes[place].municipality is None]
    cut = [place for place in people.cut if homes.homes[place].municipality is not None]
    if cut:
        nl, en = told(cut)
        towns = sorted({municipality(homes.homes[place].municipality or "").name for place in cut})
        yield Text(
            f"Van {len(towns)} gemeenten is geen bestand geladen ({_listed(towns)}): {nl} leerlingen die daar wonen en"
            " elders op school zitten tellen niet mee.",
            f"Of {len(towns)} municipalities no file is loaded ({_listed(towns)}): {en} pupils who live there and go to"
            " school elsewhere do not count.",
        )
    if abroad:
        nl, en = told(abroad)
        yield Text(
            f"{nl} leerlingen van wie de gemeente onbekend is of buiten Nederland ligt, tellen niet mee.",
            f"{en} pupils whose municipality is unknown or abroad do not count.",
        )
    if homes.loaded:
        yield Text(
            "Wie in een geladen gemeente woont en naar school gaat in een gemeente zonder bestand, ontbreekt ook.",
            "Who lives in a loaded municipality and goes to school in one without a file is missing as well.",
        )
    if len(people.pointless):
        nl, en = told(people.pointless.tolist())
        postcodes = [homes.homes[place].postcode4 or "geen" for place in people.pointless]
        yield Text(
            f"{nl} leerlingen wonen in een postcode zonder punt ({_listed(postcodes)}) en tellen niet mee.",
            f"{en} pupils live in a postcode without a point ({_listed(postcodes)}) and do not count.",
        )


def _places(found: Ground, question: ReachQuestion) -> Iterator[Text]:
    codes = offering(found, question)
    without = [code for code in codes if not found.locations[code].how]
    middle = sum(found.locations[code].how == "postcode" for code in codes)
    shut = [code for code in codes if found.locations[code].closed]
    if without:
        yield Text(
            f"{len(without)} vestigingen hebben geen punt en tellen niet mee: {_listed(without)}.",
            f"{len(without)} locations have no point and do not count: {_listed(without)}.",
        )
    if middle:
        yield Text(
            f"{middle} van de {len(codes)} vestigingen liggen op het midden van hun postcode: het punt van hun adres is"
            " niet geladen.",
            f"{middle} of the {len(codes)} locations lie in the middle of their postcode: the point of their address is"
            " not loaded.",
        )
    if shut:
        yield Text(
            f"Volgens het register van DUO zijn {len(shut)} van deze vestigingen sindsdien gesloten; zij tellen"
            " mee zoals"
            f" in {found.periods[-1]} ({_listed(shut)}).",
            f"By DUO's register {len(shut)} of these locations have closed since; they count as in {found.periods[-1]}"
            f" ({_listed(shut)}).",
        )
