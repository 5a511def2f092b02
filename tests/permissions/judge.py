"""Making a request as a role, undoing it, and judging what it did and showed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests.permissions.addresses import address
from tests.permissions.classes import Class, Row
from tests.permissions.forms import form_data
from tests.permissions.patterns import Pattern
from tests.permissions.snapshot import Change, Written, compare, tables, take
from tests.permissions.world import ROLES, Estate, World
from tests.sign_in import sign_in
from tests.write_guard import own_tables

WRITERS = {"editor", "manager", "outsider"}
IN_EDITOR = {*WRITERS, "platform"}
EDITOR_KINDS = {Class.EDITOR, Class.EDITOR_API}


@dataclass(frozen=True)
class Target:
    """An address, and the estate whose things it names (None: nobody's)."""

    path: str
    estate: Estate | None

    def __hash__(self) -> int:
        return hash(self.path)


@dataclass(frozen=True)
class Case:
    pattern: Pattern
    row: Row
    target: Target
    role: str
    method: str

    def __str__(self) -> str:
        return f"{self.method} {self.target.path} by {self.role}"


class Judge:
    """Keeps the state before, a session per role, and the forms a browser would send."""

    roles = ROLES

    def __init__(self, world: World) -> None:
        self.world, self.owners = world, world.owners
        self.counts: Counter[str] = Counter()
        self.wrote: set[str] = set()
        self.clients = {role: self._session(role) for role in ROLES}
        self.authenticators: dict[int, set[object]] = {}
        for pk, user in Authenticator.objects.values_list("pk", "user"):
            self.authenticators.setdefault(user, set()).add(pk)
        self.forms: dict[str, dict[str, str]] = {}
        self.ours = own_tables()
        self.names = tables()
        self.before = take(self.names)

    def _session(self, role: str) -> tuple[Client, str]:
        client = Client(raise_request_exception=False)
        user = self.world.user(role)
        if user is not None:
            sign_in(client, user)
        cookie = client.cookies.get("sessionid")
        return client, cookie.value if cookie else ""

    def targets(self, pattern: Pattern) -> list[Target]:
        """The pattern's addresses for both offices' things, their secret ones, and for what does not exist."""
        found: dict[str, Target] = {}
        for estate in (self.world.a, self.world.b):
            for secret in (False, True):
                path = address(pattern, estate, secret=secret)
                found.setdefault(path, Target(path, estate))
        absent = address(pattern, None)
        if absent in found:  # nothing in it belongs to anybody
            return [Target(absent, None)]
        return [*found.values(), Target(absent, None)]

    def mistake(self, case: Case) -> str | None:
        """What was wrong, or None; the database is as it was afterwards."""
        data = self.form(case) if case.method in {"POST", "PUT", "PATCH"} else {}
        cache.clear()
        with transaction.atomic():
            written = Written()
            response = self.request(case, data)
            changes = compare(self.before, take(self.names)) if written.anything() else []
            transaction.set_rollback(True)
        self.counts["wrote" if changes else f"{response.status_code // 100}xx"] += 1
        if changes and case.method == "POST" and not self.forbidden(case, changes):
            self.wrote.add(case.pattern.key)
        return self.fault(case, response, changes)

    def request(self, case: Case, data: dict[str, str]) -> HttpResponse:
        client, cookie = self.clients[case.role]
        client.cookies.clear()
        if cookie:
            client.cookies["sessionid"] = cookie
        if case.method == "POST":
            return client.post(case.target.path, data)  # type: ignore[return-value]
        return client.generic(case.method, case.target.path)  # type: ignore[return-value]

    def form(self, case: Case) -> dict[str, str]:
        """The form of the page as somebody who may see it gets it: an attacker can copy it."""
        path = case.target.path
        if path not in self.forms:
            viewer = "platform" if path.startswith("/cms/") else {"a": "manager", "b": "outsider"}.get(
                case.target.estate.office.slug[-1] if case.target.estate else "a", "manager"
            )  # fmt: skip
            client, cookie = self.clients[viewer]
            client.cookies["sessionid"] = cookie
            with transaction.atomic():
                response = client.get(path)
                transaction.set_rollback(True)
            html = response.get("Content-Type", "").startswith(("text/html", "application/json"))
            content = response.content if response.status_code == 200 and html else b""
            self.forms[path] = form_data(content, path)
        return self.forms[path]

    # ---- judging

    def fault(self, case: Case, response: HttpResponse, changes: list[Change]) -> str | None:
        wrong = self.forbidden(case, changes)
        if wrong:
            return f"{case} ({case.row.kind}): wrote {wrong[:3]}"
        leaked = self.leaked(case, response)
        if leaked:
            return f"{case} ({case.row.kind}): shows {leaked}"
        if response.status_code == 500 and not case.target.path.startswith("/cms/"):
            return f"{case}: server error"
        if 200 <= response.status_code < 300 and case.method != "OPTIONS" and not self.may_open(case):
            return f"{case} ({case.row.kind}): opens with {response.status_code}"
        return None

    def may_open(self, case: Case) -> bool:
        """Whether a page may answer this role with content at all."""
        kind, estate = case.row.kind, case.target.estate
        if kind in {Class.PUBLIC, Class.ENTRANCE}:
            return True
        if kind is Class.CLOSED or case.role == "anonymous":
            return False
        if kind is Class.DESK:
            return estate is None or self.world.own(case.role) is estate
        return case.role in IN_EDITOR if kind in EDITOR_KINDS else True

    def forbidden(self, case: Case, changes: list[Change]) -> list[Change]:
        """The changes this role may not make through this address."""
        return [change for change in changes if not self.may_change(case, change)]

    def may_change(self, case: Case, change: Change) -> bool:
        """Whether the class of the address allows this role this change."""
        kind = case.row.kind
        if kind in EDITOR_KINDS:
            return self.in_editor(case, change)
        if kind is Class.DESK:
            return self.on_own_desk(case, change)
        if kind is Class.ENTRANCE:
            # allauth copies the address of the user a link names into its own table, whether the link is good or not
            return change.table == "account_emailaddress" and change.how == "inserted"
        return kind is Class.OWN_ACCOUNT and self.about_self(case, change)

    def elsewhere(self, case: Case) -> bool:
        """Whether the address names another office's things."""
        return case.target.estate not in {None, self.world.own(case.role)}

    def on_own_desk(self, case: Case, change: Change) -> bool:
        own = self.world.own(case.role)
        if own is None or case.role not in WRITERS or self.elsewhere(case):
            return False
        return change.table.startswith("pact_") and self.owners.get((change.table, change.key)) in {None, own.secret}

    def in_editor(self, case: Case, change: Change) -> bool:
        own = self.world.own(case.role)
        if change.table in self.ours:
            return False
        if case.role == "platform":
            return True
        if own is None or case.role not in WRITERS or self.elsewhere(case):
            return False
        return change.how == "inserted" or self.owners.get((change.table, change.key)) == own.secret

    def about_self(self, case: Case, change: Change) -> bool:
        """Whether a row is the user's own account or one of the own authenticators."""
        user = self.world.user(case.role)
        if user is None:
            return False
        own = self.authenticators.get(user.pk, set())
        if change.table == "mfa_authenticator":
            return change.how == "inserted" or change.key in own
        return change.table == "accounts_user" and change.key == user.pk

    def leaked(self, case: Case, response: HttpResponse) -> str:
        """The secret of an office that this role should not have been shown, or nothing."""
        shown = b"".join(response.streaming_content) if response.streaming else response.content
        for estate in (self.world.a, self.world.b):
            insider = self.world.own(case.role) is estate
            insider = insider or (case.role == "platform" and case.target.path.startswith("/cms/"))
            if not insider and estate.secret.encode() in shown:
                return estate.secret
        return ""
