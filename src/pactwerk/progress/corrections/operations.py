"""Correcting what a publisher has wrong about a location, and taking that back."""

from __future__ import annotations

from pactwerk.figures.releases import corrections
from pactwerk.figures.releases.corrections import Claim, Correction
from pactwerk.foundation.operations import Actor, operation, require
from pactwerk.progress.home import figures_home
from pactwerk.progress.releases.errors import in_words
from pactwerk.progress.releases.permissions import may_publish_figures


@operation("figures.correct")
def correct_official_data(actor: Actor, *, location: str, field: str, value: str, reason: str) -> Correction:
    """Note what is wrong about a location (`name`, `municipality`, `postcode4` or `closed`) and what it should be.

    It counts from the next release on, also after the publisher's file is loaded again. Raises OperationError.
    """
    require(may_publish_figures(actor))
    with in_words():
        return corrections.correct(figures_home(), Claim(location, field, value, reason), by=actor.label)


@operation("figures.correct.withdraw")
def withdraw_correction(actor: Actor, *, correction_id: str, reason: str) -> Correction:
    """Withdraw a correction; it stays readable and counts no more from the next release on. Raises OperationError."""
    require(may_publish_figures(actor))
    with in_words():
        return corrections.withdraw(figures_home(), correction_id, reason=reason, by=actor.label)
