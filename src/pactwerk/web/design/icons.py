"""The few icons of the product as inline SVG: drawn by us, coloured by the text around them."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

PATHS = {
    "op_koers": '<circle cx="12" cy="12" r="9"/><path d="m7.5 12.5 3 3 6-7"/>',
    "vooruitgang": '<path d="M4 17 10 11l4 4 6-8"/><path d="M15 7h5v5"/>',
    "achter": '<path d="M12 4 21 20H3z"/><path d="M12 10v4.5M12 17.4v.1"/>',
    "nog_niet_te_zeggen": '<path d="M7 4h10M7 20h10M8 4c0 5 8 6 8 8s-8 3-8 8M16 4c0 5-8 6-8 8s8 3 8 8"/>',
    "niet_meetbaar": '<circle cx="12" cy="12" r="9"/><path d="M5.6 18.4 18.4 5.6"/>',
    "source": '<path d="M6 3h8l4 4v14H6z"/><path d="M14 3v4h4M9 12h6M9 16h6"/>',
    "flask": '<path d="M9 3h6M10 3v6L5 19a1.5 1.5 0 0 0 1.3 2h11.4A1.5 1.5 0 0 0 19 19L14 9V3M7.5 15h9"/>',
    "break": '<path d="M3 12h5l2-4M21 12h-5l-2 4M13 3l-2 18"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6v.1"/>',
    "warning": '<path d="M12 4 21 20H3z"/><path d="M12 10v4.5M12 17.4v.1"/>',
    "error": '<path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z"/><path d="m9 9 6 6m0-6-6 6"/>',
    "ok": '<circle cx="12" cy="12" r="9"/><path d="m7.5 12.5 3 3 6-7"/>',
    "arrow": '<path d="M4 12h15M13 6l6 6-6 6"/>',
    "download": '<path d="M12 4v11M7 11l5 5 5-5M5 20h14"/>',
    "empty": '<path d="M4 13 7 5h10l3 8v6H4z"/><path d="M4 13h5l1.5 2.5h3L15 13h5"/>',
    "target": '<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="4"/><path d="M12 12v.1"/>',
    "user": '<circle cx="12" cy="8" r="4"/><path d="M4 21c1-5 4-7 8-7s7 2 8 7"/>',
}


def icon(name: str) -> SafeString:
    """The icon as SVG that screen readers skip: the word beside it says the same. Unknown name: KeyError."""
    return format_html(
        '<svg class="pw-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">{}</svg>',
        mark_safe(PATHS[name]),  # noqa: S308  -- a constant of this file
    )
