"""The two offices of the demo and the people who can sign in, all invented."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from demo.readiness import SIGN_IN_FILE
from pactwerk.foundation.accounts.models import Office, OfficeRole, User
from pactwerk.foundation.accounts.operations import (
    create_office,
    invite,
    make_platform_administrator,
    set_password,
)
from pactwerk.foundation.operations import Actor

ARCHIVE = ("archief", "Archief van techniekpacten", False)
WATERRIJK = ("techniekpact-waterrijk", "Programmabureau Techniekpact Waterrijk (voorbeeld)", True)
MEMBERS = (
    ("beheerder@waterrijk.example", "Voorbeeldbeheerder", OfficeRole.MANAGER),
    ("redacteur@waterrijk.example", "Voorbeeldredacteur", OfficeRole.EDITOR),
    ("lezer@waterrijk.example", "Voorbeeldlezer", OfficeRole.READER),
)
PLATFORM = ("platform@pactwerk.example", "Voorbeeldplatformbeheerder")


@contextmanager
def silent_mail() -> Iterator[None]:
    """Nobody reads mail at the invented addresses: no invitation leaves while the demo is built."""
    usual = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    try:
        yield
    finally:
        settings.EMAIL_BACKEND = usual


def office(actor: Actor, facts: tuple[str, str, bool]) -> Office:
    """The office, made when it is not there yet; what people changed in it stays."""
    slug, name, example = facts
    existing: Office | None = Office.objects.filter(slug=slug).first()
    return existing or create_office(actor, slug=slug, name=name, example=example)


def build_accounts(actor: Actor, home: Path) -> None:
    """Give every demo address that has no account one, with its own random password in a file only the owner reads."""
    place = office(actor, WATERRIJK)
    lines = []
    for email, name, role in MEMBERS:
        if not User.objects.filter(email=email).exists():
            user = invite(actor, place, email=email, role=role, name=name).user
            lines.append(_line(actor, user, f"{role} van {WATERRIJK[1]}"))
    if not User.objects.filter(email=PLATFORM[0]).exists():
        user = make_platform_administrator(actor, email=PLATFORM[0], name=PLATFORM[1])
        lines.append(_line(actor, user, "beheerder van het platform"))
    if lines:
        _keep(home / SIGN_IN_FILE, lines)


def _line(actor: Actor, user: User, what: str) -> str:
    password = secrets.token_urlsafe(12)
    set_password(actor, user, password)
    return f"{user.email}  {password}  ({what})"


def _keep(path: Path, lines: list[str]) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as handle:
        handle.write("".join(f"{line}\n" for line in lines))
