"""Every address × method × role × {own office, other office, none}, judged by the database and by secrets (SEC-02).

Each case is a real request with a real session, undone afterwards. What was written is compared row by row with what
the class of the address allows the role; whatever is not public carries a secret word that outsiders must not see.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tests.permissions.classes import OPEN, classification
from tests.permissions.judge import Case, Judge
from tests.permissions.patterns import Pattern, all_patterns
from tests.permissions.world import World

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
# The methods no page uses are tried by who would do harm with them: a stranger, and another office's manager.
UNUSUAL, ATTACKERS = {"HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"}, {"anonymous", "outsider"}
HALVES = {"editor": lambda key: key.startswith("cms/"), "the rest": lambda key: not key.startswith("cms/")}
LEAST_CASES = 5000


def test_every_address_is_classified_and_none_is_stale() -> None:
    listed, real = set(classification()), {pattern.key for pattern in all_patterns()}
    assert real - listed == set(), "unclassified: add these to tests/permissions/classification.tsv"
    assert listed - real == set(), "stale: remove these from tests/permissions/classification.tsv"


def test_only_what_is_classified_as_open_opens_without_signing_in() -> None:
    rows = classification()
    closed = {pattern.key for pattern in all_patterns() if pattern.is_public and rows[pattern.key].kind not in OPEN}
    closed = {key for key in closed if rows[key].kind != "closed"}
    assert closed == set(), "these views are open, but not classified as open"
    shut = {pattern.key for pattern in all_patterns() if not pattern.is_public and rows[pattern.key].kind in OPEN}
    assert shut == set(), "these addresses are classified as open; mark the view with login_not_required"


@pytest.mark.sqlite_only  # views judge alike on both; operations are judged on both
@pytest.mark.parametrize("half", HALVES)
def test_nobody_sees_or_changes_what_is_not_theirs(world: World, half: str, settings: Settings) -> None:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.permissions.unrendered.Middleware"]
    judge = Judge(world)
    patterns = [pattern for pattern in all_patterns() if HALVES[half](pattern.key)]
    mistakes = [mistake for case in cases(patterns, judge) if (mistake := judge.mistake(case))]
    sys.stderr.write(f"\n{half}: {sum(judge.counts.values())} cases: {dict(judge.counts)}\n")
    assert mistakes == []
    expected = {row.key for row in classification().values() if row.writes and HALVES[half](row.key)}
    assert expected - judge.wrote == set(), "the matrix must see these write for who may, or it proves nothing"


def test_there_are_enough_cases(world: World) -> None:
    """Together with the operations the matrix is as wide as reliability.md SEC-02 asks."""
    assert sum(1 for _case in cases(all_patterns(), Judge(world))) >= LEAST_CASES


def cases(patterns: list[Pattern], judge: Judge) -> Iterator[Case]:
    rows = classification()
    for pattern in patterns:
        for target in judge.targets(pattern):
            for role in judge.roles:
                for method in METHODS:
                    if method in UNUSUAL and role not in ATTACKERS:
                        continue
                    yield Case(pattern, rows[pattern.key], target, role, method)
