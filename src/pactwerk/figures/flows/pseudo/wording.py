"""The words of a pseudo-cohort: its name, its states, and what a reader must know."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pactwerk.basis.places import area as place_of
from pactwerk.basis.vocabularies import PROFILES, SECTORS
from pactwerk.figures.flows.pseudo.asking import Asked
from pactwerk.figures.flows.pseudo.chains import Chain
from pactwerk.figures.flows.pseudo.reading import Lane
from pactwerk.figures.flows.pseudo.rows import LESS, MORE, state_of
from pactwerk.figures.texts import Text

_STAGES = {"exam": Text("examenkandidaten", "exam candidates"), "diploma": Text("geslaagden", "graduates")}
_BALANCES = {
    MORE: Text("saldo: meer erbij dan eraf", "balance: more came than left"),
    LESS: Text("saldo: meer eraf dan erbij", "balance: more left than came"),
}
NOT_FOLLOWED = Text(
    "Schijncohort: standen naast elkaar. Niemand is gevolgd; het saldo is wie erbij kwam min wie wegging, en bevat"
    " zittenblijven, op- en afstroom, verhuizing, wisselen van school en stoppen. Na het examen is het wie niet"
    " slaagde.",
    "Pseudo-cohort: stocks side by side. Nobody is followed; the balance is who came minus who left, and holds"
    " repeating, moving up and down, moving house, changing school and stopping. After the exam it is who did not"
    " pass.",
)
_EXAMS = Text(
    "Examenkandidaten tellen naar het examen dat zij afleggen: een deel van de leerlingen gl doet examen tl.",
    "Exam candidates count by the exam they take: part of the gl pupils take the tl exam.",
)
_SECTORS = Text(
    "Naar sector gaat het schijncohort alleen voor bb en kb door tot het examen, in techniek, zorg en welzijn en"
    " landbouw: de bestanden van leerlingen en examens delen de andere verschillend in.",
    "By sector the pseudo-cohort goes on to the exam for bb and kb only, in technology, care and agriculture: the files"
    " of pupils and of exams classify the others differently.",
)
_PROFILE = Text(
    "Naar profiel alleen van leerjaar 3 naar 4: het examenbestand kent geen profielen van het vmbo.",
    "By profile from year 3 to 4 only: the exam file has no profiles of vmbo.",
)
_GONE = Text(
    "Van deze vestiging is in een van de jaren geen telling: zij is samengevoegd, gesloten of nieuw. In gebieden"
    " telt zij mee.",
    "There is no count of this location in one of the years: it was merged, closed or is new. It counts in areas.",
)


def flow_name(asked: Asked) -> Text:
    """The name of the flow."""
    found = None if asked.located else place_of(asked.area)
    nl, en = (found.name_nl, found.name_en) if found else (f"vestiging {asked.area}", f"location {asked.area}")
    track = Text(f"vmbo-{asked.track}", f"vmbo-{asked.track}") if asked.chain.code == "vmbo" else asked.chain.name
    name = track if asked.track else asked.chain.name
    return Text(f"Schijncohort {name} vanaf {asked.start}, {nl}", f"Pseudo-cohort {name.en} from {asked.start}, {en}")


def words_of(lanes: Iterable[Lane], stages: Sequence[str], chain: Chain) -> Mapping[str, Text]:
    """Every state of the tables in words, at every stage, and the balance."""
    return _BALANCES | {state_of(lane, stage): _word(lane, stage, chain) for lane in lanes for stage in stages}


def _word(lane: Lane, stage: str, chain: Chain) -> Text:
    track = Text(lane.track, lane.track) if lane.track in ("bb", "kb", "gl", "tl") else chain.name
    parts = [track, *([_field(lane.field)] if lane.field else [])]
    parts.append(_STAGES.get(stage) or Text(f"leerjaar {stage}", f"year {stage}"))
    return Text(", ".join(parts), ", ".join(part.en for part in parts))


def _field(code: str) -> Text:
    term = SECTORS.get(code) or PROFILES.get(code)
    return Text(term.name_nl, term.name_en) if term else Text(code, code)


def notes_of(asked: Asked, stages: Sequence[tuple[str, str]], *, gone: bool) -> Iterator[Text]:
    """What holds for every figure of the flow; `gone`: a stage has no pupils at all."""
    yield NOT_FOLLOWED
    reached = {stage for stage, _ in stages}
    if "sector" in asked.by:
        yield _SECTORS
    elif "profile" in asked.by:
        yield _PROFILE
    elif asked.chain.code == "vmbo" and "exam" in reached and asked.track not in ("bb", "kb"):
        yield _EXAMS
    if asked.located and gone:
        yield _GONE
