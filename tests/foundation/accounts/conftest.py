"""A mailbox for the tests of signing in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tests.foundation.accounts.mailbox import Mailbox, open_mailbox


@pytest.fixture
def mailbox(settings: Settings) -> Iterator[Mailbox]:
    """Mail goes over SMTP to a real server, as it will in production."""
    with open_mailbox() as (mailbox, port):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        yield mailbox
