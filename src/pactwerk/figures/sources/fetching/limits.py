"""How much, how long and how often: the bounds of everything that is fetched."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bytes, seconds and numbers of times. The defaults are our own: we found no limit that a publisher states."""

    file_bytes: int = 4 << 30
    answer_bytes: int = 64 << 20
    """Of one answer of a catalogue (JSON)."""
    answer_seconds: float = 900.0
    """Of one such answer; a server that sends a byte now and then would otherwise never be left."""
    seconds: float = 6 * 3600
    """Of one file, all attempts together."""
    connect_seconds: float = 15.0
    read_seconds: float = 60.0
    attempts: int = 5
    redirects: int = 5
    interval: float = 0.5
    """Between the starts of two requests to one host."""
    longest_wait: float = 300.0
    """A server that asks to wait longer (`Retry-After`) is left alone, in words."""
    pages: int = 100_000
    """Of one OData answer."""
