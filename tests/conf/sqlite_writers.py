"""Processes that write at once: each registers organisations through the operation; run by a test.

Prints per process how many organisations it registered and how many attempts the database refused as locked.
"""

from __future__ import annotations

import multiprocessing
import sys

import django
from django.db import OperationalError, connections


def write(number: int, count: int, answers: multiprocessing.Queue[tuple[int, int]]) -> None:
    from pactwerk.domain.organisations.operations import register_organisation
    from pactwerk.foundation.accounts.models import Office
    from pactwerk.foundation.operations import Actor

    made = locked = 0
    for each in range(count):
        try:
            office = Office.objects.get(slug="bureau")
            name = f"Organisatie {number}-{each}"
            register_organisation(Actor.command("test"), office, kind="school", sector="onderwijs", name=name)
            made += 1
        except OperationalError:
            locked += 1
    answers.put((made, locked))


def make_office() -> None:
    from pactwerk.foundation.accounts.operations import create_office
    from pactwerk.foundation.operations import Actor

    create_office(Actor.command("test"), slug="bureau", name="Bureau")


def main(processes: int, count: int) -> None:
    django.setup()
    make_office()
    connections.close_all()
    context = multiprocessing.get_context("fork")
    answers = context.Queue()
    writers = [context.Process(target=write, args=(number, count, answers)) for number in range(processes)]
    for writer in writers:
        writer.start()
    for _ in writers:
        sys.stdout.write("{} {}\n".format(*answers.get()))
    for writer in writers:
        writer.join()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
