"""A picture of figures: a Vega-Lite specification, its SVG, and what a notebook shows of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

VEGA_LITE = "6.4"
_MIME = "application/vnd.vegalite.v6+json"


@dataclass(frozen=True)
class Picture:
    """A drawing of what passed the gate; `described` says it in words for who cannot see it."""

    spec: Mapping[str, Any]
    described: str
    dutch: bool = True

    def svg(self) -> str:
        """The picture as SVG text, drawn in this process; nothing is read from outside."""
        import vl_convert

        locale: Literal["nl-NL", "en-US"] = "nl-NL" if self.dutch else "en-US"
        drawn = vl_convert.vegalite_to_svg(
            dict(self.spec), vl_version=VEGA_LITE, format_locale=locale, allowed_base_urls=[]
        )
        return str(drawn)

    def save(self, path: str | Path) -> Path:
        """Write the SVG to a file and give its path."""
        target = Path(path)
        target.write_text(self.svg(), encoding="utf-8")
        return target

    def _repr_mimebundle_(self, **_asked: Any) -> dict[str, Any]:
        return {_MIME: dict(self.spec), "image/svg+xml": self.svg(), "text/plain": self.described}
