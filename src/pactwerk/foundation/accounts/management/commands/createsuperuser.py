"""``pactwerk manage createsuperuser``: the first platform administrator; in place of Django's, through an operation."""

from __future__ import annotations

import os
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError, CommandParser

from pactwerk.foundation.accounts.operations import make_platform_administrator
from pactwerk.foundation.operations import Actor, OperationError


class Command(BaseCommand):
    help = "Makes a platform administrator. The password is asked, or read from DJANGO_SUPERUSER_PASSWORD."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", default="")
        parser.add_argument("--noinput", "--no-input", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        password = os.environ.get("DJANGO_SUPERUSER_PASSWORD", "")
        if not password and not options["noinput"]:
            password = getpass("Wachtwoord: ")
        try:
            validate_password(password)
            make_platform_administrator(
                Actor.command(), email=options["email"], name=options["name"], password=password
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except OperationError as error:
            raise CommandError(str(error)) from error
