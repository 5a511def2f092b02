"""Building the demo through operations: what is there already stays as people left it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from demo import offices
from demo.archive import build_noord, build_noord_kennemerland, noord, noord_kennemerland
from demo.waterrijk import SLUG as WATERRIJK
from demo.waterrijk import build_waterrijk
from demo.waterrijk.scene import Scene
from pactwerk.domain.pact.models import Pact
from pactwerk.foundation.operations import Actor

CLOCK_FILE = "voorbeeldklok.txt"


def example_clock(home: Path) -> date:
    """The example's date: `PACTWERK_CLOCK`, else the day the example was first built (kept in the home folder).

    A kept day makes a second run change nothing, however much later it is.
    """
    kept = home / CLOCK_FILE
    if settings.PACTWERK_CLOCK:
        return date.fromisoformat(settings.PACTWERK_CLOCK)
    if kept.exists():
        return date.fromisoformat(kept.read_text(encoding="ascii").strip())
    today = datetime.now(tz=UTC).date()
    home.mkdir(parents=True, exist_ok=True)
    kept.write_text(today.isoformat() + "\n", encoding="ascii")
    return today


def build_records(home: Path, *, progress: Callable[[str], object] = str) -> None:
    """Offices, accounts and the three pacts. A pact is built wholly or not at all, and never a second time."""
    actor = Actor.command("demo")
    with transaction.atomic():
        archive = offices.office(actor, offices.ARCHIVE)
        example = offices.office(actor, offices.WATERRIJK)
    with offices.silent_mail():
        offices.build_accounts(actor, home)
    scene = Scene(actor, example, example_clock(home))
    builders: tuple[tuple[str, Callable[[], Pact]], ...] = (
        (noord.SLUG, lambda: build_noord(actor, archive)),
        (noord_kennemerland.SLUG, lambda: build_noord_kennemerland(actor, archive)),
        (WATERRIJK, lambda: build_waterrijk(scene)),
    )
    for slug, build in builders:
        if Pact.objects.filter(slug=slug).exists():
            continue
        progress(slug)
        with transaction.atomic():
            build()
