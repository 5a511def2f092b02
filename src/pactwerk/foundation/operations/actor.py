"""Who acts, and from where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pactwerk.foundation.operations.client_address import client_address

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.http import HttpRequest

    from pactwerk.foundation.accounts.models import User

Origin = Literal["web", "command", "demo", "test"]


@dataclass(frozen=True)
class Actor:
    """The person behind an operation and the place it came from (BIO2 8.15: origin belongs to the log line).

    ``user`` is None for an anonymous visitor, and for a command run by who holds the machine (``system``).
    """

    user: User | None
    origin: Origin
    address: str = ""
    system: bool = False

    @classmethod
    def from_request(cls, request: HttpRequest) -> Actor:
        user: User | AnonymousUser = request.user
        return cls(user if user.is_authenticated else None, "web", client_address(request))

    @classmethod
    def command(cls, origin: Origin = "command") -> Actor:
        """Whoever runs a command on the machine itself: may do everything, and stands in the log as that."""
        return cls(None, origin, system=True)

    @property
    def label(self) -> str:
        """How the log names the actor: the user's number, never a name or mail address (PRI-05)."""
        if self.user is not None:
            return f"user:{self.user.pk}"
        return "system" if self.system else "anonymous"
