"""What can go wrong while fetching, in words: what was wrong, where, and what to do next."""

from pactwerk.basis.readable import ReadableError


class FetchFailed(ReadableError):
    """A file or a catalogue could not be fetched; what was there before is as it was."""


class Forbidden(FetchFailed):
    """An address that the policy does not allow: no connection was made to it."""


class Passing(FetchFailed):
    """A failure that may pass by itself: the network, or a server that asks to wait. It was tried again in vain."""

    def __init__(self, message_nl: str, message_en: str, wait: float = 0.0) -> None:
        """`wait`: how many seconds the server asked to wait, 0 when it did not say."""
        super().__init__(message_nl, message_en)
        self.wait = wait


class Moved(FetchFailed):
    """The publisher has nothing at the address (404, 410)."""
