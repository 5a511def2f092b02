"""Counting a file of enrolments, protecting the counts, and keeping what is protected: complete, or nothing."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pactwerk.figures.disclosure_control.protecting import rounding_secret
from pactwerk.figures.engines import Engine
from pactwerk.figures.flows.kept import manifest, storing
from pactwerk.figures.flows.kept.acts import FlowAct, act
from pactwerk.figures.flows.kept.auditing import loose_stocks
from pactwerk.figures.flows.kept.folder import SETS, STAGED, working
from pactwerk.figures.flows.kept.listing import kept_flows
from pactwerk.figures.flows.kept.manifest import FlowSet, SourceFile
from pactwerk.figures.flows.kept.nesting import COUNTRY, nest
from pactwerk.figures.flows.kept.protecting import Figure, protect
from pactwerk.figures.flows.kept.refusals import NotKept
from pactwerk.figures.flows.records.layout import GRAIN
from pactwerk.figures.flows.records.wording import FAULTS
from pactwerk.figures.releases.home import sync_folder, sync_tree
from pactwerk.figures.texts import Text

if TYPE_CHECKING:
    from pactwerk.figures.flows.records import Counted

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
Progress = Callable[[Text], None]


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """What is kept and how: `name` is the code in addresses and commands, `title` what a reader sees.

    `areas` are those that must be as sharp as can be, besides the country, its parts and its provinces; `sexes` says
    whether girls and boys are told apart. Fewer breakdowns make sharper figures.
    """

    name: str
    paths: tuple[Path, ...]
    title: str = ""
    mapping: Path | None = None
    grain: tuple[str, ...] = ("level", "track")
    areas: tuple[str, ...] = ()
    sexes: bool = True
    years: tuple[int, ...] | None = None
    by: str = ""
    reason: str = ""
    example: bool = False


def keep(root: Path, asked: Keeping, *, engine: Engine | None = None, progress: Progress | None = None) -> FlowSet:
    """Count, protect and keep; the set is seen by the office only until it is published.

    Raises NotKept for a name that is not one or is taken, for a file that changed meanwhile, and when another set
    rounds one of its years in another way; EnrolmentsRefused, MappingError, NotProtected and LoadRunning besides.
    """
    say = progress or _silent
    _name(asked.name)
    _grain(asked.grain)
    with working(root) as flows:
        _free(root, asked.name)
        say(Text("de bestanden herkennen", "fingerprinting the files"))
        sources = tuple(_sources(asked.paths))
        counted = _count(asked, engine, say)
        found = _set(asked, sources, counted)
        _agrees(root, found)
        folder = flows / STAGED / found.id
        folder.mkdir(parents=True)
        loose = _write(root, asked, counted, folder, say)
        _unchanged(sources)
        complete = FlowSet(**{**vars(found), "loose": loose, "areas": storing.areas(folder / manifest.FIGURES)})
        manifest.write(complete, folder)
        _place(folder, flows / SETS / found.id)
        told = FlowAct(
            kind="kept", id=found.id, name=found.name, by=asked.by, reason=asked.reason, base=found.base,
            years=found.years,
        )  # fmt: skip
        act(flows, told)
        return complete


def _silent(_step: Text) -> None:
    """Tell nobody."""


def _name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise NotKept(
            f"'{name}' kan geen naam zijn; gebruik kleine letters, cijfers en streepjes, bijvoorbeeld noord-2024.",
            f"'{name}' cannot be a name; use small letters, digits and hyphens, for instance noord-2024.",
        )


def _grain(grain: Sequence[str]) -> None:
    if "level" not in grain or not set(grain) <= set(GRAIN):
        raise NotKept(
            f"'{','.join(grain)}' is geen indeling: level, en daarbij naar keuze track, field en grade.",
            f"'{','.join(grain)}' is no grain: level, and with it as you choose track, field and grade.",
        )


def _free(root: Path, name: str) -> None:
    if any(one.name == name for one in kept_flows(root, public_only=False)):
        raise NotKept(
            f"Er is al een bewaarde stroom {name}; kies een andere naam of gooi hem weg (flows drop {name}).",
            f"There is a kept flow {name} already; choose another name or drop it (flows drop {name}).",
        )


def _sources(paths: Sequence[Path]) -> Iterator[SourceFile]:
    """Every file of the paths. Raises NotKept for what is no file on this machine."""
    for path in paths:
        files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        for file in files:
            if not file.is_file():
                raise NotKept(
                    f"{file.name} is hier geen bestand; bewaren kan alleen van bestanden op deze machine.",
                    f"{file.name} is no file here; only files on this machine can be kept from.",
                )
            yield SourceFile(file.name, manifest.sha256_of(file), str(file.resolve()), file.stat().st_size)


def _count(asked: Keeping, engine: Engine | None, say: Progress) -> "Counted":
    by = ("area", "sex") if asked.sexes else ("area",)
    from pactwerk.figures.flows.records import count_transitions, open_enrolments  # loads Ibis, which no page needs

    with open_enrolments(asked.paths, asked.mapping, engine) as enrolments:

        def step(number: int, of: int) -> None:
            say(Text(f"tellen, paar jaren {number + 1} van {of}", f"counting, pair of years {number + 1} of {of}"))

        counted = count_transitions(enrolments, asked.grain, years=asked.years, by=by, progress=step)
    if not counted.transitions:
        raise NotKept(
            "Er zijn geen twee opeenvolgende jaren in het bestand; een stroom heeft er minstens twee nodig.",
            "There are no two successive years in the file; a flow needs at least two.",
        )
    return counted


def _set(asked: Keeping, sources: tuple[SourceFile, ...], counted: "Counted") -> FlowSet:
    now = datetime.now(UTC)
    mapping = manifest.sha256_of(asked.mapping) if asked.mapping else ""
    held = {year: {code: sorted(nest(asked.areas, year, ()).held[code]) for code in asked.areas if code != COUNTRY}
            for year in counted.years}  # fmt: skip
    choices = {"grain": asked.grain, "sexes": asked.sexes, "areas": {str(year): areas for year, areas in held.items()}}
    sexes = sorted({one.sex for one in counted.transitions if one.sex})
    met = {fault.code for fault in counted.faults}
    return FlowSet(
        id=f"{now:%Y%m%dT%H%M%S%fZ}-{asked.name}",
        name=asked.name,
        title=asked.title or asked.name,
        created=now.isoformat(timespec="seconds"),
        by=asked.by,
        layout=manifest.LAYOUT,
        grain=asked.grain,
        sexes=tuple(sexes),
        years=counted.years,
        areas=(),
        asked=asked.areas,
        base=manifest.base_of(sources, mapping, **choices),
        sources=sources,
        mapping=asked.mapping.name if asked.mapping else "",
        faults=tuple((str(words), words.en) for code, words in FAULTS.items() if code in met),
        example=asked.example,
    )


def _agrees(root: Path, found: FlowSet) -> None:
    """Raise NotKept when a set that is there rounds a same year in another way."""
    for other in kept_flows(root, public_only=False):
        both = sorted(set(other.years) & set(found.years))
        if both and other.base != found.base:
            raise NotKept(
                f"{both[0]} is al bewaard in {other.name}, anders ingedeeld of uit een ander bestand. Twee afrondingen"
                f" van dezelfde personen naast elkaar vertellen te veel; gooi {other.name} eerst weg met flows drop.",
                f"{both[0]} is kept already in {other.name}, broken down otherwise or from another file. Two roundings"
                f" of the same persons side by side tell too much; drop {other.name} first with flows drop.",
            )


def _write(root: Path, asked: Keeping, counted: "Counted", folder: Path, say: Progress) -> tuple[tuple[int, str], ...]:
    national: list[Figure] = []

    def step(year: int) -> None:
        say(Text(f"beschermen, {year}", f"protecting, {year}"))

    def passing() -> Iterator[Figure]:
        for figure in protect(counted.transitions, rounding_secret(root), asked.areas, step):
            if figure.area == COUNTRY:
                national.append(figure)
            yield figure

    work = folder.parent / "work"
    work.mkdir()
    storing.write(passing(), folder / manifest.FIGURES, work)
    return tuple(sorted(loose_stocks(national)))


def _unchanged(sources: Sequence[SourceFile]) -> None:
    for source in sources:
        if source.as_it_is() != "same":
            raise NotKept(
                f"{source.name} is veranderd terwijl het gelezen werd; probeer het opnieuw.",
                f"{source.name} changed while it was read; try again.",
            )


def _place(folder: Path, target: Path) -> None:
    """Make the set durable and put it in its place by one rename."""
    sync_tree(folder)
    target.parent.mkdir(parents=True, exist_ok=True)
    folder.rename(target)
    sync_folder(target.parent)
