"""What keeping and reading a flow set can refuse."""

from pactwerk.basis.readable import ReadableError


class NotKept(ReadableError):
    """A flow set cannot be kept, shown, found or dropped; the text says why and what can be done."""


def unknown(name: str) -> NotKept:
    """There is no such set, or not for who asks."""
    return NotKept(
        f"Er is geen bewaarde stroom {name}; pactwerk figures flows list toont welke er zijn.",
        f"There is no kept flow {name}; pactwerk figures flows list shows which there are.",
    )
