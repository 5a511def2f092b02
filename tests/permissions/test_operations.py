"""Every operation × every role × own and other office, judged by what changed in the database (SEC-02)."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections import Counter

from django.db import transaction
from django.db.models import Model

import pactwerk
from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused, registered_operations
from tests.permissions.operation_cases import CASES, OperationCase
from tests.permissions.snapshot import compare, tables, take
from tests.permissions.world import ROLES, Estate, World


def real_operations() -> set[str]:
    """All operations of the product, whether a page has imported them yet or not."""
    for module in pkgutil.walk_packages(pactwerk.__path__, "pactwerk."):
        if ".operations." in f"{module.name}." and ".migrations" not in module.name:
            importlib.import_module(module.name)
    return {name for name in registered_operations() if not name.startswith("test.")}


def test_every_operation_is_classified_and_none_is_stale() -> None:
    assert real_operations() - set(CASES) == set(), "unclassified: add these to tests/permissions/operation_cases.py"
    assert set(CASES) - real_operations() == set(), "stale: remove these"


def test_operations_change_what_the_role_allows_and_nothing_else(world: World) -> None:
    real_operations()  # a case may be run before any page has imported its operation
    judge = Judge(world)
    mistakes = [
        mistake
        for name in CASES
        for role in ROLES
        for estate in (world.a, world.b)
        if (mistake := judge.one(name, role, estate))
    ]
    total = sum(judge.counts.values())
    sys.stderr.write(f"\noperations: {total} cases judged by the database: {dict(judge.counts)}\n")
    assert mistakes == []
    assert judge.counts["changed"] >= len(CASES) - 2, "nearly every operation must be seen to work for somebody"


class Judge:
    """Runs one case after another, each undone before the next."""

    def __init__(self, world: World) -> None:
        self.world, self.counts = world, Counter[str]()
        self.names = tables()
        self.before = take(self.names)

    def one(self, name: str, role: str, estate: Estate) -> str | None:
        """What was wrong with a case, or None."""
        case = CASES[name]
        allowed = self.is_allowed(name, case, role, estate)
        with transaction.atomic():
            args, facts = case.call(estate)
            args = tuple(type(arg)._default_manager.get(pk=arg.pk) if isinstance(arg, Model) else arg for arg in args)
            answer = attempt(name, Actor(self.world.user(role), "test"), args, facts)
            changed = compare(self.before, take(self.names))
            transaction.set_rollback(True)
        self.counts["changed" if changed else answer] += 1
        if allowed and answer == "done":
            return None
        if not allowed and answer == "refused" and not changed:
            return None
        return f"{name} by {role} in office {estate.office.slug} (allowed: {allowed}): {answer}, {changed}"

    def is_allowed(self, name: str, case: OperationCase, role: str, estate: Estate) -> bool:
        if name.startswith("account."):
            return self.world.user(role) == estate.users["editor"]
        return role in case.anywhere or (self.world.own(role) is estate and role in case.who)


def attempt(name: str, actor: Actor, args: tuple[object, ...], facts: dict[str, object]) -> str:
    try:
        registered_operations()[name].function(actor, *args, **facts)
    except PermissionRefused:
        return "refused"
    except OperationError as error:
        return f"failed: {error}"
    return "done"
