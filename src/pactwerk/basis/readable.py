"""The errors of the ground floor: they carry a text for the user in both languages."""


class ReadableError(ValueError):
    """An error whose text may be shown to the user, in Dutch (authoritative) and English."""

    def __init__(self, message_nl: str, message_en: str) -> None:
        """Keep both texts; `str(error)` is the Dutch one."""
        super().__init__(message_nl)
        self.message_nl = message_nl
        self.message_en = message_en
