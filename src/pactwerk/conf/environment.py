"""Reading settings from the environment: a wrong value stops the program and says what was expected."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit


class WrongSetting(SystemExit):
    """An environment variable has a value the program cannot use."""

    def __init__(self, name: str, value: str, expected: str) -> None:
        super().__init__(f"{name}={value!r} is not usable: expected {expected}.")


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def flag(name: str, default: bool = False) -> bool:
    value = os.environ.get(name, "")
    if value == "":
        return default
    if value.lower() in {"1", "true", "yes", "on"}:
        return True
    if value.lower() in {"0", "false", "no", "off"}:
        return False
    raise WrongSetting(name, value, "one of 1, 0, true, false, yes, no, on, off")


def number(name: str, default: int) -> int:
    value = os.environ.get(name, "")
    if value == "":
        return default
    if not value.isdigit():
        raise WrongSetting(name, value, "a whole number")
    return int(value)


def proxies(https: bool) -> int:
    """How many own proxies stand before the product; they say who the client is and that it came over https.

    Over https there is at least one, because the product itself listens to plain http on 127.0.0.1 only. Without one
    every request would look like plain http and be sent to https again, for ever.
    """
    count = number("PACTWERK_PROXIES", int(https))
    if https and not count:
        raise WrongSetting("PACTWERK_PROXIES", "0", "1 or more, because PACTWERK_URL starts with https://")
    return count


def words(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """A list separated by commas."""
    value = os.environ.get(name, "")
    return [word.strip() for word in value.split(",") if word.strip()] or list(default)


def home() -> Path:
    """The folder that holds all state: database, figures, uploads, secrets (``PACTWERK_HOME``, default ./var)."""
    return Path(os.environ.get("PACTWERK_HOME", "") or "var").resolve()


def secret_key(folder: Path) -> str:
    """The signing key: from the environment, else made once and kept in the home folder, readable by its owner only."""
    given = os.environ.get("PACTWERK_SECRET_KEY", "")
    if given:
        return given
    path = folder / "secret-key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w") as handle:
            handle.write(secrets.token_urlsafe(64))
    return path.read_text()


SQLITE_START = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
    "PRAGMA mmap_size=134217728;PRAGMA busy_timeout=20000;"
)


def database(folder: Path) -> dict[str, object]:
    """Django's database settings from ``PACTWERK_DATABASE_URL``; SQLite in the home folder when it is not set.

    synchronous=FULL: an acknowledged write survives a power cut (reliability.md REL-06).
    """
    url = os.environ.get("PACTWERK_DATABASE_URL", "")
    if not url:
        folder.mkdir(parents=True, exist_ok=True)
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(folder / "pactwerk.sqlite3"),
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_START},
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise WrongSetting("PACTWERK_DATABASE_URL", parts.scheme, "an address that starts with postgresql://")
    query = parse_qs(parts.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "postgres",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }


def caches(folder: Path) -> dict[str, dict[str, object]]:
    """Files that all workers share: limits on guessing (allauth counts in ``default``) and drawn charts apart.

    A full file cache throws files away at random: charts must not push out the limits, and neither may be small.
    """
    entries = {"default": ("limits", 20_000), "charts": ("charts", 10_000)}
    return {
        name: {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": str(folder / "cache" / place),
            "OPTIONS": {"MAX_ENTRIES": most},
        }
        for name, (place, most) in entries.items()
    }


def mail() -> dict[str, object]:
    """Django's mail settings from ``PACTWERK_MAIL_URL`` (smtp://user:password@host:25, smtp+tls://, smtps://)."""
    url = os.environ.get("PACTWERK_MAIL_URL", "")
    if not url:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(home() / "mail"),
        }
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtp+tls", "smtps"}:
        raise WrongSetting("PACTWERK_MAIL_URL", parts.scheme, "smtp://, smtp+tls:// or smtps://")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or 25,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
    }
