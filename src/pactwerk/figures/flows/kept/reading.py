"""A kept flow set, read for a page: one area, some years, with or without the sexes."""

from collections.abc import Sequence
from pathlib import Path

from pactwerk.figures.disclosure_control import Source
from pactwerk.figures.flows.flow import Flow
from pactwerk.figures.flows.kept import manifest, storing
from pactwerk.figures.flows.kept.folder import SETS, flows_of
from pactwerk.figures.flows.kept.listing import kept_set
from pactwerk.figures.flows.kept.manifest import FlowSet
from pactwerk.figures.flows.kept.nesting import COUNTRY
from pactwerk.figures.flows.kept.refusals import NotKept
from pactwerk.figures.flows.kept.showing import Shown, definition_of, flow_of, school_year
from pactwerk.figures.texts import Text

FAULTY = Text(
    "In het bestand stonden fouten of dubbele inschrijvingen. Wie vaker is ingeschreven telt één keer, naar de voorrang"
    " van het CBS; een rij zonder persoon of jaar telt niet mee.",
    "The file had faults or double enrolments. Who is enrolled more than once counts once, by the priority of CBS; a"
    " row without a person or year does not count.",
)
SPAN = " – "
"""Between the first and the last school year of a period of several."""


def periods(found: FlowSet) -> tuple[str, ...]:
    """The periods that can be asked of a set: every pair of years by its first school year, newest first."""
    return tuple(school_year(year) for year in reversed(found.years))


def read_kept(root: Path, name: str, area: str = COUNTRY, period: str = "", by: Sequence[str] = ()) -> Flow:
    """A public kept flow, for everybody: `read_set` of the set with this name. Raises NotKept if there is none."""
    return read_set(root, kept_set(root, name), area, period, by)


def read_set(root: Path, found: FlowSet, area: str = COUNTRY, period: str = "", by: Sequence[str] = ()) -> Flow:
    """A kept flow of one area, through the gate. Whoever gives the set answers for who may see it.

    `period` is the first school year of a pair (`2016/17`), or the first and last of several (`2016/17 – 2018/19`);
    empty is all years. `by` is empty or `("sex",)`. Raises NotKept for a set, area, period or breakdown that is not
    there.
    """
    name = found.name
    if area not in found.areas:
        raise NotKept(
            f"Stroom {name} heeft geen cijfers van gebied {area}; er woont niemand, of minder dan tien personen.",
            f"Flow {name} has no figures of area {area}: nobody lives there, or fewer than ten persons.",
        )
    if not set(by) <= {"sex"} or (by and not found.sexes):
        raise NotKept(
            f"Stroom {name} is niet uitgesplitst naar {', '.join(by)}.",
            f"Flow {name} is not broken down by {', '.join(by)}.",
        )
    years = _years(found, period)
    figures = storing.read(flows_of(root) / SETS / found.id / manifest.FIGURES, area, years, split=bool(by))
    return flow_of(figures, _shown(found, area, years, found.sexes if by else ()))


def _years(found: FlowSet, period: str) -> tuple[int, ...]:
    if not period:
        return found.years
    by_name = {school_year(year): year for year in found.years}
    first, _, last = period.partition(SPAN)
    if first not in by_name or (last or first) not in by_name:
        raise NotKept(
            f"Stroom {found.name} heeft geen {period}; wel {', '.join(by_name)}.",
            f"Flow {found.name} has no {period}; it has {', '.join(by_name)}.",
        )
    start, end = by_name[first], by_name[last or first]
    return tuple(year for year in found.years if start <= year <= end)


def _shown(found: FlowSet, area: str, years: tuple[int, ...], sexes: tuple[str, ...]) -> Shown:
    return Shown(
        code=found.name,
        name=Text(found.title),
        definition=definition_of(found.grain),
        area=area,
        years=years,
        by_sex=sexes,
        sources=tuple(Source(file=source.name, sha256=source.sha256) for source in found.sources),
        example=found.example,
        known_at=found.created,
        notes=(FAULTY,) if found.faults else (),
        loose=frozenset(found.loose),
    )
