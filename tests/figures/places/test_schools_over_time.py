"""Schools through mergers, transfers and divisions: time runs forward, divisions keep every part, no guesses."""

from hypothesis import given
from hypothesis import strategies as st

from pactwerk.figures.releases.schools_over_time import SchoolGraph, Succession

CODES = ["01AA", "02BB", "03CC", "04DD", "05EE"]
DAYS = [f"20{year}-08-01" for year in range(10, 16)]
successions = st.builds(
    Succession,
    st.sampled_from(DAYS),
    st.sampled_from(CODES),
    st.sampled_from(CODES),
    st.sampled_from(["fusie", "overdracht", "splitsing"]),
    st.booleans(),
).filter(lambda entry: entry.old != entry.new)
graphs = st.lists(successions, max_size=8, unique=True).map(lambda found: SchoolGraph(tuple(found)))


def reachable(graph: SchoolGraph, code: str) -> set[Succession]:
    """Every succession on some path from a code whose days never go back, by trying all paths."""
    found: set[Succession] = set()

    def walk(here: str, day: str, used: frozenset[Succession]) -> None:
        for entry in graph.successions:
            if entry.old == here and entry.day >= day and entry not in used:
                found.add(entry)
                walk(entry.new, entry.day, used | {entry})

    walk(code, "", frozenset())
    return found


@given(graphs, st.sampled_from(CODES))
def test_what_follows_is_every_path_on_which_time_runs_forward(graph: SchoolGraph, code: str) -> None:
    assert set(graph.later(code)) == reachable(graph, code)
    assert list(graph.later(code)) == sorted(set(graph.later(code)))


@given(graphs, st.sampled_from(CODES), st.sampled_from(CODES))
def test_earlier_is_later_read_backwards(graph: SchoolGraph, code: str, other: str) -> None:
    """A code that came before is one from which the code can be reached, and the other way round."""
    came_from = {entry.old for entry in graph.earlier(code)}
    leads_to = {entry.new for entry in graph.later(other)}
    assert (other in came_from) == (code in leads_to)


@given(graphs, st.sampled_from(CODES))
def test_a_division_keeps_every_part_and_is_never_one_successor(graph: SchoolGraph, code: str) -> None:
    parts = {entry.new for entry in graph.successors(code)}
    assert parts == {entry.new for entry in graph.successions if entry.old == code}
    only = graph.only_successor(code)
    if only is not None:
        assert parts == {only}
        assert all(entry.whole and entry.kind != "splitsing" for entry in graph.successors(code))
    if len(parts) > 1:
        assert only is None


@given(graphs, st.sampled_from(CODES))
def test_a_predecessor_that_went_elsewhere_too_is_no_place_to_look(graph: SchoolGraph, code: str) -> None:
    before = graph.only_predecessor(code)
    if before is not None:
        assert graph.only_successor(before) == code


def test_a_school_that_went_and_came_back_is_no_endless_round() -> None:
    there = Succession("2012-08-01", "01AA", "02BB", "fusie", True)
    back = Succession("2014-08-01", "02BB", "01AA", "splitsing", False)
    graph = SchoolGraph((back, there))
    assert graph.later("01AA") == (there, back)
    assert graph.later("02BB") == (back,)
    assert graph.earlier("02BB") == (there,)
