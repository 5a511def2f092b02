"""A real mail server on the loopback address, for tests."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller


class Mailbox:
    """Keeps what was delivered."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        return "250 OK"

    def text(self, number: int = -1) -> str:
        return str(self.messages[number].get_content())

    def link(self, number: int = -1) -> str:
        """The path of the first link in a message."""
        found = re.search(r"https?://[^/\s]+(/\S+)", self.text(number))
        assert found, self.text(number)
        return found[1]


@contextmanager
def open_mailbox() -> Iterator[tuple[Mailbox, int]]:
    """A mailbox behind a server on a free port."""
    mailbox = Mailbox()
    controller = Controller(mailbox, hostname="127.0.0.1", port=_free_port())
    controller.start()
    try:
        yield mailbox, controller.port
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port
