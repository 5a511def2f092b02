"""What a browser would send: the fields of the form on a page, filled in where they are empty."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

FILLED = {"number": "5", "date": "2020-01-01", "email": "iemand@example.org", "url": "https://example.org/"}
NOT_SENT = {"submit", "button", "image", "reset", "file"}


def form_data(page: bytes, path: str) -> dict[str, str]:
    """The fields of the form that posts to this very page; empty when there is none."""
    soup = BeautifulSoup(page, "html.parser")
    for form in soup.find_all("form"):
        target = (form.get("action") or path).split("?")[0]
        if form.get("method", "get").lower() == "post" and target in {path, "", "."}:
            fields = form.find_all(["input", "textarea", "select"])
            return {name: value for field in fields for name, value in _value(field)}
    return {}


def _value(field: Tag) -> list[tuple[str, str]]:
    name, kind = field.get("name"), field.get("type", "text")
    if not name or (field.name == "input" and kind in NOT_SENT):
        return []
    if kind in {"checkbox", "radio"}:
        return [(str(name), str(field.get("value", "on")))] if field.has_attr("checked") else []
    if field.name == "select":
        options = field.find_all("option")
        chosen = next((o for o in options if o.has_attr("selected")), None)
        chosen = chosen or next((o for o in options if o.get("value")), None)
        return [(str(name), str(chosen.get("value", "")))] if chosen else []
    text = field.text if field.name == "textarea" else str(field.get("value") or "")
    return [(str(name), text or ("" if kind == "hidden" else FILLED.get(str(kind), "2016")))]
