"""Local corrections of official data, for the whole installation: each with its reason, each to be withdrawn."""

from pactwerk.progress.corrections.operations import correct_official_data, withdraw_correction
from pactwerk.progress.corrections.queries import every_correction

__all__ = ["correct_official_data", "every_correction", "withdraw_correction"]
