"""Texts for people: Dutch (authoritative) with the English beside it."""


class Text(str):
    """A Dutch text that carries its English translation in `en`; where English is missing, the Dutch stands in."""

    __slots__ = ("en",)
    en: str

    def __new__(cls, nl: str, en: str = "") -> "Text":
        """Keep both languages; the string itself is the Dutch one."""
        text = super().__new__(cls, nl)
        text.en = en or nl
        return text

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        """Both languages survive copying and pickling."""
        return str(self), self.en


def number(value: int) -> tuple[str, str]:
    """A whole number as Dutch and English people write it: `1.234` and `1,234`."""
    english = f"{value:,}"
    return english.replace(",", "."), english
