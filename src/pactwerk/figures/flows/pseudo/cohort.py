"""A pseudo-cohort of an area as a flow: successive stocks, what they share, and the balance between them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pactwerk.figures.disclosure_control import PublishableTable, Row, open_computed_figures
from pactwerk.figures.flows.flow import Flow, Stage
from pactwerk.figures.flows.pseudo.asking import Asked, checked
from pactwerk.figures.flows.pseudo.available import steps
from pactwerk.figures.flows.pseudo.chains import lanes_of, stage_name
from pactwerk.figures.flows.pseudo.places import reader_of
from pactwerk.figures.flows.pseudo.reading import Lane, Reader, counts, covers, read_link
from pactwerk.figures.flows.pseudo.rows import Place, link_rows, sources_of, stock_row
from pactwerk.figures.flows.pseudo.spans import NOUGHT, Span
from pactwerk.figures.flows.pseudo.wording import flow_name, notes_of, words_of
from pactwerk.figures.releases.release import Release
from pactwerk.figures.texts import Text


@dataclass
class Laid:
    """What was read: per stage and lane the stock with the figure it stands in, and per link both its stocks."""

    stocks: dict[tuple[int, Lane], tuple[Span, Row]] = field(default_factory=dict)
    links: dict[tuple[int, Lane], tuple[Span, Span, Row]] = field(default_factory=dict)
    notes: list[Text] = field(default_factory=list)
    stages: list[tuple[str, str]] = field(default_factory=list)
    """Stage and period."""
    example: bool = False

    @property
    def gone(self) -> bool:
        """Whether some stage has nobody in it."""
        there = {number for (number, _), (span, _) in self.stocks.items() if not span.nothing}
        return len(there) < max(len(self.stages), 2)


def pseudo_cohort(
    release: Release, area: str, start: str, *, track: str | None = None, by: tuple[str, ...] = ()
) -> Flow:
    """The stocks of an area, or of one location (BRIN and number), from a first school year on, side by side.

    `track` is one of `chains.CHAINS` or a track of vmbo; None: vmbo, each track a lane. `by` splits by `sex`, `sector`
    or `profile`. Between two stocks stand what they share (the smaller of both) and the balance (`saldo`). Goes
    as far as the release holds counts. Raises BadQuery, UnknownArea or UnknownPeriod, each with a text for the user.
    """
    asked = checked(release, area, start, track, tuple(by))
    laid = _lay(release, asked, reader_of(release, asked.area))
    lanes = dict.fromkeys(lane for _, lane in laid.stocks)  # in their own order, the same every time
    return Flow(
        code=f"schijncohort-{asked.track or asked.chain.code}",
        name=flow_name(asked),
        followed=False,
        stages=tuple(Stage(stage_name(stage, period), period) for stage, period in laid.stages),
        links=_table(release, laid, _links(laid, asked), ("stage", "from", "to", *asked.dimensions)),
        stocks=_table(release, laid, _stocks(release, laid, asked), ("stage", "state", *asked.dimensions)),
        words=words_of(lanes, [stage for stage, _ in laid.stages], asked.chain),
        notes=tuple(dict.fromkeys((*notes_of(asked, laid.stages, gone=laid.gone), *laid.notes))),
    )


def _lay(release: Release, asked: Asked, read: Reader) -> Laid:
    laid = Laid(stages=[(asked.chain.first, asked.start)])
    tracks = lanes_of(asked.chain, asked.track)
    for number, (link, period) in enumerate(steps(release, asked.chain, asked.start)):
        rows, found = read_link(read, link, period, tracks, asked.by)
        if not rows:
            break
        laid.stages.append((link.stage, period))
        laid.notes += found.notes
        laid.example = laid.example or found.example
        for lane, row in rows.items():
            before, after = counts(row)
            laid.stocks.setdefault((number, lane), (before, row))
            laid.stocks[number + 1, lane] = (after, row)
            laid.links[number, lane] = (before, after, row)
        there = [lane for at, lane in laid.stocks if at == number and covers(link, lane, asked.by)]
        _empty_lanes(laid, number, rows, there)
    return laid


def _empty_lanes(laid: Laid, number: int, rows: Mapping[Lane, Row], lanes: list[Lane]) -> None:
    """A lane that the link has no figure of ends here: nobody is counted in it any more, nor before."""
    like = next(iter(rows.values()))
    for lane in lanes:
        before, _ = laid.stocks[number, lane]
        if lane not in rows and not before.nothing:
            laid.links[number, lane] = (before, NOUGHT, like)
            laid.stocks.setdefault((number + 1, lane), (NOUGHT, like))


def _links(laid: Laid, asked: Asked) -> Iterator[Row]:
    for (number, lane), (before, after, row) in sorted(laid.links.items(), key=lambda entry: entry[0]):
        stages = (laid.stages[number][0], laid.stages[number + 1][0])
        yield from link_rows(row, asked, Place(number, lane, stages), (before, after))


def _stocks(release: Release, laid: Laid, asked: Asked) -> Iterator[Row]:
    for (number, lane), (span, row) in sorted(laid.stocks.items(), key=lambda entry: entry[0]):
        stage, period = laid.stages[number]
        told = stock_row(row, asked, Place(number, lane, (stage,)), period, span)
        yield replace(told, sources=sources_of(release, row, stage, period))


def _table(release: Release, laid: Laid, rows: Iterable[Row], dimensions: tuple[str, ...]) -> PublishableTable:
    example = laid.example or release.manifest.example
    return open_computed_figures(rows, dimensions, release=release.id, example=example, notes=tuple(laid.notes))
