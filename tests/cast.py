"""The people every test knows, and the two offices they belong to or stand outside of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pactwerk.foundation.operations import Actor

CLOCK = date(2026, 11, 22)
PASSWORD = "een heel lang wachtwoord voor de proef"


@dataclass(frozen=True)
class Cast:
    """Two offices and five users; ``actor`` makes the acting side of an operation of one of them."""

    office_a: object
    office_b: object
    alice: object
    bob: object
    carol: object
    charlie: object
    dirk: object

    def actor(self, name: str) -> Actor:
        """The actor for ``alice`` .. ``dirk``, or for ``nobody`` (not signed in)."""
        return Actor(None if name == "nobody" else getattr(self, name), "test")


def make_cast() -> Cast:
    """Write the cast into the test database."""
    from pactwerk.foundation.accounts.models import Office, OfficeMembership, OfficeRole, User

    a = Office.objects.create(slug="bureau-a", name="Programmabureau A")
    b = Office.objects.create(slug="bureau-b", name="Programmabureau B")
    people = {
        name: User.objects.create_user(f"{name}@example.org", PASSWORD, name=name.title())
        for name in ("alice", "bob", "carol", "charlie")
    }
    dirk = User.objects.create_superuser("dirk@example.org", PASSWORD, name="Dirk")
    seats = (("alice", a, OfficeRole.MANAGER), ("bob", a, OfficeRole.EDITOR), ("carol", a, OfficeRole.READER),
             ("charlie", b, OfficeRole.MANAGER))  # fmt: skip
    for name, office, role in seats:
        OfficeMembership.objects.create(user=people[name], office=office, role=role)
    return Cast(a, b, dirk=dirk, **people)
