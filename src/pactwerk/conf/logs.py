"""Settings of logging: one JSON object a line on standard error, without anything people typed."""

from __future__ import annotations

from typing import Any

LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"structured": {"()": "pactwerk.foundation.privacy.logs.StructuredFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structured"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "pactwerk": {"level": "INFO"},
        # Django's own set-up gives these handlers that would print addresses and typed text.
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
