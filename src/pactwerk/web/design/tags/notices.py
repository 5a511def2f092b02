"""Tags that speak to the reader: notices, empty and error states, forms with their errors."""

from __future__ import annotations

from typing import Any

from django.contrib.messages.storage.base import Message
from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect, Select, Textarea
from django.utils.safestring import SafeString

from pactwerk.web.design.selecting import select_html
from pactwerk.web.design.tags import register

KINDS = ("info", "ok", "warning", "error", "break")


@register.inclusion_tag("design/components/notice.html")
def notice(kind: str, text: str, title: str = "") -> dict[str, Any]:
    """`{% notice "break" text title=... %}`: kind is info, ok, warning, error or break (of a series)."""
    if kind not in KINDS:
        raise ValueError(f"notice: kind {kind!r} is not one of {', '.join(KINDS)}")
    look = {"break": "warning"}.get(kind, kind)
    return {"kind": kind, "look": look, "text": text, "title": title}


@register.filter
def message_kind(message: Message) -> str:
    """The kind of notice for a Django message."""
    return {"success": "ok", "warning": "warning", "error": "error"}.get(message.level_tag, "info")


@register.inclusion_tag("design/components/empty_state.html")
def empty_state(title: str, text: str = "", url: str = "", label: str = "") -> dict[str, str]:
    """`{% empty_state title text url=... label=... %}`: nothing here, why, and what the reader can do."""
    return {"title": title, "text": text, "url": url, "label": label}


@register.inclusion_tag("design/components/error_state.html")
def error_state(title: str, text: str = "", url: str = "", label: str = "") -> dict[str, str]:
    """`{% error_state title text url=... label=... %}`: it went wrong, what that means, the way on."""
    return {"title": title, "text": text, "url": url, "label": label}


@register.inclusion_tag("design/components/form_fields.html")
def form_fields(form: BaseForm) -> dict[str, Any]:
    """`{% form_fields form %}`: every field with label, help and errors as NL Design System form fields."""
    return {"form": form}


@register.inclusion_tag("design/components/filter_form.html")
def filter_form(form: BaseForm, label: str = "", action: str = "") -> dict[str, Any]:
    """`{% filter_form form label=_("Toon") %}`: a GET form in one bar; works without JavaScript."""
    return {"form": form, "label": label, "action": action}


@register.filter
def kind_of_field(field: BoundField) -> str:
    """Which of the form field looks this field has: select, textarea, checkbox, group or textbox."""
    widget = field.field.widget
    if isinstance(widget, (RadioSelect, CheckboxSelectMultiple)):
        return "group"
    if isinstance(widget, CheckboxInput):
        return "checkbox"
    return "select" if isinstance(widget, Select) else "textarea" if isinstance(widget, Textarea) else "textbox"


@register.simple_tag
def field_widget(field: BoundField) -> SafeString:
    """The field's control with the classes of its look, and its help and errors tied to it."""
    kind = kind_of_field(field)
    classes = {
        "select": "utrecht-select utrecht-select--html-select",
        "textarea": "utrecht-textarea utrecht-textarea--html-textarea",
        "checkbox": "utrecht-checkbox utrecht-checkbox--html-input",
        "group": "pw-choices",
        "textbox": "utrecht-textbox utrecht-textbox--html-input",
    }[kind]
    ends = [f"{field.auto_id}_error"] if field.errors else []
    ends += [f"{field.auto_id}_helptext"] if field.help_text else []
    attributes: dict[str, str | bool] = {"class": classes}
    if ends and kind != "group":
        attributes["aria-describedby"] = " ".join(ends)
    if field.errors and kind != "group":
        attributes["aria-invalid"] = "true"
    plain = type(field.field.widget) is Select
    return select_html(field, attributes) if plain else field.as_widget(attrs=attributes)
