"""Every operation × every role × own and other office, judged by what changed in the database (SEC-02)."""

from __future__ import annotations

import sys
from collections import Counter

from django.db import transaction
from django.db.models import Model

from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused, registered_operations
from tests.permissions.operation_cases import CASES, OperationCase
from tests.permissions.snapshot import compare, tables, take
from tests.permissions.world import ROLES, Estate, World


def real_operations() -> set[str]:
    return {name for name in registered_operations() if not name.startswith("test.")}


def test_every_operation_is_classified_and_none_is_stale() -> None:
    assert real_operations() - set(CASES) == set(), "unclassified: add these to tests/permissions/operation_cases.py"
    assert set(CASES) - real_operations() == set(), "stale: remove these"


def test_operations_change_what_the_role_allows_and_nothing_else(world: World) -> None:
    judged: Counter[str] = Counter()
    mistakes = []
    for name, case in CASES.items():
        for role in ROLES:
            for estate in (world.a, world.b):
                mistakes += judge(world, name, case, role, estate, judged)
    total = sum(judged.values())
    sys.stderr.write(f"\noperations: {total} cases judged by the database: {dict(judged)}\n")
    assert mistakes == []
    assert judged["changed"] >= len(CASES) - 2, "nearly every operation must be seen to work for somebody"


def judge(world: World, name: str, case: OperationCase, role: str, estate: Estate, judged: Counter[str]) -> list[str]:
    """Run one case, undo it, and say what was wrong."""
    user, own = world.user(role), world.own(role) is estate
    allowed = role in case.anywhere or (own and role in case.who)
    if name.startswith("account."):
        allowed = user == estate.users["editor"]
    with transaction.atomic():
        args, facts = case.call(estate)
        args = tuple(type(arg)._default_manager.get(pk=arg.pk) if isinstance(arg, Model) else arg for arg in args)
        before = take(tables())
        answer = attempt(name, Actor(user, "test"), args, facts)
        changed = compare(before, take(tables()))
        transaction.set_rollback(True)
    judged["changed" if changed else answer] += 1
    where = f"{name} by {role} in {'own' if own else 'other'} office {estate.office.slug}"
    if not allowed:
        problems = [f"{where}: changed {changed}"] if changed else []
        return problems + ([] if answer == "refused" else [f"{where}: answered {answer}, not refused"])
    return [] if answer == "done" else [f"{where}: answered {answer} to who may"]


def attempt(name: str, actor: Actor, args: tuple[object, ...], facts: dict[str, object]) -> str:
    try:
        registered_operations()[name].function(actor, *args, **facts)
    except PermissionRefused:
        return "refused"
    except OperationError as error:
        return f"failed: {error}"
    return "done"
